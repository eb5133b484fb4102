using System.Buffers;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>Parts a file that holds several documents: 篇一, 范文2, 第三篇, 之二.</summary>
internal static class PartSplitter
{
    private const int LongestDivider = 48;
    private const int LongestByline = 30;
    private const int MostLinesBefore = 6;
    private const int FewestLines = 6;
    private const int FewestAnswered = 3;
    private const int ShortestAnswer = 10;
    private const int LongestName = 4;
    private static readonly WordSet s_kinds = new(["对照检查", "检视剖析", "自我剖析", "个人剖析", "发言提纲", "发言材料", "检视材料", "党性分析", "自我检查"]);

    private static readonly WordSet s_answers = new(["回复", "答复", "复函", "报告", "汇报"]);
    private static readonly WordSet s_masked = new(["某", "某某", "同志", "××", "xx", "**"]);
    private static readonly WordSet s_posts = new(
    [
        "书记", "委员", "主任", "主席", "会计", "文书", "党员", "成员", "干部", "医师", "医生", "护士", "护师", "药师", "技师", "教师", "老师",
        "教练", "工程师", "科长", "股长", "处长", "局长", "所长", "站长", "院长", "校长", "队长", "组长", "班长", "部长", "经理", "科员", "民警",
        "干事", "专员", "职员", "员工", "司机", "秘书", "副职", "检察官", "法官", "警长", "调研员", "管理员", "检验员", "讲师", "教授",
    ]);
    private static readonly SearchValues<char> s_stops = SearchValues.Create("。,;:?!");

    public static IEnumerable<IReadOnlyList<FlowLine>> Split(Flow flow, Draft draft)
    {
        var dividers = new List<int>();
        for (int i = 0; i < flow.Lines.Count; i++)
        {
            if (flow.Lines[i].Cell is null && IsDivider(flow.Slice(flow.Lines[i].Start, flow.Lines[i].End)))
            {
                dividers.Add(i);
            }
        }

        if (dividers.Count == 0)
        {
            dividers = [.. SecondTitles(flow)];
        }

        if (dividers.Count == 0)
        {
            dividers = [.. RepeatedTitles(flow)];
        }

        if (dividers.Count == 0)
        {
            dividers = [.. Answers(flow)];
        }

        if (dividers.Count == 0)
        {
            dividers = [.. People(flow)];
        }

        if (dividers.Count < 2)
        {
            yield return flow.Lines;
            yield break;
        }

        Leave(flow, draft, 0, dividers[0]);
        for (int d = 0; d < dividers.Count; d++)
        {
            int end = d + 1 < dividers.Count ? dividers[d + 1] : flow.Lines.Count;
            yield return [.. flow.Lines.Skip(dividers[d]).Take(end - dividers[d])];
        }
    }

    // No divider, but a second title, after which the numbers begin again.
    private static IEnumerable<int> SecondTitles(Flow flow)
    {
        int last = 0;
        int title = -1;
        int parts = 0;
        for (int i = 0; i < flow.Lines.Count; i++)
        {
            FlowLine line = flow.Lines[i];
            ReadOnlySpan<char> text = flow.Slice(line.Start, line.End);
            Mark? mark = MarkReader.ReadNumber(flow.Text.AsSpan(0, line.End), line.Start, atLineStart: true);
            if (mark is { Style: MarkStyle.Han })
            {
                if (mark.Value == 1 && last > 1 && title >= 0)
                {
                    if (parts++ == 0)
                    {
                        yield return 0;
                    }

                    yield return title;
                }

                (last, title) = (mark.Value, -1);
            }
            else if (last > 1 && line.Cell is null && mark is null && FrontMatter.IsFullTitle(text))
            {
                title = title < 0 ? i : title;
            }
        }
    }

    // The first title again, or another of the kind, with somebody else's name or a salutation below it, whatever layout
    // follows. A page header has neither.
    private static IEnumerable<int> RepeatedTitles(Flow flow)
    {
        int first = Enumerable.Range(0, Math.Min(MostLinesBefore, flow.Lines.Count)).FirstOrDefault(i => IsTitle(flow, i), -1);
        if (first < 0)
        {
            yield break;
        }

        bool begun = false;
        for (int i = first + FewestLines; i + 1 < flow.Lines.Count; i++)
        {
            bool again = Line(flow, i).SequenceEqual(Line(flow, first))
                || (IsTitle(flow, i) && s_kinds.IsIn(Line(flow, i)) && s_kinds.IsIn(Line(flow, first)));
            if (!again || !EndsDocument(Line(flow, i - 1)) || !IsByline(Line(flow, i + 1)))
            {
                continue;
            }

            if (!begun)
            {
                yield return 0;
                begun = true;
            }

            yield return i;
        }
    }

    // A notice with its signature and its date, and below it the answer to it.
    private static IEnumerable<int> Answers(Flow flow)
    {
        bool begun = false;
        for (int i = FewestLines; i + FewestAnswered < flow.Lines.Count; i++)
        {
            if (flow.Lines[i].Cell is not null || !FrontMatter.IsDate(Line(flow, i - 1)) || !AnswersNotice(Line(flow, i)))
            {
                continue;
            }

            if (!begun)
            {
                yield return 0;
                begun = true;
            }

            yield return i;
        }
    }

