namespace Gongxing.Review.Structure;

/// <summary>Builds the tree of marked items of one document out of its lines.</summary>
internal sealed class OutlineBuilder
{
    // No text nests so deep; a damaged one must not nest without end.
    private const int Deepest = 24;
    private const int LongestLead = 90;
    private static readonly WordSet s_goesOn = new(["下一步", "下步", "下阶段", "后续", "今后"]);

    private readonly Flow _flow;
    private readonly double[] _ranks;
    private readonly List<Node> _open = [];
    private readonly List<int> _bullets = [];

    // The last number of each style.
    private readonly int[] _values = new int[(int)MarkStyle.Label + 1];
    private readonly HashSet<LabelRole> _repeated;
    private readonly BareHeadings _bare;

    private OutlineBuilder(Flow flow, double[] ranks, HashSet<LabelRole> repeated, BareHeadings bare, Node root)
    {
        (_flow, _ranks, _repeated, _bare) = (flow, ranks, repeated, bare);
        _open.Add(root);
    }

    public static Node Build(Flow flow, IReadOnlyList<FlowLine> lines, int start, int end)
    {
        var root = new Node(new Mark(MarkStyle.Chapter, start, start, 0, true), double.MinValue) { End = end };
        var scanner = new MarkScanner(flow);
        List<List<Mark>> marks = [.. lines.Select(scanner.Scan)];
        SerialMarks.DropSingles(marks);
        ArrowMarks.Name(flow, lines, marks);
        AnswerByProgress(flow, marks);
        CountedLabels.Merge(marks);
        var bare = new BareHeadings(flow, lines, marks);
        List<Mark> all = [.. marks.SelectMany(line => line)];
        HashSet<LabelRole> repeated =
            [.. all.Where(mark => mark.Style == MarkStyle.Label).Select(mark => mark.Label).Concat(bare.Labels)
                .GroupBy(role => role).Where(group => group.Count() > 1).Select(group => group.Key)];

        var builder = new OutlineBuilder(flow, MarkRanks.Of(all), repeated, bare, root);
        for (int i = 0; i < lines.Count; i++)
        {
            builder.AddLine(lines[i], marks[i]);
        }

        builder.CloseTo(0, end);
        TitleAll(flow, root);
        return root;
    }

    // 整改情况 is the answer to a finding where nothing is labelled 整改措施; 下一步 goes on from it.
    private static void AnswerByProgress(Flow flow, List<List<Mark>> marks)
    {
        if (marks.Exists(line => line.Exists(mark => mark is { Style: MarkStyle.Label, Label: LabelRole.Measure }
            && !s_goesOn.IsIn(flow.Slice(mark.Start, mark.ContentStart)))))
        {
            return;
        }

        foreach (List<Mark> line in marks)
        {
            for (int i = 0; i < line.Count; i++)
            {
                line[i] = line[i].Label == LabelRole.Answer ? line[i] with { Label = LabelRole.Measure } : line[i];
            }
        }
    }

    private Node Top => _open[^1];

    private void AddLine(FlowLine line, List<Mark> marks)
    {
        if (marks.Count == 0 || !marks[0].AtLineStart)
        {
            if (_bare.At(line) is { } heading)
            {
                OpenBare(line, heading);
            }
            else if (line.HeadingLevel > 0)
            {
                Open(new Mark(MarkStyle.Heading, line.Start, line.Start, 0, true), StyledRank(line));
            }
        }

        foreach (Mark mark in marks)
        {
            if (mark.Style == MarkStyle.Label)
            {
                OpenLabel(mark, line);
            }
            else if (mark.Style == MarkStyle.Bullet
                && HeadingWords.BareRoles(_flow.Slice(mark.ContentStart, line.End)).Count > 0)
            {
                Open(mark with { Style = MarkStyle.Heading, Value = 0 }, _ranks[(int)MarkStyle.Heading]);
            }
            else
            {
                OpenLead(mark, line);
                OpenNumber(mark, mark.AtLineStart ? line.HeadingLevel : 0);
            }
        }
    }

