namespace Gongxing.Review.Structure;

/// <summary>Finds the names of aspects that open the paragraphs or the clauses of prose without numbers.</summary>
internal static class NamedProse
{
    private const int FewestNames = 2;
    private const int LongestName = 16;
    private static readonly WordSet s_names = Lexicon.Set("aspectNames");

    /// <summary>在用权方面，尺子拿得不稳。… ⏎ 在律己方面，…: paragraphs that each open with the name of an aspect.</summary>
    /// <returns>Where each begins, and how long its name is; empty where fewer than two do.</returns>
    public static IReadOnlyList<(int Start, int Name)> Paragraphs(Flow flow, int start, int end)
    {
        var named = new List<(int Start, int Name)>();
        for (int at = start; at < end;)
        {
            int stop = flow.Text.IndexOf('\n', at, end - at);
            stop = stop < 0 ? end : stop;
            int name = HeadingWords.AspectLength(flow.Slice(at, stop));
            if (name > 0 && at + name < stop)
            {
                named.Add((at, name));
            }

            at = stop + 1;
        }

        return named.Count < FewestNames ? [] : named;
    }

    /// <summary>学习上，…；工作上，…；作风上，…: clauses that open so from the first one on, and most of them find a fault.</summary>
    public static IReadOnlyList<(int Start, int Name)> Clauses(Flow flow, int start, int end)
    {
        var named = new List<(int Start, int Name)>();
        for (int at = start; at < end; at++)
        {
            if ((at == start || flow.Text[at - 1] is '\n' or '。' or ';' or ':')
                && NameLength(flow.Slice(at, end)) is var name and > 0)
            {
                named.Add((at, name));
            }
        }

        if (named.Count >= FewestNames)
        {
            AddOthers(flow, start, end, named);
        }

        int lacking = named.Where((one, i) => Lexicon.Deficiency.IsIn(
            flow.Slice(one.Start + one.Name, i + 1 < named.Count ? named[i + 1].Start : end))).Count();
        bool faults = lacking >= FewestNames && lacking * 3 >= named.Count * 2;
        return faults && flow.Slice(start, named[0].Start).IsWhiteSpace() ? named : [];
    }

    // 在学科建设上，…: beside lines whose names are known, a line that opens so names another.
    private static void AddOthers(Flow flow, int start, int end, List<(int Start, int Name)> named)
    {
        var known = named.Select(one => one.Start).ToHashSet();
        for (int at = start; at < end;)
        {
            int stop = flow.Text.IndexOf('\n', at, end - at);
            stop = stop < 0 ? end : stop;
            ReadOnlySpan<char> head = flow.Slice(at, Math.Min(stop, at + LongestName));
            int comma = head.IndexOfAny(",。;:、");
            if (comma > 3 && head[0] == '在' && head[comma] is ',' or ':' && head[comma - 1] is '上' or '中' or '里'
                && !known.Contains(at))
            {
                named.Add((at, comma));
            }

            at = stop + 1;
        }

        named.Sort();
    }

    // 学习上, 在学习方面: before a comma.
    private static int NameLength(ReadOnlySpan<char> clause)
    {
        int from = clause[0] == '在' ? 1 : 0;
        int word = s_names.LengthAt(clause[from..]);
        if (word == 0)
        {
            return 0;
        }

        ReadOnlySpan<char> rest = clause[(from + word)..];
        int tail = rest.StartsWith("方面") ? 2 : !rest.IsEmpty && rest[0] is '上' or '中' or '里' ? 1 : 0;
        int end = from + word + tail;
        return tail > 0 && end < clause.Length && clause[end] is ',' or ':' ? end : 0;
    }
}
