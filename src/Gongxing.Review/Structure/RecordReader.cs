using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>
/// Reads what labels hold together: 问题… 原因… 整改措施… 责任人…, which belong to each other by the text's own word.
/// </summary>
internal sealed class RecordReader(Draft draft)
{
    private static readonly WordSet s_details = Lexicon.Set("detailLabels");
    private static readonly WordSet s_dates = new(["日期", "时间"]);

    private const int LongestAttribute = 8;
    private const int LongestValue = 16;

    private readonly HashSet<Node> _taken = [];
    private (Node? Parent, bool Lack) _sisters;
    private readonly MeasureReader _measures = new(draft);
    private readonly CauseReader _causes = new(draft, new MeasureReader(draft));

    /// <summary>The record being read; 0 outside of one.</summary>
    public int Current { get; private set; }

    private Flow Flow => draft.Flow;

    public bool IsRecord(Node item) => item.Children.Exists(child => RoleOf(child) is not null);

    /// <summary>
    /// True for an item under which several problems are labelled: it is an aspect, each problem a record.
    /// </summary>
    public static bool HoldsSeveral(Node item) =>
        item.Children.Count(child => child.IsLabel && child.Mark.Label == LabelRole.Problem && child.Mark.Value > 0) > 1
        || Answers(item.Children) > 1;

    // 整改情况：… 下一步：… side by side are one answer.
    private static int Answers(List<Node> children)
    {
        int answers = 0;
        bool measure = false;
        foreach (Node child in children.Where(child => child.IsLabel))
        {
            bool next = child.Mark.Label == LabelRole.Measure;
            answers += next && !measure ? 1 : 0;
            measure = next;
        }

        return answers;
    }

    /// <summary>Reads an item with labels inside.</summary>
    public void ReadItem(
        Node item, string? aspect, bool isAspect, Action<int, int> addFinding, Action<Node, string?, int> readProblem)
    {
        Current = draft.NextRecord++;
        Node first = item.Children.First(child => RoleOf(child) is not null);
        ReadOnlySpan<char> own = Flow.Slice(item.ContentStart, item.OwnEnd);
        bool listed = first.Items.Any() && RoleOf(first) == SectionRole.Findings && !first.IsLabel;
        bool names = own.Trim().Length >= 2 && !IsAttribute(own);
        bool saysProblem = !isAspect && names && !listed && own.Trim().Length >= (Lexicon.Deficiency.IsIn(own) ? 3 : 4)
            && (RoleOf(first) != SectionRole.Findings || Lexicon.Deficiency.IsIn(own)
                || (IsDetail(first) && SistersLack(item)));
        string? under = aspect;
        if (saysProblem)
        {
            Node? end = item.Children.Find(child => RoleOf(child) is not (null or SectionRole.Findings));
            addFinding(item.ContentStart, end?.Start ?? item.End);
        }
        else if (names)
        {
            under = Flow.Quote(item.ContentStart, Math.Min(item.TitleEnd, first.Start));
            draft.Aspects.Add(new AspectDraft(under, item.ContentStart, item.End));
        }

        foreach (Node child in item.Children)
        {
            if (RoleOf(child) == SectionRole.Findings && saysProblem)
            {
                continue;
            }

            ReadPart(child, under, readProblem);
        }

        ShareAttributes(item.Children);
        Current = 0;
    }

    /// <summary>Reads an item whose title names a problem and whose text says what was done about it.</summary>
    public void ReadQuoted(Node item, Action<int, int> addFinding)
    {
        Current = draft.NextRecord++;
        addFinding(item.ContentStart, item.TitleEnd);
        _measures.ReadAnswer(item, Current);
        Current = 0;
    }

    /// <summary>Reads labels that stand side by side; each 问题 begins a new record.</summary>
    public void ReadLabels(IReadOnlyList<Node> labels, string? aspect, Action<Node> readProblem)
    {
        var record = new List<Node>();
        Current = draft.NextRecord++;
        bool begun = false;
        for (int i = 0; i < labels.Count; i++)
        {
            Node label = labels[i];
            SectionRole? role = RoleOf(label);
            if (_taken.Remove(label))
            {
                continue;
            }

            Node? detail = role == SectionRole.Findings ? DetailOf(labels, i) : null;
            if (role == SectionRole.Findings && begun)
            {
                ShareAttributes(record);
                record.Clear();
                Current = draft.NextRecord++;
            }

            record.Add(label);
            if (detail is not null && IsAttribute(Flow.Slice(label.ContentStart, label.End)))
            {
                // 不符合项1 ⏎ 部门：… ⏎ 不符合：…: the first label only numbers what the next one says.
                begun = false;
                continue;
            }

            if (detail is not null && IsDetailOf(label, detail))
            {
                label.End = detail.End;
                _taken.Add(detail);
            }

            begun |= role == SectionRole.Findings;
            ReadPart(label, aspect, (node, _, _) => readProblem(node));
        }

        ShareAttributes(record);
        Current = 0;
    }