    // 某公司关于消防安全问题整改情况的回复
    private static bool AnswersNotice(ReadOnlySpan<char> line) =>
        line.Length is >= ShortestAnswer and <= LongestDivider && line.IndexOfAny("。,;:") < 0
        && line.Contains("关于", StringComparison.Ordinal) && line.Contains("整改", StringComparison.Ordinal)
        && s_answers.Ends(line);

    // （一）呼吸内科主治医师　田某 … （二）内分泌科护士　邓某某 …: what several people say of themselves, numbered.
    private static IEnumerable<int> People(Flow flow)
    {
        List<(int Line, Mark Mark)> named = [.. Enumerable.Range(0, flow.Lines.Count)
            .Select(i => (i, Mark: NumberedPerson(flow, flow.Lines[i])))
            .Where(one => one.Mark is not null).Select(one => (one.i, one.Mark!))];
        bool counted = named.Count > 1 && named.Select((one, i) => one.Mark.Value == i + 1
            && one.Mark.Style == named[0].Mark.Style).All(follows => follows)
            && named.Zip(named.Skip(1)).All(pair => pair.Second.Line - pair.First.Line >= FewestAnswered);
        return counted ? named.Select(one => one.Line) : [];
    }

    private static Mark? NumberedPerson(Flow flow, FlowLine line)
    {
        Mark? mark = line.Cell is null && line.Length <= LongestByline
            ? MarkReader.ReadNumber(flow.Text.AsSpan(0, line.End), line.Start, atLineStart: true) : null;
        return mark is { Style: MarkStyle.Han or MarkStyle.HanInBrackets } && NamesPerson(flow, mark.ContentStart, line.End)
            ? mark : null;
    }

    // 护士　邓小云 and 邓小云　护士: of two words, one is a post; or 护士邓某某.
    private static bool NamesPerson(Flow flow, int start, int end)
    {
        ReadOnlySpan<char> line = flow.Slice(start, end);
        if (line.IndexOfAny(s_stops) >= 0)
        {
            return false;
        }

        int last = end - 1;
        while (last > start && !flow.HasGapBefore(last))
        {
            last--;
        }

        return s_masked.Ends(line)
            || (last > start && end - last is >= 2 and <= LongestName && s_posts.Ends(flow.Slice(start, last)))
            || (last > start && last - start is >= 2 and <= LongestName && s_posts.Ends(line));
    }

    private static ReadOnlySpan<char> Line(Flow flow, int i) => flow.Slice(flow.Lines[i].Start, flow.Lines[i].End);

    private static bool IsTitle(Flow flow, int i) => flow.Lines[i].Cell is null && FrontMatter.IsFullTitle(Line(flow, i));

    private static bool EndsDocument(ReadOnlySpan<char> line) =>
        line.Length > 0 && (line[^1] is '。' or '!' or '日' || Lexicon.Gratitude.IsIn(line));

    private static bool IsByline(ReadOnlySpan<char> line) =>
        line.Length <= LongestByline && line.IndexOfAny("。;") < 0 && !MarkScanner.Opens(line.TrimStart('('))
        && !HeadingWords.IsHeadingLine(line);

    private static void Leave(Flow flow, Draft draft, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            draft.Leave(flow.Lines[i].Start, flow.Lines[i].End, UnplacedReason.Furniture);
        }
    }

    /// <summary>True for a line that begins another document of the same file.</summary>
    public static bool IsDivider(ReadOnlySpan<char> line)
    {
        line = line.Trim("()#*:。 \"");
        if (line.IsEmpty || line.Length > LongestDivider || line.IndexOfAny("。,;") >= 0)
        {
            return false;
        }

        if (NumberedWord(line, "篇") || NumberedWord(line, "范文") || NumberedWord(line, "材料") || NumberedWord(line, "样本")
            || (line.StartsWith("之") && line.IndexOf(':') is > 1 and <= 3 && IsNumber(line[1..line.IndexOf(':')]))
            || (line.StartsWith("之") && IsNumber(line[1..])))
        {
            return true;
        }

        if (line[0] == '第' && ChineseNumeral.ReadPrefix(line[1..], out int value) is var length and > 0 && value < 100)
        {
            return line[(1 + length)..] is "篇" || line[(1 + length)..].StartsWith("篇:");
        }

        // 党支部对照检查材料篇二, 自查报告范文3.
        ReadOnlySpan<char> tail = line[Math.Max(0, line.Length - 5)..];
        int at = Math.Max(tail.LastIndexOf("篇"), tail.LastIndexOf("文"));
        return at >= 0 && Lexicon.TitleWord.IsIn(line) && IsNumber(tail[(at + 1)..]);
    }

    // 篇一, 篇一:个人对照检查材料
    private static bool NumberedWord(ReadOnlySpan<char> line, string word)
    {
        if (!line.StartsWith(word))
        {
            return false;
        }

        ReadOnlySpan<char> rest = line[word.Length..];
        int end = rest.IndexOfAny(':', ' ');
        return IsNumber((end < 0 ? rest : rest[..end]).TrimStart('之'));
    }

    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= 3
        && (text.IndexOfAnyExceptInRange('0', '9') < 0 || ChineseNumeral.TryParse(text, out _));
}
