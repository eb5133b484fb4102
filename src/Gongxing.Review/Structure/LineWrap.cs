namespace Gongxing.Review.Structure;

/// <summary>Tells lines that were broken by a page's width from lines that were ended by their writer.</summary>
internal static class LineWrap
{
    private const string Enders = "。;!?:)\"'|…";
    private const int LongestCaption = 12;

    /// <summary>The width at which the text was wrapped, in wide characters; 0 for a text that was not.</summary>
    public static int WidthOf(List<RawLine> lines)
    {
        int[] widths = new int[101];
        int open = 0;
        int counted = 0;
        foreach (RawLine line in lines)
        {
            int width = Width(line.Text);
            if (line.Cell is not null || width < 10 || IsHeading(line.Text))
            {
                continue;
            }

            counted++;
            if (width < widths.Length && !IsEnded(line.Text))
            {
                widths[width]++;
                open++;
            }
        }

        int best = 0;
        int most = 0;
        for (int w = 14; w < widths.Length; w++)
        {
            int near = widths[w] + widths[w - 1] + widths[w - 2] + widths[w - 3];
            if (near >= most)
            {
                (best, most) = near > most || widths[w] > 0 ? (w, near) : (best, most);
            }
        }

        // In a text that was wrapped next to no line is longer than the width.
        int longer = lines.Count(line => line.Cell is null && Width(line.Text) > best + 3);
        return most >= 3 && most * 2 >= open && most * 5 >= counted && longer * 10 <= counted ? best : 0;
    }

    /// <summary>True when <paramref name="next"/> goes on in the middle of what <paramref name="line"/> says.</summary>
    public static bool RunsOn(RawLine first, RawLine line, RawLine next, int wrap)
    {
        if (line.Cell is not null || next.Cell is not null || next.Paragraph.HeadingLevel > 0
            || (first.Paragraph.HeadingLevel > 0 && wrap == 0))
        {
            return false;
        }

        ReadOnlySpan<char> text = line.Text;
        ReadOnlySpan<char> after = next.Text;
        if ("。,;:!?、)\"".Contains(after[0]) && !IsEnded(text))
        {
            return true;
        }

        if (wrap > 0 && after.Length == 1 && after[0] == '。')
        {
            return true;
        }

        if (IsEnded(text) || PartSplitter.IsDivider(text) || MarkScanner.Opens(after) || HeadingWords.IsHeadingLine(after) || IsCaption(next))
        {
            return false;
        }

        if (text[^1] is ',' or '、')
        {
            return true;
        }

        int width = Width(text);
        bool full = wrap > 0 && width >= wrap - 3 && width <= wrap + 2;
        return full ? !LooksLikeTitle(first, text) || width >= wrap - 1 : IsCutShort(text, after);
    }

    // A sentence has begun on this line and stops without an end, and what follows goes on like a sentence.
    private static bool IsCutShort(ReadOnlySpan<char> text, ReadOnlySpan<char> after)
    {
        if (after[..Math.Min(after.Length, LongestCaption)].Contains(':'))
        {
            // 具体情况：…
            return false;
        }

        int inner = MarkScanner.Opens(text) ? text.LastIndexOfAny("。;:") : text.LastIndexOfAny("。;:,");
        int next = after.IndexOfAny("。,;");
        return inner >= 0 && text.Length - inner > 2 && text.Length > 12 && next is >= 0 and <= 24;
    }

    // 【审计认定】…: no sentence goes on with a caption in such brackets.
    private static bool IsCaption(RawLine next) => IsSpacedLabel(next)
        || next.Folded.Raw[next.Span.Start] is '【' or '［' or '〔' or '['
            && next.Text.IndexOf(')') is > 2 and <= LongestCaption;

    // 措施 and a blank.
    private static bool IsSpacedLabel(RawLine next) =>
        Lexicon.Labels.TryMatchAt(next.Text, 0, out int length, out _) && length < next.Text.Length
            && next.Folded.ToRaw(next.Start + length) > next.Folded.ToRaw(next.Start + length - 1) + 1;

    private static bool LooksLikeTitle(RawLine first, ReadOnlySpan<char> text) =>
        first.Text == text && text.IndexOfAny("。,;") < 0 && HeadingWords.IsHeadingLine(text);

    // Headings end without a mark in every text; only lines of prose that do tell of wrapping.
    private static bool IsHeading(ReadOnlySpan<char> text) =>
        text.IndexOfAny("。,;") < 0 && (MarkScanner.Opens(text) || HeadingWords.IsHeadingLine(text));

    private static bool IsEnded(ReadOnlySpan<char> text) => text.Length == 0 || Enders.Contains(text[^1]);

    private static int Width(ReadOnlySpan<char> text)
    {
        int halves = 0;
        foreach (char c in text)
        {
            halves += c < '\u2000' && char.IsAsciiLetterOrDigit(c) ? 1 : 2;
        }

        return halves / 2;
    }
}