    // …。究其原因，主要是：1、… in the middle of a line: where no list stands further out, the sentence opens a section.
    private void OpenLead(Mark mark, FlowLine line)
    {
        int same = DeepestSame(mark, headingLevel: 0);
        bool outermost = same == 1 || (same == 2 && _open[1].Mark.IsSentence);
        if (mark.Value != 1 || !outermost || mark.Start == line.Start || _flow.Text[mark.Start - 1] != ':')
        {
            return;
        }

        int from = Math.Max(line.Start, mark.Start - LongestLead);
        int stop = _flow.Slice(from, mark.Start).LastIndexOf('。');
        if (stop >= 0 && LeadIn.Role(_flow.Slice(from + stop + 1, mark.Start)) is var role and not LabelRole.None)
        {
            int start = from + stop + 1;
            Open(new Mark(MarkStyle.Heading, start, start, 0, false) { Label = role, IsSentence = true },
                _ranks[(int)MarkStyle.Heading]);
        }
    }

    private void OpenNumber(Mark mark, int headingLevel)
    {
        while (Top.IsLabel && Top.Mark.Label >= LabelRole.Owner)
        {
            CloseTo(_open.Count - 1, mark.Start);
        }

        int same = DeepestSame(mark, headingLevel);
        if (same > 0 && mark is { Value: 1, AtLineStart: true } && headingLevel == 0 && _open[same].HeadingLevel > 0)
        {
            // ## 2. 没做好的地方 ⏎ 1. …: the list below a styled heading is numbered as the heading is.
            CloseTo(same + 1, mark.Start);
        }
        else if (same > 0)
        {
            bool restarts = mark.Value == 1 && _open[same].Mark.Value >= 1;
            bool alone = _open.FindIndex(node => node.Mark.Style == mark.Style) == same;
            if (restarts && alone && mark.AtLineStart && Top == _open[same] && IsBareSection(Top, mark.Start))
            {
                // 二、检视的问题 ⏎ 一、带头…: the list below begins again with the same numbers.
                _values[(int)mark.Style] = mark.Value;
                Push(new Node(mark, RankOf(mark)) { HeadingLevel = headingLevel });
                return;
            }

            bool inLabel = same < _open.Count - 1 && _open.FindLastIndex(node => node.IsLabel) > same;
            if (restarts && inLabel)
            {
                CloseTo(_open.FindLastIndex(node => node.IsLabel) + 1, mark.Start);
            }
            else
            {
                CloseTo(same, mark.Start);
            }
        }
        else
        {
            double rank = RankOf(mark);
            bool deeper = !mark.AtLineStart && mark.Value == 1 && Top.Mark.Style >= MarkStyle.ArabicInBrackets
                && !Top.IsLabel;
            while (!deeper && _open.Count > 1 && (Top.Rank >= rank || LostItsNumber(mark)))
            {
                CloseTo(_open.Count - 1, mark.Start);
            }
        }

        _values[(int)mark.Style] = mark.Value;
        Push(new Node(mark, RankOf(mark)) { HeadingLevel = headingLevel });
    }

    // ■ and ● have no order of their own: the one that came first stands further out.
    private double RankOf(Mark mark)
    {
        if (mark.Style != MarkStyle.Bullet)
        {
            return _ranks[(int)mark.Style];
        }

        int order = _bullets.IndexOf(mark.Value);
        if (order < 0)
        {
            order = _bullets.Count;
            _bullets.Add(mark.Value);
        }

        return _ranks[(int)MarkStyle.Bullet] + Math.Min(9, order);
    }

    private bool IsBareSection(Node node, int end) =>
        HeadingWords.BareRoles(_flow.Slice(node.ContentStart, end).TrimEnd('\n')).Count > 0;

