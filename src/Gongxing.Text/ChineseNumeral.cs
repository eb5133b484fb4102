using System.Globalization;
using System.Text;

namespace Gongxing.Text;

/// <summary>Whole numbers as Chinese writes them: 二十三, 一百零五, 壹拾, 廿四, 二〇二三.</summary>
public static class ChineseNumeral
{
    // 二十一亿四千七百四十八万三千六百四十七 has 19; nobody writes longer ones, and the bound keeps reading linear.
    private const int LongestNumeral = 24;

    /// <summary>Every character that can stand in a numeral.</summary>
    public const string Characters = "零〇○一壹二两兩贰貳三叁參四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億廿卅";

    private const string Digits = "零一二三四五六七八九";
    private const string LegalDigits = "零壹贰叁肆伍陆柒捌玖";

    /// <summary>The number that the whole of <paramref name="text"/> writes.</summary>
    /// <returns>False for anything else, and for what has two readings: 一百一 (110, 101), 三四 (34, three or four).</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out int value)
    {
        bool whole = text.Length > 0 && ReadPrefix(text, out value) == text.Length;
        value = whole ? Read(text) : 0;
        return whole;
    }

    /// <summary>Reads the longest numeral that <paramref name="text"/> begins with.</summary>
    /// <returns>Its length; 0 when there is none.</returns>
    public static int ReadPrefix(ReadOnlySpan<char> text, out int value)
    {
        int length = 0;
        while (length < Math.Min(text.Length, LongestNumeral) && IsPart(text[length]))
        {
            length++;
        }

        for (; length > 0; length--)
        {
            value = Read(text[..length]);
            if (value >= 0)
            {
                return length;
            }
        }

        value = 0;
        return 0;
    }

    /// <summary>True for every character that can stand in a numeral.</summary>
    public static bool IsPart(char c) => Plain(c) != default;

    /// <summary>Writes a number with its units: 十, 二十三, 一百零五, 一万零三十.</summary>
    public static string Format(int value)
    {
        string text = Write(value, Digits, "十百千");
        return text.StartsWith("一十", StringComparison.Ordinal) ? text[1..] : text;
    }

    /// <summary>Writes a number as on a bank note: 壹拾, 贰拾叁, 壹佰零伍.</summary>
    public static string FormatLegal(int value) => Write(value, LegalDigits, "拾佰仟");

    /// <summary>Writes a number digit by digit: 二〇二三.</summary>
    public static string FormatDigits(int value, char zero = '〇')
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return string.Create(CultureInfo.InvariantCulture, $"{value}")
            .Aggregate(new StringBuilder(), (text, digit) => text.Append(digit == '0' ? zero : Digits[digit - '0']))
            .ToString();
    }

    // Adds up without judging, then asks whether that number is written so: one rule instead of many about order and 零.
    private static int Read(ReadOnlySpan<char> text)
    {
        if (text.Length == 1)
        {
            return Plain(text[0]) switch { '十' => 10, '廿' => 20, '卅' => 30, var one => Digits.IndexOf(one) };
        }

        Span<char> plain = stackalloc char[2 * LongestNumeral];
        plain = plain[..Spell(text, plain)];
        if (plain.IndexOfAny("十百千万亿") < 0 && plain.Length > 1)
        {
            return ReadDigits(plain);
        }

        long sum = 0;
        long group = 0;
        int digit = 0;
        foreach (char c in plain)
        {
            int unit = c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, '亿' => 100_000_000, _ => 0 };
            switch (unit)
            {
                case 0:
                    digit = Digits.IndexOf(c);
                    break;
                case < 10_000:
                    (group, digit) = (group + digit * unit, 0);
                    break;
                default:
                    (sum, group, digit) = (sum + (group + digit) * unit, 0, 0);
                    break;
            }

            if (sum > int.MaxValue)
            {
                return -1;
            }
        }

        sum += group + digit;
        Span<char> written = stackalloc char[2 * LongestNumeral];
        bool isWrittenSo = sum <= int.MaxValue
            && plain.SequenceEqual(written[..Write((int)sum, Digits, "十百千", written)]);
        return isWrittenSo ? (int)sum : -1;
    }

    private static int ReadDigits(ReadOnlySpan<char> digits)
    {
        // 三四个 is three or four, not 34; 一〇 can only be ten.
        if (digits.Length == 2 && digits[1] != '零')
        {
            return -1;
        }

        long sum = 0;
        foreach (char c in digits)
        {
            sum = sum * 10 + Digits.IndexOf(c);
            if (sum > int.MaxValue)
            {
                return -1;
            }
        }

        return (int)sum;
    }

    // The plain form with nothing left out: 廿 is 二十, 十 is 一十.
    private static int Spell(ReadOnlySpan<char> text, Span<char> plain)
    {
        int length = 0;
        foreach (char c in text)
        {
            char next = Plain(c);
            char tens = next switch
            {
                '廿' => '二',
                '卅' => '三',
                '十' when length == 0 || Digits.IndexOf(plain[length - 1]) <= 0 => '一',
                _ => default,
            };
            if (tens != default)
            {
                plain[length++] = tens;
                next = '十';
            }

            plain[length++] = next;
        }

        return length;
    }

    private static string Write(int value, string digits, string units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Span<char> text = stackalloc char[2 * LongestNumeral];
        return text[..Write(value, digits, units, text)].ToString();
    }

    // Returns how long it became.
    private static int Write(int value, string digits, string units, Span<char> text)
    {
        if (value == 0)
        {
            text[0] = digits[0];
            return 1;
        }

        int length = 0;
        bool gap = false;
        for (int power = 9, place = 1_000_000_000; power >= 0; power--, place /= 10)
        {
            int digit = value / place % 10;
            if (digit > 0)
            {
                if (gap && length > 0)
                {
                    text[length++] = digits[0];
                }

                text[length++] = digits[digit];
                if (power % 4 > 0)
                {
                    text[length++] = units[power % 4 - 1];
                }
            }

            gap = digit == 0;
            if (power is 4 or 8 && value / place % 10_000 > 0)
            {
                text[length++] = power == 8 ? '亿' : '万';
            }
        }

        return length;
    }

    private static char Plain(char c) => c switch
    {
        '零' or '〇' or '○' => '零',
        '一' or '壹' => '一',
        '二' or '两' or '兩' or '贰' or '貳' => '二',
        '三' or '叁' or '參' => '三',
        '四' or '肆' => '四',
        '五' or '伍' => '五',
        '六' or '陆' or '陸' => '六',
        '七' or '柒' => '七',
        '八' or '捌' => '八',
        '九' or '玖' => '九',
        '十' or '拾' => '十',
        '百' or '佰' => '百',
        '千' or '仟' => '千',
        '万' or '萬' => '万',
        '亿' or '億' => '亿',
        '廿' or '卅' => c,
        _ => default,
    };
}
