using System.Buffers;
using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>Reads one mark at a given place; whether it opens an item there is for the caller to judge.</summary>
internal static class MarkReader
{
    private const int LargestNumber = 99;
    private const int LongestFirst = 160;
    private const int LongestCounted = 400;

    /// <summary>The value of a mark that says no number: 再一个是. It goes on from the one before.</summary>
    public const int Next = -1;

    /// <summary>The value of a bullet written as ——.</summary>
    public const int Dash = '—';

    private static readonly WordSet s_counts = Lexicon.Set("counts");
    private const string Bullets = "●■◆★▲▪◼○◇□➢➤※·*-—";
    private const string Counters = "条点个件桩样宗项层笔处面头块";
    private const string Units = "%‰万亿元个年月日分倍吨米公亩时小天次级号折-—~*×/千百余多";

    private static readonly SearchValues<char> s_openers = SearchValues.Create(Openers);

    /// <summary>Every character a number mark can begin with.</summary>
    public static string Openers => string.Concat(
        "(首其再最第头主还另0123456789" + ChineseNumeral.Characters + Bullets + SerialMarks.Openers,
        Run('\u2460', '\u249B'), Run('\u3220', '\u3229'), Run('\u2776', '\u277F'));

    public static bool CanOpen(char c) => s_openers.Contains(c);

    private static string Run(char first, char last) =>
        string.Create(last - first + 1, first, static (run, first) =>
        {
            for (int i = 0; i < run.Length; i++)
            {
                run[i] = (char)(first + i);
            }
        });

    /// <summary>True for 3月 and 2025年, which after a point are no decimals: 1.3月底前完成.</summary>
    public static bool NamesTime(ReadOnlySpan<char> text, int at)
    {
        int digits = Digits(text, at);
        char unit = at + digits < text.Length ? text[at + digits] : '\n';
        return (digits is 1 or 2 && unit == '月') || (digits == 4 && unit == '年');
    }

    public static Mark? ReadNumber(ReadOnlySpan<char> text, int at, bool atLineStart)
    {
        char c = text[at];
        return c switch
        {
            '(' => ReadBracketed(text, at, atLineStart) ?? SerialMarks.Read(text, at, atLineStart),
            '第' => ReadChapter(text, at, atLineStart) ?? ReadOrdinal(text, at, atLineStart),
            '再' or '还' or '另' or '最' when ReadCount(text, at, atLineStart) is { } count => count,
            '一' or '头' when ReadFirstCount(text, at, atLineStart) is { } first => first,
            '主' => ReadMain(text, at, atLineStart),
            '首' or '其' or '再' or '最' or '头' => ReadOrdinal(text, at, atLineStart),
            >= '\u2460' and <= '\u2473' => One(MarkStyle.Circled, at, c - '\u245F', atLineStart),
            >= '\u2776' and <= '\u277F' => One(MarkStyle.Circled, at, c - '\u2775', atLineStart),
            >= '\u2474' and <= '\u2487' => One(MarkStyle.ArabicInBrackets, at, c - '\u2473', atLineStart),
            >= '\u2488' and <= '\u249B' => One(MarkStyle.Arabic, at, c - '\u2487', atLineStart),
            >= '\u3220' and <= '\u3229' => One(MarkStyle.HanInBrackets, at, c - '\u321F', atLineStart),
            _ when char.IsAsciiDigit(c) => ReadArabic(text, at, atLineStart),
            _ when ChineseNumeral.IsPart(c) => ReadHan(text, at, atLineStart),
            _ when SerialMarks.CanOpen(c) => SerialMarks.Read(text, at, atLineStart),
            _ => atLineStart ? ReadBullet(text, at) : null,
        };
    }

    private static Mark One(MarkStyle style, int at, int value, bool atLineStart) =>
        new(style, at, at + 1, value, atLineStart);

    private static Mark? ReadBracketed(ReadOnlySpan<char> text, int at, bool atLineStart)
    {
        ReadOnlySpan<char> inside = text.Slice(at + 1, Math.Min(5, text.Length - at - 1));
        int close = inside.IndexOf(')');
        if (close <= 0)
        {
            return null;
        }

        ReadOnlySpan<char> number = inside[..close];
        int digits = Digits(number, 0);
        if (digits == close && digits <= 2)
        {
            return After(text, new Mark(MarkStyle.ArabicInBrackets, at, at + close + 2, Number(number), atLineStart));
        }

        return ChineseNumeral.TryParse(number, out int value) && value is > 0 and <= LargestNumber
            ? After(text, new Mark(MarkStyle.HanInBrackets, at, at + close + 2, value, atLineStart))
            : null;
    }

