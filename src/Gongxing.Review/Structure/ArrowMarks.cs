namespace Gongxing.Review.Structure;

/// <summary>
/// Reads 问题→原因→措施: arrows that lead from a fault to what is done about it stand for the labels they spare.
/// </summary>
internal static class ArrowMarks
{
    /// <summary>Every character an arrow can begin with.</summary>
    public const string Openers = Arrows + "-=—";

    private const string Arrows = "→⇒⇨➔➜➝➞➡⟶⟹↣";
    private const int ShortestStep = 4;
    private const int FewestChains = 2;
    private const int MostSteps = 4;

    private static readonly LabelRole[][] s_orders =
    [
        [LabelRole.Measure],
        [LabelRole.Cause, LabelRole.Measure],
        [LabelRole.Cause, LabelRole.Measure, LabelRole.Other],
        [LabelRole.Cause, LabelRole.Measure, LabelRole.Other, LabelRole.Other],
    ];

    /// <summary>Reads an arrow, with the label after it where there is one.</summary>
    public static Mark? Read(ReadOnlySpan<char> text, int at, bool atLineStart)
    {
        int end = at;
        while (end < text.Length && (Arrows.Contains(text[end])
            || (end + 1 < text.Length && text[end] is '-' or '=' or '—'
            && (Arrows.Contains(text[end + 1]) || text[end + 1] == '>')) || (end > at && text[end] == '>')))
        {
            end++;
        }

        while (end > at && end < text.Length && text[end] == ' ')
        {
            end++;
        }

        if (end == at || end >= text.Length || text[end] == '\n')
        {
            return null;
        }

        return LabelReader.Read(text, end, bounded: true) is { } label
            ? label with { Start = at, AtLineStart = atLineStart }
            : new Mark(MarkStyle.Label, at, end, 0, atLineStart);
    }

    /// <summary>
    /// Gives each arrow the role its place in the chain tells; takes all away where they draw a procedure (申请→受理→发证).
    /// </summary>
    public static void Name(Flow flow, IReadOnlyList<FlowLine> lines, List<List<Mark>> marks)
    {
        var chains = new List<List<(int Line, int Mark)>>();
        List<(int Line, int Mark)>? chain = null;
        int begun = 0;
        LabelRole[]? declared = null;
        for (int i = 0; i < lines.Count; i++)
        {
            bool goesOn = marks[i].Count > 0 && IsArrow(marks[i][0]) && marks[i][0].AtLineStart;
            chain = goesOn ? chain : null;
            begun = goesOn ? begun : lines[i].Start;
            declared ??= Declared(flow, lines[i], marks[i]);
            for (int m = 0; m < marks[i].Count; m++)
            {
                if (!IsArrow(marks[i][m]))
                {
                    chain = null;
                    begun = marks[i][m].ContentStart;
                }
                else if (chain is not null || marks[i][m].Start - begun >= ShortestStep)
                {
                    if (chain is null)
                    {
                        chains.Add(chain = []);
                    }

                    chain.Add((i, m));
                }
            }
        }

        chains.RemoveAll(one => one.Count > MostSteps
            || one.Exists(step => Words(flow, lines, marks, step) < ShortestStep));
        if (chains.Count >= FewestChains)
        {
            foreach (List<(int Line, int Mark)> one in chains)
            {
                LabelRole[] order = declared?.Length == one.Count ? declared : s_orders[one.Count - 1];
                for (int step = 0; step < one.Count; step++)
                {
                    (int line, int mark) = one[step];
                    marks[line][mark] = marks[line][mark] with { Label = order[step] };
                }
            }
        }

        marks.ForEach(line => line.RemoveAll(IsArrow));
    }

    private static bool IsArrow(Mark mark) => mark is { Style: MarkStyle.Label, Label: LabelRole.None };

    private static int Words(
        Flow flow, IReadOnlyList<FlowLine> lines, List<List<Mark>> marks, (int Line, int Mark) step)
    {
        List<Mark> line = marks[step.Line];
        int end = step.Mark + 1 < line.Count ? line[step.Mark + 1].Start : lines[step.Line].End;
        return flow.Slice(line[step.Mark].ContentStart, end).Trim("。;,: ").Length;
    }

    // 格式：隐患→整改要求→时限 tells what the chains below it hold.
    private static LabelRole[]? Declared(Flow flow, FlowLine line, List<Mark> marks)
    {
        List<Mark> arrows = [.. marks.Where(IsArrow)];
        if (arrows.Count is 0 or > MostSteps || marks.Count != arrows.Count)
        {
            return null;
        }

        var roles = new List<LabelRole>();
        for (int i = 0; i < arrows.Count; i++)
        {
            int end = i + 1 < arrows.Count ? arrows[i + 1].Start : line.End;
            ReadOnlySpan<char> words = flow.Slice(arrows[i].ContentStart, end).Trim("。;,:() ");
            if (Lexicon.Labels.TryMatchAt(words, 0, out int length, out LabelRole role) && length >= words.Length - 2)
            {
                roles.Add(role);
            }
            else if (HeadingWords.BareRoles(words) is [var section])
            {
                roles.Add(BareHeadings.LabelOf(section));
            }
        }

        return roles.Count == arrows.Count ? [.. roles] : null;
    }
}