    // The open node of the same style that this number goes on from, else the innermost of them.
    private int DeepestSame(Mark mark, int headingLevel)
    {
        int deepest = 0;
        for (int i = _open.Count - 1; i > 0; i--)
        {
            if (_open[i].Mark.Style != mark.Style || (headingLevel > 0 && _open[i].HeadingLevel == 0)
                || (mark.Style == MarkStyle.Bullet && _open[i].Mark.Value != mark.Value))
            {
                continue;
            }

            if (_open[i].Mark.Value + 1 == mark.Value)
            {
                return i;
            }

            deepest = deepest == 0 ? i : deepest;
        }

        return deepest;
    }

    // 担当作为方面 between （二） and （四）: the fourth is its sibling, not its child.
    private bool LostItsNumber(Mark mark) =>
        Top.IsBareHeading && mark.Value > 1 && Top.Parent is { } parent
        && parent.Holds(mark.Style) && !Top.Holds(mark.Style)
        && _values[(int)mark.Style] + 1 != mark.Value;

    private void OpenBare(FlowLine line, BareHeading heading)
    {
        var mark = new Mark(MarkStyle.Heading, line.Start, heading.ContentStart, 0, true) { Label = heading.Label };
        if (heading.IsSentence)
        {
            Open(mark with { IsSentence = true }, _ranks[(int)MarkStyle.Heading]);
        }
        else if (LeadsIn(heading, line))
        {
            return;
        }
        else if (heading.Label != LabelRole.None && _repeated.Contains(heading.Label) && !heading.HeadsNumbered)
        {
            if (_flow.Slice(line.Start, line.End).TrimEnd("。:").EndsWith("如下"))
            {
                // 对照检查如下。 above labels announces them all and is none of them.
                return;
            }

            OpenLabel(mark with { Style = MarkStyle.Label, ContentStart = heading.Answer ?? mark.ContentStart }, line);
        }
        else if (heading.IsAspect)
        {
            if (RepeatsTitle(heading.ContentStart, line))
            {
                return;
            }

            int label = heading.BeginsRecord ? _open.FindIndex(node => node.IsLabel) : -1;
            if (label > 0)
            {
                CloseTo(label, line.Start);
            }

            Open(mark, line.HeadingLevel > 0 ? StyledRank(line) : MarkRanks.BareAspect);
        }
        else
        {
            Open(mark, line.HeadingLevel > 0 ? StyledRank(line) : _ranks[(int)MarkStyle.Heading]);
        }
    }

    // （一）筑牢政治忠诚 ⏎ 政治忠诚方面：… names one aspect twice.
    private bool RepeatsTitle(int start, FlowLine line)
    {
        if (_open.Count == 1 || Top.IsLabel || Top.Mark.Style is MarkStyle.Heading)
        {
            return false;
        }

        ReadOnlySpan<char> title = HeadingWords.Bare(_flow.Slice(Top.ContentStart, line.Start));
        int named = HeadingWords.AspectLength(_flow.Slice(start, line.End));
        ReadOnlySpan<char> name = _flow.Slice(start, start + named - 2);
        return named > 2 && title.Length is >= 2 and <= 24 && title.IndexOfAny('。', '\n') < 0
            && HeadingWords.BareRoles(title).Count == 0
            && (title.Contains(name, StringComparison.Ordinal) || name.StartsWith(title));
    }

    // 二、原因分析 ⏎ 主要有以下原因： says again what the heading above it has said.
    private bool LeadsIn(BareHeading heading, FlowLine line) =>
        heading.Label != LabelRole.None && _open.Count > 1 && _flow.Text[line.End - 1] == ':'
        && HeadingWords.Roles(_flow.Slice(Top.ContentStart,
            TitleCutter.End(_flow.Text, Top.ContentStart, line.Start))) is [.., var role]
        && BareHeadings.LabelOf(role) == heading.Label;

    private static double StyledRank(FlowLine line) => (double)MarkStyle.Chapter + line.HeadingLevel * 0.5;

