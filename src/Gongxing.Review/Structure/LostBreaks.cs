using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>
/// Gives back the line ends of a text that has come down as one long line, with a blank for each of them.
/// </summary>
internal static class LostBreaks
{
    private const int LongLine = 300;
    private const int LongestHeading = 42;
    private const int LongestTitle = 60;
    private const int FewestGaps = 3;

    // Blanks that stand closer than this on average part words, not lines.
    private const int LeastApart = 14;

    private const string Stops = "。;!?:";

    /// <summary>The stretches of a line that were lines of their own; mostly the line itself.</summary>
    public static IEnumerable<(int Start, int End)> Split(NormalizedText folded, int start, int end)
    {
        List<int> gaps = end - start > LongLine ? Gaps(folded, start, end) : [];
        if (gaps.Count < FewestGaps || gaps.Count * LeastApart > end - start)
        {
            return [(start, end)];
        }

        var lines = new List<(int, int)>();
        bool afterStops = EndsParagraphs(folded.Text, gaps, start, end);
        int from = start;
        for (int i = 0; i < gaps.Count; i++)
        {
            int next = i + 1 < gaps.Count ? gaps[i + 1] : end;
            if (Parts(folded.Text, start, from, gaps[i], next, end, afterStops))
            {
                lines.Add((from, gaps[i]));
                from = gaps[i];
            }
        }

        lines.Add((from, end));
        return lines;
    }

    private static bool Parts(string text, int start, int from, int at, int next, int end, bool afterStops)
    {
        ReadOnlySpan<char> before = text.AsSpan(from, at - from);
        ReadOnlySpan<char> after = text.AsSpan(at, Math.Min(LongestTitle, end - at));
        bool title = from == start && before.Length <= LongestTitle && before.IndexOfAny("。;,:") < 0;
        bool heading = before.Length <= LongestHeading && before.IndexOfAny("。;,") < 0
            && (MarkScanner.Opens(before) || HeadingWords.IsHeadingLine(before));
        return title || heading || (afterStops && Stops.Contains(text[at - 1])) || MarkScanner.Opens(after)
            || (next - at <= LongestHeading && HeadingWords.IsHeadingLine(text.AsSpan(at, next - at)));
    }

    // Where a blank follows nearly every sentence, it tells nothing of paragraphs.
    private static bool EndsParagraphs(string text, List<int> gaps, int start, int end)
    {
        int stops = 0;
        for (int i = start; i < end; i++)
        {
            stops += Stops.Contains(text[i]) ? 1 : 0;
        }

        return gaps.Count(at => Stops.Contains(text[at - 1])) * 10 <= stops * 7;
    }

    private static List<int> Gaps(NormalizedText folded, int start, int end)
    {
        var gaps = new List<int>();
        for (int i = start + 1; i < end; i++)
        {
            int raw = folded.ToRaw(i);
            if (raw > folded.ToRaw(i - 1) + 1 && char.IsWhiteSpace(folded.Raw[raw - 1]))
            {
                gaps.Add(i);
            }
        }

        return gaps;
    }
}