    private static Mark? ReadHan(ReadOnlySpan<char> text, int at, bool atLineStart)
    {
        int length = ChineseNumeral.ReadPrefix(text.Slice(at, Math.Min(4, text.Length - at)), out int value);
        int end = at + length;
        if (length == 0 || value is <= 0 or > LargestNumber || end >= text.Length)
        {
            return null;
        }

        char next = text[end];
        char after = end + 1 < text.Length ? text[end + 1] : '\n';
        return next switch
        {
            '是' or '来' when !IsItself(text, at, end + 1) && (next == '是' || after is not ('自' or '往' or '到' or '访')) =>
                new Mark(MarkStyle.Is, at, Skip(text, end + 1, next == '来' ? ",:是" : ",:"), value, atLineStart),
            '要' when after is not '求' => new Mark(MarkStyle.Must, at, Skip(text, end + 1, ","), value, atLineStart),
            '、' or '.' when !ChineseNumeral.IsPart(after) || after is '一' or '三' or '两' or '四' or '千' or '万' =>
                Listing(text, end) ? null : new Mark(Listed(text[at]), at, end + 1, value, atLineStart),
            // 一曰懒；二曰骄
            '曰' => new Mark(MarkStyle.Is, at, end + 1, value, atLineStart),
            // 主要是：一，…；二，…: in a line the second must follow.
            ',' when !atLineStart && (value > 1 || HasSecond(text, end)) =>
                new Mark(MarkStyle.Is, at, end + 1, value, atLineStart),
            ',' or ':' when atLineStart => new Mark(Listed(text[at]), at, end + 1, value, atLineStart),
            ')' => new Mark(MarkStyle.HanInBrackets, at, Skip(text, end + 1, "、."), value, atLineStart),
            // 一条，… ⏎ 二条，…
            '条' or '件' or '桩' when atLineStart && after is ',' or ':' =>
                new Mark(MarkStyle.Ordinal, at, Skip(text, end + 1, ",:"), value, AtLineStart: true),
            _ => null,
        };
    }

    // 一是一，二是二 counts nothing; 一是一岗双责抓得不细 does.
    private static bool IsItself(ReadOnlySpan<char> text, int at, int after) =>
        after < text.Length && text[after] == text[at]
        && (after + 1 >= text.Length || !char.IsLetter(text[after + 1]) || ChineseNumeral.IsPart(text[after + 1]));

    private static bool HasSecond(ReadOnlySpan<char> text, int from)
    {
        ReadOnlySpan<char> rest = text[from..Math.Min(text.Length, from + LongestCounted)];
        int second = rest.IndexOf("二,");
        return second > 0 && rest[second - 1] is ';' or '。' && !rest[..second].Contains('\n');
    }

    private static MarkStyle Listed(char first) =>
        "壹贰叁肆伍陆柒捌玖拾".Contains(first) ? MarkStyle.Legal : MarkStyle.Han;

    // 一、二、三 counts; it opens nothing.
    private static bool Listing(ReadOnlySpan<char> text, int end) =>
        end + 2 < text.Length && ChineseNumeral.IsPart(text[end + 1]) && text[end + 2] == '、';

