using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Gongxing.Text;

/// <summary>How automatic numbering writes a number; the names are those of ECMA-376, 17.18.59 (ST_NumberFormat).</summary>
public enum NumberFormat
{
    [SuppressMessage("Naming", "CA1720", Justification = "The word of the standard.")]
    Decimal,
    DecimalZero,
    DecimalFullWidth,
    DecimalEnclosedCircle,
    DecimalEnclosedCircleChinese,
    DecimalEnclosedParen,
    DecimalEnclosedFullstop,
    NumberInDash,
    Ordinal,
    Hex,
    UpperRoman,
    LowerRoman,
    UpperLetter,
    LowerLetter,
    ChineseCounting,
    ChineseCountingThousand,
    ChineseLegalSimplified,
    TaiwaneseCounting,
    TaiwaneseCountingThousand,
    TaiwaneseDigital,
    IdeographDigital,
    IdeographLegalTraditional,
    IdeographEnclosedCircle,
    IdeographTraditional,
    IdeographZodiac,
    IdeographZodiacTraditional,
    JapaneseCounting,

    /// <summary>A number that is counted and not shown.</summary>
    None,
}

public static class NumberFormats
{
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    /// <summary>The format that a document calls <paramref name="name"/>; decimal for one that is not known.</summary>
    public static NumberFormat Named(string? name) =>
        Enum.TryParse(name, ignoreCase: true, out NumberFormat format) && Enum.IsDefined(format)
            ? format
            : NumberFormat.Decimal;

    /// <summary>Writes the number; in decimal where the format has no sign for it (㉑ after ⑳, negative numbers).</summary>
    public static string Write(this NumberFormat format, int number) => format switch
    {
        NumberFormat.None => "",
        _ when number < 0 => Decimal(number),
        NumberFormat.DecimalZero => number.ToString("00", CultureInfo.InvariantCulture),
        NumberFormat.DecimalFullWidth => string.Concat(Decimal(number).Select(digit => (char)(digit - '0' + '０'))),
        NumberFormat.DecimalEnclosedCircle => Sign('①', 20, number),
        NumberFormat.DecimalEnclosedCircleChinese => Sign('①', 10, number),
        NumberFormat.DecimalEnclosedParen => Sign('⑴', 20, number),
        NumberFormat.DecimalEnclosedFullstop => Sign('⒈', 20, number),
        NumberFormat.IdeographEnclosedCircle => Sign('㊀', 10, number),
        NumberFormat.NumberInDash => $"- {Decimal(number)} -",
        NumberFormat.Ordinal => Ordinal(number),
        NumberFormat.Hex => number.ToString("X", CultureInfo.InvariantCulture),
        NumberFormat.UpperRoman => Roman(number),
        NumberFormat.LowerRoman => Roman(number).ToLowerInvariant(),
        NumberFormat.UpperLetter => Letter('A', number),
        NumberFormat.LowerLetter => Letter('a', number),
        NumberFormat.ChineseCounting or NumberFormat.TaiwaneseCounting => number < 100
            ? ChineseNumeral.Format(number)
            : ChineseNumeral.FormatDigits(number, '○'),
        NumberFormat.ChineseCountingThousand or NumberFormat.TaiwaneseCountingThousand
            or NumberFormat.JapaneseCounting => ChineseNumeral.Format(number),
        NumberFormat.ChineseLegalSimplified => ChineseNumeral.FormatLegal(number),
        NumberFormat.IdeographLegalTraditional => Traditional(ChineseNumeral.FormatLegal(number)),
        NumberFormat.IdeographDigital => ChineseNumeral.FormatDigits(number),
        NumberFormat.TaiwaneseDigital => ChineseNumeral.FormatDigits(number, '○'),
        NumberFormat.IdeographTraditional when number is > 0 and <= 10 => Stems[number - 1].ToString(),
        NumberFormat.IdeographZodiac when number is > 0 and <= 12 => Branches[number - 1].ToString(),
        NumberFormat.IdeographZodiacTraditional when number is > 0 and <= 60 =>
            $"{Stems[(number - 1) % 10]}{Branches[(number - 1) % 12]}",
        _ => Decimal(number),
    };

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Sign(char first, int count, int number) =>
        number > 0 && number <= count ? ((char)(first + number - 1)).ToString() : Decimal(number);

    private static string Ordinal(int number) => Decimal(number) + (number % 100 is 11 or 12 or 13 ? 0 : number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };

    private static string Roman(int number)
    {
        if (number is 0 or >= 4000)
        {
            return Decimal(number);
        }

        (int Value, string Sign)[] signs =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
            (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        var text = new StringBuilder();
        foreach ((int value, string sign) in signs)
        {
            for (; number >= value; number -= value)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }

    // After z word processors write aa, bb, cc; the bound keeps a forged number from making a long text.
    private static string Letter(char first, int number) => number is > 0 and <= 26 * 30
        ? new string((char)(first + (number - 1) % 26), (number - 1) / 26 + 1)
        : Decimal(number);

    private static string Traditional(string legal) => string.Concat(legal.Select(c => c switch
    {
        '贰' => '貳',
        '叁' => '參',
        '陆' => '陸',
        '万' => '萬',
        '亿' => '億',
        _ => c,
    }));
}
