using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Facts;

/// <summary>Finds numbers that count something, and days of the calendar, in a normalised text.</summary>
internal static class NumberScan
{
    private static readonly HidingSet s_manner = HidingSet.Of("notCount");
    private static readonly WordSet s_counters = new(Lexicon.Words("counter"));
    private static readonly WordSet s_formulaNouns = new(Lexicon.Words("countedFormula"));

    /// <summary>What numbers tell of an element.</summary>
    /// <param name="Counts">Amounts and ordinals from two on, in words too: 两次, 31起, 第三个.</param>
    /// <param name="Days">Months and days: 5月, 十月二十日.</param>
    /// <param name="Years">A year alone, which dates nothing.</param>
    public readonly record struct Numbers(int Counts, int Days, int Years)
    {
        public bool Any => Counts + Days > 0;
    }

    public static Numbers In(ReadOnlySpan<char> text)
    {
        List<TextSpan> manners = s_manner.In(text);
        int manner = 0;
        int counts = 0;
        int days = 0;
        int years = 0;
        bool quoted = false;
        for (int i = 0; i < text.Length;)
        {
            quoted ^= text[i] == '"';
            while (manner < manners.Count && manners[manner].End <= i)
            {
                manner++;
            }

            if (manner < manners.Count && manners[manner].Contains(i))
            {
                i = manners[manner].End;
                continue;
            }

            int length = Read(text[i..], out int value, out bool arabic);
            if (length == 0)
            {
                i++;
                continue;
            }

            int end = i + length;
            char before = i > 0 ? text[i - 1] : '\0';
            char after = end < text.Length ? text[end] : '\0';
            if (arabic && value is > 1900 and < 2100 && after == '年')
            {
                years++;
            }
            else if (after == '月' && value is >= 1 and <= 12 && before is not ('每' or '第'))
            {
                days++;
            }
            else if (arabic ? !IsMark(text, i, end) : before != '每' && !quoted && value >= 2 && IsCounted(text[end..]))
            {
                counts++;
            }

            i = end;
        }

        return new Numbers(counts, days, years);
    }

    // 1. 1、 (1) at the beginning of a clause number what follows.
    private static bool IsMark(ReadOnlySpan<char> text, int start, int end)
    {
        char before = start > 0 ? text[start - 1] : '。';
        char after = end < text.Length ? text[end] : '\0';
        bool bracketed = before == '(' && after == ')';
        return end - start <= 2 && (bracketed || (!char.IsLetterOrDigit(before) && after is '.' or '、'));
    }

    private static bool IsCounted(ReadOnlySpan<char> after)
    {
        after = after.StartsWith("多") || after.StartsWith("余") || after.StartsWith("来") ? after[1..] : after;
        int counter = s_counters.LengthAt(after);
        return counter > 0 && !s_formulaNouns.Starts(after[counter..]);
    }

    private static bool IsPoint(ReadOnlySpan<char> text, int at) =>
        at > 0 && text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    private static int Read(ReadOnlySpan<char> text, out int value, out bool arabic)
    {
        value = 0;
        int digits = 0;
        while (digits < text.Length && (char.IsAsciiDigit(text[digits]) || IsPoint(text, digits)))
        {
            value = text[digits] == '.' ? value : Math.Min(99999, (value * 10) + (text[digits] - '0'));
            digits++;
        }

        arabic = digits > 0;
        if (arabic)
        {
            return digits;
        }

        if (text[0] == '两')
        {
            value = 2;
            return 1;
        }

        return ChineseNumeral.IsPart(text[0])
            ? ChineseNumeral.ReadPrefix(text[..Math.Min(8, text.Length)], out value)
            : 0;
    }
}
