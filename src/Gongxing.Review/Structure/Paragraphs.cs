using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>Parts prose without numbers into items, where its paragraphs show that they are items.</summary>
internal static class Paragraphs
{
    private const int LongestTitle = 24;

    // Paragraphs of prose are longer than this on average, lines of a list whose numbers were lost are shorter.
    private const int LongestItem = 90;
    private const int LongestAnnounced = 60;
    private const int LongestLead = 40;

    /// <summary>
    /// Paragraphs that each open with a short title, or with a word of <paramref name="cues"/>; else the whole.
    /// </summary>
    public static IReadOnlyList<(int Start, int End)> Items(Flow flow, int start, int end, WordSet? cues)
    {
        var paragraphs = new List<(int Start, int End)>();
        int titled = 0;
        int cued = 0;
        for (int at = start; at < end;)
        {
            int stop = flow.Text.IndexOf('\n', at, end - at);
            stop = stop < 0 ? end : stop;
            ReadOnlySpan<char> line = flow.Slice(at, stop);
            if (!line.IsWhiteSpace() && !line.EndsWith(":") && !(line.Length < 90 && Lexicon.Gratitude.IsIn(line)))
            {
                paragraphs.Add((at, stop));
                titled += HasTitle(line) ? 1 : 0;
                cued += cues is not null && cues.IsIn(line) ? 1 : 0;
            }

            at = stop + 1;
        }

        if (paragraphs.Count > 2 && LeadsOver(flow.Slice(paragraphs[0].Start, paragraphs[0].End), cues))
        {
            paragraphs.RemoveAt(0);
        }

        bool listed = paragraphs.Count > 2
            && paragraphs.Sum(one => one.End - one.Start) <= LongestItem * paragraphs.Count;
        // 针对… ⏎ 针对…: each answers something else. 我忘了… ⏎ 我怕…: causes that open alike stand side by side.
        bool parallel = paragraphs.Count > 1 && paragraphs.TrueForAll(one => cues is null
            ? flow.Slice(one.Start, one.End).StartsWith("针对")
            : flow.Text[one.Start] == flow.Text[paragraphs[0].Start]);
        bool announced = paragraphs.Count > 1 && Announces(flow.Slice(0, start),
            paragraphs.Sum(one => one.End - one.Start) / paragraphs.Count);
        bool items = listed || parallel || announced || (paragraphs.Count > 1 && (titled == paragraphs.Count
            || (titled > 2 && titled * 4 >= paragraphs.Count * 3) || cued == paragraphs.Count));
        return items || paragraphs.Count == 0 ? paragraphs : [(paragraphs[0].Start, paragraphs[^1].End)];
    }

    // 我们一条一条地找，主要还是自身的原因。 names what follows, and tells none of it.
    private static bool LeadsOver(ReadOnlySpan<char> line, WordSet? cues) =>
        CountsWhatFollows(line) || (cues is not null && line.Length <= LongestLead && cues.Ends(line.TrimEnd("。")));

    // 挖下去，病根有三。 above the three of them.
    private static bool CountsWhatFollows(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd('。');
        int at = line.LastIndexOf('有');
        ReadOnlySpan<char> count = line[(at + 1)..];
        return at > 0 && line.Length <= LongestItem && count.Length is >= 1 and <= 5
            && (ChineseNumeral.IsPart(count[0]) || count[0] is '几' or '两')
            && count.TrimStart("一二三四五六七八九十几两个条点方面项").IsEmpty;
    }

    // 主要原因是： ⏎ …。 ⏎ …。
    private static bool Announces(ReadOnlySpan<char> before, int length)
    {
        before = before.TrimEnd('\n');
        return before.Length > 2 && before[^1] == ':' && ("是有下点条面个".Contains(before[^2]) || length <= LongestAnnounced);
    }

    private static bool HasTitle(ReadOnlySpan<char> line)
    {
        int stop = line.IndexOfAny("。:;");
        return stop is > 2 and <= LongestTitle && line[stop] is '。' or ':' && stop < line.Length - 4;
    }
}
