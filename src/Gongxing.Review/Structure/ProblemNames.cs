using System.Buffers;

namespace Gongxing.Review.Structure;

/// <summary>Lines without a mark that name a problem and head what is told of it.</summary>
internal static class ProblemNames
{
    private const int Longest = 32;
    private const int MostTold = 4;
    private static readonly WordSet s_details = Lexicon.Set("detailLabels");
    private static readonly WordSet s_cases = new(["案例", "事件", "事例", "典型问题", "典型案例"]);
    private static readonly SearchValues<char> s_stops = SearchValues.Create("。;:,!?");

    /// <summary>Whether a line that bears no mark, and is not the last, names one.</summary>
    public static bool IsOne(Flow flow, IReadOnlyList<FlowLine> lines, List<List<Mark>> marks, int i) =>
        (NamesProblem(flow.Slice(lines[i].Start, lines[i].End)) && IsLabelled(marks[i + 1]))
        || NamesWhatIsAnswered(flow, lines, marks, i) || NamesWhatIsDescribed(flow, lines, marks, i);

    // 案例1 门板喷涂起泡 ⏎ 问题描述：…, and again: the line above what describes it names the fault.
    private static bool NamesWhatIsDescribed(Flow flow, IReadOnlyList<FlowLine> lines, List<List<Mark>> marks, int i)
    {
        ReadOnlySpan<char> line = flow.Slice(lines[i].Start, lines[i].End);
        line = line[CaseLength(line)..];
        return line.Length is >= 4 and <= Longest && line.IndexOfAny(s_stops) < 0 && !HeadingWords.IsHeadingLine(line)
            && IsLabelled(marks[i + 1]) && marks[i + 1][0] is { Label: LabelRole.Problem } label
            && s_details.IsIn(flow.Slice(label.Start, label.ContentStart));
    }

    /// <summary>How much of a line is 案例1 or 事件二： before the name.</summary>
    public static int CaseLength(ReadOnlySpan<char> line)
    {
        int word = s_cases.LengthAt(line);
        int number = word > 0 && word < line.Length ? MarkReader.ReadAnyNumber(line, word, out _) : 0;
        if (number == 0)
        {
            return 0;
        }

        ReadOnlySpan<char> rest = line[(word + number)..];
        return line.Length - rest.TrimStart(":、. ").Length;
    }

    // 茶底消耗和销量对不上 ⏎ 22家店里有14家… ⏎ 为什么会这样：… ⏎ 怎么办：…, and again: a line without a stop, below the answer
    // to the one before it or at the head of the list.
    private static bool NamesWhatIsAnswered(Flow flow, IReadOnlyList<FlowLine> lines, List<List<Mark>> marks, int i)
    {
        ReadOnlySpan<char> line = flow.Slice(lines[i].Start, lines[i].End);
        if (line.Length is < 4 or > Longest || line.IndexOfAny(s_stops) >= 0 || HeadingWords.BareRoles(line).Count > 0
            || !(i == 0 || IsAnswer(marks[i - 1]) || lines[i - 1].Length <= Longest))
        {
            return false;
        }

        int told = i + 1;
        while (told < lines.Count && told - i <= MostTold && marks[told].Count == 0 && lines[told].Cell is null
            && flow.Text[lines[told].End - 1] == '。')
        {
            told++;
        }

        return told > i + 1 && told < lines.Count && IsAnswer(marks[told]);
    }

    private static bool IsLabelled(List<Mark> line) => line is [{ AtLineStart: true, Style: MarkStyle.Label }, ..];

    private static bool IsAnswer(List<Mark> line) =>
        IsLabelled(line) && line[0].Label is LabelRole.Cause or LabelRole.Measure or LabelRole.Owner or LabelRole.Due;

    /// <summary>True for 关于…的问题 on a line of its own.</summary>
    public static bool NamesProblem(ReadOnlySpan<char> line) =>
        line.Length is > 6 and <= Longest && line.IndexOfAny(s_stops) < 0
        && line.StartsWith("关于") && line.EndsWith("问题");
}