    private static Mark? ReadArabic(ReadOnlySpan<char> text, int at, bool atLineStart)
    {
        if (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] == '.'))
        {
            return null;
        }

        int digits = Digits(text, at);
        int end = at + digits;
        if (digits > 2 || end >= text.Length)
        {
            return null;
        }

        int value = Number(text.Slice(at, digits));
        end += text[end] == ' ' && end + 1 < text.Length && text[end + 1] is '.' or '、' ? 1 : 0;
        char next = text[end];
        char after = end + 1 < text.Length ? text[end + 1] : '\n';
        if (next == '.' && char.IsAsciiDigit(after))
        {
            if (value > 0 && NamesTime(text, end + 1))
            {
                return new Mark(MarkStyle.Arabic, at, end + 1, value, atLineStart);
            }

            return atLineStart ? ReadParts(text, at, end) : null;
        }

        return next is '.' or '、' or ')' && value > 0
            ? new Mark(
                next == ')' ? MarkStyle.ArabicInBrackets : MarkStyle.Arabic,
                at, Skip(text, end + 1, "、."), value, atLineStart)
            : null;
    }

    // 1.1 and 1.1.1, but not 78.4% and 2.5万.
    private static Mark? ReadParts(ReadOnlySpan<char> text, int at, int end)
    {
        int parts = 1;
        int value = 0;
        while (end + 1 < text.Length && text[end] == '.' && Digits(text, end + 1) is var digits and (1 or 2))
        {
            value = Number(text.Slice(end + 1, digits));
            end += digits + 1;
            parts++;
        }

        char next = end < text.Length ? text[end] : '\n';
        if (parts == 2 && end + 1 < text.Length && Heads(next, text[end + 1]))
        {
            // 1.3台水泵换新 is the first item and speaks of three pumps.
            int dot = at + text[at..end].IndexOf('.');
            return new Mark(MarkStyle.Arabic, at, dot + 1, Number(text[at..dot]), AtLineStart: true);
        }

        if (parts > 3 || value == 0 || value > 30 || Units.Contains(next) || char.IsAsciiLetterOrDigit(next)
            || next == '\n')
        {
            return null;
        }

        return new Mark(
            parts == 2 ? MarkStyle.TwoPart : MarkStyle.ThreePart, at, Skip(text, end, "、. "), value, AtLineStart: true);
    }

    // 台, 名, 起, 户 count, but not in 台账, 名称, 起草, 户籍.
    private static bool Heads(char unit, char next) =>
        "台名起户".Contains(unit) && !"账帐风面称额单录义誉次草点步因诉效诸籍口主外".Contains(next);

    private static Mark? ReadChapter(ReadOnlySpan<char> text, int at, bool atLineStart)
    {
        if (!atLineStart)
        {
            return null;
        }

        int length = ReadAnyNumber(text, at + 1, out int value);
        int end = at + 1 + length;
        if (length == 0 || end >= text.Length)
        {
            return null;
        }

        int unit = text[end..].StartsWith("部分") ? 2 : text[end] is '章' or '节' ? 1 : 0;
        return unit == 0 ? null : After(text, new Mark(MarkStyle.Chapter, at, end + unit, value, true));
    }

    // 主要是…；其次是…: the first of several, where the second follows.
    private static Mark? ReadMain(ReadOnlySpan<char> text, int at, bool atLineStart)
    {
        int end = at + (text[at..].StartsWith("主要是") ? 3 : text[at..].StartsWith("主要还是") ? 4 : 0);
        return end > at && end < text.Length && text[end..Math.Min(text.Length, end + LongestFirst)] is var rest
            && rest.IndexOf('\n') is var line && (line < 0 ? rest : rest[..line]).IndexOf("其次") is var second and > 0
            && rest[second - 1] is ';' or '。' or ','
            ? new Mark(MarkStyle.Ordinal, at, Skip(text, end, ",:"), 1, atLineStart)
            : null;
    }

    // 一个是懒。… 再一个是躲。… 最后一个是滑。: told off on the fingers; in a line the second must follow for the first to be one.
    private static Mark? ReadFirstCount(ReadOnlySpan<char> text, int at, bool atLineStart)
    {
        int end = at + 3;
        if (end >= text.Length || text[at + 2] != '是' || !Counters.Contains(text[at + 1]))
        {
            return null;
        }

        ReadOnlySpan<char> rest = text[end..Math.Min(text.Length, end + LongestCounted)];
        if (atLineStart)
        {
            return new Mark(MarkStyle.Ordinal, at, Skip(text, end, ",:"), 1, AtLineStart: true);
        }

        for (int i = 1; i < rest.Length; i++)
        {
            if (rest[i - 1] is '。' or ';' or '\n' or ',' && ReadCount(rest, i, atLineStart: false) is not null)
            {
                return new Mark(MarkStyle.Ordinal, at, Skip(text, end, ",:"), 1, atLineStart);
            }
        }

        return null;
    }

    private static Mark? ReadCount(ReadOnlySpan<char> text, int at, bool atLineStart)
    {
        int length = s_counts.LengthAt(text[at..]);
        return length > 0 && at + length < text.Length
            ? new Mark(MarkStyle.Ordinal, at, Skip(text, at + length, ",:"), Next, atLineStart)
            : null;
    }

    private static Mark? ReadOrdinal(ReadOnlySpan<char> text, int at, bool atLineStart)
    {
        int value = 0;
        int length = 2;
        ReadOnlySpan<char> word = text.Slice(at, Math.Min(2, text.Length - at));
        switch (word)
        {
            case "首先" or "头一": value = 1; break;
            case "其次": value = 2; break;
            case "再次" or "再者": value = 3; break;
            case "最后": value = LargestNumber; break;
            case ['其', var nth] when "一二三四五六七八九".Contains(nth):
                value = "一二三四五六七八九".IndexOf(nth) + 1;
                break;
            default:
                length = word[0] == '第' ? 1 + ReadAnyNumber(text, at + 1, out value) : 0;
                break;
        }

        int end = at + length;
        if (value == 0 || length < 2 || end >= text.Length)
        {
            return null;
        }

        // 第一条， and 头一件： are spoken; an article of rules has no comma there.
        end += word[0] is '第' or '头' && Counters.Contains(text[end]) && end + 1 < text.Length ? 1 : 0;
        bool marked = text[end] is ',' or '、' or ':' || (text[end] == '是' && word[0] != '最');
        return marked ? new Mark(MarkStyle.Ordinal, at, Skip(text, end + 1, ",:"), value, atLineStart) : null;
    }

    private static Mark? ReadBullet(ReadOnlySpan<char> text, int at)
    {
        int end = Skip(text, at + 1, text[at] == Dash ? " —" : " ");
        if (ReadCheckBox(text[end..]) is var box and > 0 && text[at] is '-' or '*')
        {
            end += box;
        }

        ReadOnlySpan<char> line = text[at..];
        int stop = line.IndexOf('\n');
        line = stop < 0 ? line : line[..stop];

        if (end < text.Length && char.IsAsciiLetterLower(text[end]) && SerialMarks.ReadCoded(text, end) is { } coded)
        {
            // - A1. …: the number under the sign of a list is the one that counts.
            return coded with { Start = at };
        }

        // ★ on both sides adorns a title.
        return Bullets.Contains(text[at]) && end < text.Length && !char.IsAsciiLetterOrDigit(text[end])
            && text[end] != text[at] && line[^1] != text[at]
            ? new Mark(MarkStyle.Bullet, at, end, text[at], AtLineStart: true)
            : null;
    }

    // - [ ] and - [x]: the brackets were folded round.
    private static int ReadCheckBox(ReadOnlySpan<char> text)
    {
        int close = text.Length > 2 && text[0] == '(' ? text[..Math.Min(4, text.Length)].IndexOf(')') : -1;
        return close > 0 && text[1..close].Trim("xX √").IsEmpty ? close + 1 + text[(close + 1)..].IndexOfAnyExcept(' ') : 0;
    }

    internal static int ReadAnyNumber(ReadOnlySpan<char> text, int at, out int value)
    {
        value = 0;
        int digits = Digits(text, at);
        if (digits is 1 or 2)
        {
            value = Number(text.Slice(at, digits));
            return digits;
        }

        int length = digits == 0 && at < text.Length
            ? ChineseNumeral.ReadPrefix(text.Slice(at, Math.Min(4, text.Length - at)), out value)
            : 0;
        return value is > 0 and <= LargestNumber ? length : 0;
    }

    private static Mark After(ReadOnlySpan<char> text, Mark mark) =>
        mark with { ContentStart = Skip(text, mark.ContentStart, "、.,: ") };

    private static int Skip(ReadOnlySpan<char> text, int at, string signs)
    {
        while (at < text.Length && signs.Contains(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int Digits(ReadOnlySpan<char> text, int at)
    {
        int end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - at < 5)
        {
            end++;
        }

        return end - at;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        int value = 0;
        foreach (char digit in digits)
        {
            value = value * 10 + (digit - '0');
        }

        return value;
    }
}