    private void Open(Mark mark, double rank)
    {
        while (_open.Count > 1 && Top.Rank >= rank)
        {
            CloseTo(_open.Count - 1, mark.Start);
        }

        Push(new Node(mark, rank));
    }

    private void OpenLabel(Mark mark, FlowLine line)
    {
        int label = _open.FindLastIndex(node => node.IsLabel);
        bool said = mark.Label >= LabelRole.Owner;
        if (said && _open.Count == 1)
        {
            // 检查时间： above everything is said of nothing.
            return;
        }

        if (said && !mark.AtLineStart && Top.Start >= line.Start && !Top.IsLabel)
        {
            // 责任人 inside the very item it is said of.
            Push(new Node(mark, Top.Rank + 0.5));
            return;
        }

        bool alone = label > 0 && !_repeated.Contains(_open[label].Mark.Label) && _repeated.Contains(mark.Label)
            && label < _open.Count - 1;
        if (label > 0 && !alone)
        {
            // The outermost of the labels that stand side by side here.
            while (label > 1 && _open[label - 1].IsLabel)
            {
                label--;
            }

            CloseTo(label, mark.Start);
        }
        else if (mark.AtLineStart && !_repeated.Contains(mark.Label) && mark.Label < LabelRole.Owner)
        {
            // Said once in the document: it heads a section.
            Open(mark with { Style = MarkStyle.Heading }, _ranks[(int)MarkStyle.Heading]);
            return;
        }

        // 第三个不足是… ⏎ 之所以这样，…: a label below nothing ends where a heading begins.
        Push(new Node(mark, Math.Max(Top.Rank, _ranks[(int)MarkStyle.Heading]) + 0.5));
    }

    private void Push(Node node)
    {
        if (_open.Count >= Deepest)
        {
            CloseTo(Deepest - 1, node.Start);
        }

        Top.Add(node);
        _open.Add(node);
    }

    private void CloseTo(int depth, int end)
    {
        while (_open.Count > depth)
        {
            Top.End = end;
            _open.RemoveAt(_open.Count - 1);
        }
    }

    // 根子在哪里？ ⏎ …: the question leads over, the answer is what it leads to.
    private static int AfterQuestion(string text, Node node)
    {
        int line = text.IndexOf('\n', node.Start, node.End - node.Start);
        return line > node.Start && line + 1 < node.End && text[line - 1] is '?' or ':' ? line + 1 : node.Start;
    }

    // 产生原因：图安逸。 with the words it heads in its own line.
    private static bool SaysInLine(string text, Node node) =>
        node is { IsBareHeading: true, Mark: { IsSentence: false, Label: not LabelRole.None } }
        && node.ContentStart > node.Start && node.ContentStart < node.End
        && text[node.ContentStart - 1] is ':' or '|' && text[node.ContentStart] != '\n';

    private static void TitleAll(Flow flow, Node node)
    {
        string text = flow.Text;
        foreach (Node child in node.Children)
        {
            int own = child.OwnEnd;
            child.TitleEnd = TitleCutter.End(flow, child.ContentStart, Math.Max(own, child.ContentStart));
            bool bracketed = child.IsBareHeading && child.ContentStart > 0 && text[child.ContentStart - 1] == '(';
            int close = bracketed ? text.IndexOf(')', child.ContentStart, child.TitleEnd - child.ContentStart) : -1;
            child.TitleEnd = close < 0 ? child.TitleEnd : close;
            if (!child.Mark.AtLineStart && child.Mark.Style <= MarkStyle.Han
                && HeadingWords.GluedLength(text.AsSpan()[child.ContentStart..child.TitleEnd]) is var glued and > 0)
            {
                child.TitleEnd = child.ContentStart + glued;
            }

            if (SaysInLine(text, child))
            {
                child.TitleEnd = child.ContentStart;
            }

            child.BodyStart = child.Mark.IsSentence && child.Children.Count == 0
                ? AfterQuestion(text, child)
                : TitleCutter.SkipStop(text, child.TitleEnd, child.End);
            TitleAll(flow, child);
        }
    }
}