    // The label 不符合 after 不符合项1, whatever attributes (部门：… 条款：…) stand between them.
    private static Node? DetailOf(IReadOnlyList<Node> labels, int i)
    {
        int next = i + 1;
        while (next < labels.Count && labels[next] is { IsLabel: true, Mark.Label: >= LabelRole.Owner })
        {
            next++;
        }

        return next < labels.Count && labels[next] is { IsLabel: true, Mark: { Label: LabelRole.Problem, Value: 0 } }
            ? labels[next] : null;
    }

    // 问题：… 表现：… is one finding.
    private bool IsDetailOf(Node label, Node next) =>
        (IsDetail(next) || label.Mark.Value > 0) && !IsDetail(label)
        && Flow.Slice(label.ContentStart, label.End).Trim().Length >= 4;

    // 专业组：微生物 says whose fault it is, and not what it is.
    private static bool IsAttribute(ReadOnlySpan<char> own)
    {
        foreach (Range line in own.Trim().Split('\n'))
        {
            ReadOnlySpan<char> text = own.Trim()[line].Trim();
            int colon = text.IndexOf(':');
            if (text.Length > 0 && (colon is < 2 or > LongestAttribute || text.Length - colon > LongestValue
                || text[colon..].IndexOfAny("。;!?") >= 0 || Lexicon.Deficiency.IsIn(text)))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsDetail(Node label) => s_details.IsIn(Flow.Slice(label.Start, label.ContentStart));

    // 教育思想偏窄 ⏎ 表现：… beside 听课走过场 ⏎ 表现：…: what heads them is the fault, in words no list has.
    private bool SistersLack(Node item)
    {
        if (item.Parent is not { } parent)
        {
            return false;
        }

        if (_sisters.Parent != parent)
        {
            _sisters = (parent, parent.Items.Any(one =>
                Lexicon.Deficiency.IsIn(Flow.Slice(one.ContentStart, one.TitleEnd))));
        }

        return _sisters.Lack;
    }

    private SectionRole? RoleOf(Node child) => RoleOf(Flow, child);

    /// <summary>What a part of a record tells, by its label or by a heading that is nothing but one.</summary>
    public static SectionRole? RoleOf(Flow flow, Node child)
    {
        ReadOnlySpan<char> title = flow.Slice(child.ContentStart, child.TitleEnd);
        LabelRole label = child.IsLabel ? child.Mark.Label
            : HeadingWords.BareRoles(title) is [var role] ? BareHeadings.LabelOf(role)
            : !title.IsEmpty && Lexicon.Labels.TryMatchAt(title, 0, out int length, out LabelRole named)
                && length == title.Length ? named
            : LabelRole.None;
        return label switch
        {
            LabelRole.Problem => SectionRole.Findings,
            LabelRole.Cause => SectionRole.Causes,
            LabelRole.Measure => SectionRole.Measures,
            _ => null,
        };
    }

    private void ReadPart(Node part, string? under, Action<Node, string?, int> readProblem)
    {
        switch (RoleOf(part))
        {
            case SectionRole.Findings:
                readProblem(part, under, 1);
                break;
            case SectionRole.Causes:
                _causes.ReadPart(part, Current);
                break;
            case SectionRole.Measures:
                _measures.ReadPart(part, Current);
                break;
        }
    }

    private void ShareAttributes(IReadOnlyList<Node> parts)
    {
        List<Element> measures = [.. draft.MeasuresOf(Current)];
        Share(parts, measures, LabelRole.Owner, (measure, said) => measure.Owner ??= said);
        Share(parts, measures, LabelRole.Due, (measure, said) => measure.Due ??= said);
    }

    // 日期：5月6日 above a fault is the day it was found.
    private bool IsBareDate(Node label) =>
        s_dates.LengthAt(Flow.Slice(label.Start, label.ContentStart)) == label.ContentStart - label.Start - 1;

    // 责任单位 and 完成时限 hold for the measures above them, back to the label before; for those below where they come first.
    private void Share(
        IReadOnlyList<Node> parts, List<Element> measures, LabelRole role, Action<Element, string> set)
    {
        int from = -1;
        List<(int Start, string Said)> labels = [.. parts
            .Where(part => part.IsLabel && part.Mark.Label == role)
            .Where(part => !IsBareDate(part) || measures.Exists(measure => measure.Start < part.Start))
            .Select(part => (part.Start, Said: _measures.AttributeOf(part)))
            .Where(label => label.Said is not null)
            .Select(label => (label.Start, label.Said!))];
        bool first = labels.Count > 0 && measures.TrueForAll(measure => measure.Start > labels[0].Start);
        foreach ((int start, string said) in labels)
        {
            foreach (Element measure in measures.Where(measure =>
                first || (measure.Start > from && measure.Start < start)))
            {
                set(measure, said);
            }

            from = start;
        }
    }
}
