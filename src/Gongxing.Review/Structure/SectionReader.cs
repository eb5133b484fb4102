using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>Gives the outline's items their roles, and hands each section to the reader of its role.</summary>
internal sealed class SectionReader(Draft draft, bool isRectification)
{
    private static readonly WordSet s_conduct = new(["责任", "组织", "总体", "推进", "开展", "领导"]);
    private static readonly WordSet s_self = new(["我", "本人", "班子", "支部"]);
    private static readonly WordSet s_general = new(["工作要求", "组织保障", "保障措施", "组织领导", "有关要求"]);

    private readonly FindingReader _findings = new(draft, isRectification);
    private readonly MeasureReader _measures = new(draft);
    private readonly CauseReader _causes = new(draft, new MeasureReader(draft));
    private const int LongestHeading = 120;

    private int _measuresBefore;
    private int _findingsBefore;
    private bool _lookedAhead;
    private (Node? Parent, int Start) _lastSection = (null, -1);

    /// <summary>A table of the document lists its findings: prose under no heading adds none to them.</summary>
    public bool BesideLedger { get; init; }

    private ReadOnlySpan<char> Title(Node node) => draft.Flow.Slice(node.ContentStart, node.TitleEnd);

    public void Read(Node root)
    {
        if (root.Children.Count == 0)
        {
            ReadProse(root);
            return;
        }

        _findings.ExplainsInside = !TellsApart(root, SectionRole.Causes, depth: 2);
        _findings.PromisesInside = !TellsApart(root, SectionRole.Measures, depth: 2);
        _findingsBefore = draft.Findings.Count;
        _lookedAhead = false;
        _measuresBefore = draft.Measures.Count;
        // 一是…二是 inside the opening paragraph counts what was done before the meeting.
        int opening = root.Children.FindIndex(child => child.Mark.AtLineStart || child.Mark.Style < MarkStyle.Ordinal);
        if (opening > 0 && (RolesOf(root.Children[opening]).Count > 0 || BeginsAgain(root, opening))
            && !HoldsTheFaults(root, opening))
        {
            root.Children.RemoveRange(0, opening);
        }

        int first = root.Children[0].Start;
        bool cut = root.Children[0].Mark.Value > 1 && root.Children[0].Mark.Style != MarkStyle.Label;
        if (cut)
        {
            draft.Leave(root.Start, first, UnplacedReason.NoSection);
        }
        else if (!draft.Flow.Slice(root.Start, first).IsWhiteSpace())
        {
            ReadOpening(root, first);
        }

        ReadLevel(root);
    }

    // 毛病有三个：一是没耐心…; before 之所以这样，… and no section for faults, the opening is where they are.
    private bool HoldsTheFaults(Node root, int opening) =>
        !root.Children.Exists(child => RolesOf(child).Contains(SectionRole.Findings))
        && (Asks(draft.Flow.Slice(root.Start, root.Children[0].Start))
            || root.Children.Take(opening).Count(child => child.IsLabel
            || Lexicon.Deficiency.IsIn(draft.Flow.Slice(child.ContentStart, child.End))) * 2 >= opening);

    // 一年来，一是…，二是…。这些不多讲。⏎ 一是…: the list on lines of its own is the one the text is about.
    private bool BeginsAgain(Node root, int opening) =>
        root.Children[opening].Mark is { Value: 1 } mark && mark.Style == root.Children[0].Mark.Style
        && !root.Children.Take(opening).Any(child => Lexicon.Deficiency.IsIn(Title(child)));

    // 哪里出了错？首先，…
    private static bool Asks(ReadOnlySpan<char> before) =>
        before.EndsWith("?")
        || LeadIn.Role(before.TrimEnd("。:")[(before.TrimEnd("。:").LastIndexOf('。') + 1)..]) == LabelRole.Problem;

    // A section or a label of that role stands somewhere.
    private bool TellsApart(Node node, SectionRole role, int depth) => depth > 0 && node.Children.Exists(child =>
        child.Mark.Label == BareHeadings.LabelOf(role) || RolesOf(child).Contains(role)
        || TellsApart(child, role, depth - 1));

    // Where 究其原因，… comes first, and no section for what it explains, that is in the prose above it.
    private void ReadOpening(Node root, int end)
    {
        bool explains = root.Children[0].Mark is { Label: LabelRole.Cause, Style: MarkStyle.Heading }
            && !root.Children.Exists(child => RolesOf(child).Contains(SectionRole.Findings));
        draft.Sections.Add(new SectionDraft(
            explains ? SectionRole.Findings : SectionRole.Preamble, null, root.Start, end));
        if (explains)
        {
            _findings.ReadParagraphs(root.Start, end);
        }
    }

    private void ReadLevel(Node parent)
    {
        List<Node> loose = [];
        SectionRole? role = null;
        bool blocks = parent.Children.Count(child => IsBlock(child) || ListsRecords(child)) > 1;
        Dictionary<Node, SectionRole> guessed = blocks ? []
            : NeutralSections.Guess(draft.Flow, [.. parent.Children.Select(child => (child, RolesOf(child)))]);
        foreach (Node child in parent.Children)
        {
            IReadOnlyList<SectionRole> roles = guessed.TryGetValue(child, out SectionRole guess) ? [guess]
                : RolesOf(child);
            if (roles.Count > 0)
            {
                ReadLoose(parent, loose, role);
                loose.Clear();
                roles = roles is [SectionRole.Measures] && ComesBeforeFaults(parent, child)
                    ? [SectionRole.LastYear]
                    : roles;
                role = roles[^1];
                ReadSection(child, roles, named: !guessed.ContainsKey(child));
            }
            else if (!blocks && !SaysRole(child) && child.Items.Any(item => BareRoles(item).Count > 0)
                && !HasRecord(child))
            {
                ReadLoose(parent, loose, role);
                loose.Clear();
                ReadLevel(child);
            }
            else
            {
                loose.Add(child);
            }
        }

        ReadLoose(parent, loose, role);
    }

    // 一、关于学习不深的问题 ⏎ （一）具体表现 （二）原因剖析 （三）整改措施, and the same again under the next one.
    private bool IsBlock(Node node) => !node.IsLabel && RolesOf(node).Count == 0
        && node.Items.FirstOrDefault() is { } first && RecordReader.RoleOf(draft.Flow, first) == SectionRole.Findings
        && node.Items.Skip(1).Any(item => RecordReader.RoleOf(draft.Flow, item)
            is SectionRole.Causes or SectionRole.Measures);

    // 一、临边洞口 ⏎ 1.隐患：…整改措施：…: records under the name of a place.
    private bool ListsRecords(Node node) => !node.IsLabel && RolesOf(node).Count == 0
        && node.Items.Count(HasRecord) is var records and > 0 && records * 2 > node.Items.Count();

    // What was mended stands before the faults, what will be after them: 一、上年问题的整改 二、存在的问题 三、整改措施.
    private bool ComesBeforeFaults(Node parent, Node child)
    {
        if (_lookedAhead)
        {
            // One look ahead a document keeps the time linear.
            return false;
        }

        _lookedAhead = true;
        int from = parent.Children.IndexOf(child);
        int faults = isRectification || draft.Findings.Count > _findingsBefore ? -1
            : parent.Children.FindIndex(from + 1, one => RolesOf(one) is [SectionRole.Findings]);
        return faults > 0
            && parent.Children.FindIndex(faults + 1, one => RolesOf(one) is [SectionRole.Measures]) > 0;
    }

    // 整改措施：1.… 2.制定年度计划…: the label has said what the items are.
    private static bool SaysRole(Node node) => node.IsLabel && node.Mark.Label is LabelRole.Cause or LabelRole.Measure;

    private static bool HasRecord(Node node) =>
        node.Children.Exists(child => child.IsLabel
            && child.Mark.Label is LabelRole.Problem or LabelRole.Cause or LabelRole.Measure);

    private IReadOnlyList<SectionRole> BareRoles(Node node) => HeadingWords.BareRoles(Title(node));

    private IReadOnlyList<SectionRole> RolesOf(Node node)
    {
        if (node.IsLabel)
        {
            return [];
        }

        if (node.IsBareHeading && node.Mark.Label is LabelRole.Problem or LabelRole.Cause or LabelRole.Measure)
        {
            return [node.Mark.Label switch
            {
                LabelRole.Problem => SectionRole.Findings,
                LabelRole.Cause => SectionRole.Causes,
                _ => SectionRole.Measures,
            }];
        }

        IReadOnlyList<SectionRole> roles = BareRoles(node);

        if (roles.Count == 0 && node.Mark.Style <= MarkStyle.Arabic)
        {
            int aspect = BareHeadings.NameLength(draft.Flow, node);
            int line = draft.Flow.Text.IndexOf('\n', node.ContentStart,
                Math.Min(80, draft.Flow.Text.Length - node.ContentStart));
            int end = line < 0 ? node.TitleEnd : Math.Min(line, node.OwnEnd);
            roles = aspect > 0 ? []
                : HeadingWords.Roles(draft.Flow.Slice(node.ContentStart, Math.Max(end, node.TitleEnd)));
        }

        if (roles.Count == 0 && node.Mark.Style <= MarkStyle.Han && node.Children.Count == 0
            && LeadIn.OpenerRole(draft.Flow.Slice(node.BodyStart, node.End)) == LabelRole.Cause)
        {
            // 二、我的反思。根子在思想上…
            return [SectionRole.Causes];
        }

        if (isRectification && roles is [SectionRole.LastYear])
        {
            // In a report on rectification this is the body, not a look back.
            bool answers = draft.Findings.Count > 0 || OnlyAnswers(node);
            return [answers ? SectionRole.Measures : SectionRole.Findings];
        }

        if (isRectification && roles is [SectionRole.Findings, SectionRole.Causes] && draft.Findings.Count > _findingsBefore
            && LeadIn.EndsExplaining(draft.Flow.Slice(node.BodyStart, Math.Max(node.BodyStart, node.OwnEnd))))
        {
            // 三、存在的困难和原因。进度不快，主要是：一是…: the faults were answered above, what is listed here explains.
            return [SectionRole.Causes];
        }

        bool body = isRectification && roles is [SectionRole.Measures] && draft.Findings.Count == _findingsBefore
            && Title(node).EndsWith("情况") && !s_conduct.IsIn(Title(node)) && !OnlyAnswers(node);
        if (isRectification && roles is [SectionRole.Measures] && s_conduct.IsIn(Title(node))
            && Title(node).EndsWith("情况"))
        {
            return [SectionRole.Achievements];
        }

        return body ? [SectionRole.Findings] : roles;
    }

    // 二、整改落实情况 ⏎ 1.通道已清空。 2.主泵已更换。: the faults stand in the notice that is answered.
    private bool OnlyAnswers(Node node) => node.Items.Any()
        && node.Children.TrueForAll(item => !item.IsLabel && item.Children.Count == 0 && !LeadIn.NamesFault(Title(item)))
        && node.Children.Count(item => Lexicon.Deficiency.IsIn(Title(item))) * 2 < node.Children.Count;

    private void ReadSection(Node node, IReadOnlyList<SectionRole> roles, bool named)
    {
        SectionRole role = roles[0];
        string? heading = node.Mark.IsSentence ? null : draft.Flow.Quote(node.Start, HeadingEnd(node));

        // 存在的问题 and 整改措施 as items of a section are sections of their own, but not under last year's.
        if (!(role == SectionRole.LastYear && ComesBeforeSections(node))
            && node.Items.Any(item => BareRoles(item) is [var inner] && (roles.Count > 1 || inner != role))
            && node.Items.Count(item => BareRoles(item).Count > 0) > 1)
        {
            ReadLevel(node);
            return;
        }

        if (role == SectionRole.Preamble && node.Children.Exists(HasRecord))
        {
            // 为什么做这次审计 is the last heading before problems that are told with their causes and measures.
            ReadLevel(node);
            return;
        }

        if (role is SectionRole.Preamble or SectionRole.LastYear && draft.Sections.Count > 0
            && draft.Sections[^1] is var before && before.Role == role)
        {
            draft.Sections[^1] = before with { End = node.End };
            return;
        }

        if (role == SectionRole.Measures && HasProblems(node, depth: 3))
        {
            // 整改任务 that lists each problem with its measures.
            role = SectionRole.Findings;
        }

        if (role == SectionRole.Measures && AdvisesOthers(node))
        {
            role = SectionRole.Other;
        }

        draft.Sections.Add(new SectionDraft(role, heading, node.Start, node.End));
        bool general = node.Children.Count == 0 || s_general.IsIn(Title(node));
        bool answered = role == SectionRole.Measures && general
            && draft.Measures.Count > _measuresBefore && draft.Measures[^1].Record > 0;
        if (!answered)
        {
            Hand(role, node, node.Children, named);
        }
    }

    private bool ComesBeforeSections(Node node)
    {
        if (node.Parent is { } parent && _lastSection.Parent != parent)
        {
            int last = parent.Children.FindLastIndex(one => RolesOf(one) is
                [SectionRole.Findings or SectionRole.Causes or SectionRole.Measures, ..]);
            _lastSection = (parent, last < 0 ? -1 : parent.Children[last].Start);
        }

        return _lastSection.Start > node.Start;
    }

    // 五、工作建议 after 四、整改措施: what others are asked to do is no promise of the writer's.
    private bool AdvisesOthers(Node node) =>
        Title(node) is var title && title.EndsWith("建议") && !title.Contains("整改", StringComparison.Ordinal)
        && draft.Measures.Count > _measuresBefore && draft.Measures[^1].Record == 0;

    private static bool HasProblems(Node node, int depth) =>
        depth > 0 && node.Children.Exists(child =>
            (child.IsLabel && child.Mark.Label == LabelRole.Problem) || HasProblems(child, depth - 1));

    private int HeadingEnd(Node node)
    {
        int line = node.TitleEnd == node.ContentStart ? -1 : draft.Flow.Text.IndexOf('\n', node.ContentStart,
            Math.Min(LongestHeading, draft.Flow.Text.Length - node.ContentStart));
        return line < 0 || line > node.TitleEnd + 30 ? node.TitleEnd : line;
    }

    private void Hand(SectionRole role, Node section, IReadOnlyList<Node> items, bool headed)
    {
        switch (role)
        {
            case SectionRole.Findings:
                _findings.Read(section, items, headed);
                break;
            case SectionRole.Causes:
                _causes.Read(section, items, headed);
                break;
            case SectionRole.Measures:
                _measures.Read(section, items, headed);
                break;
        }
    }

    // Items that stand under no heading: what they are is for their own words to say.
    private void ReadLoose(Node parent, List<Node> items, SectionRole? before)
    {
        if (items.Count == 0)
        {
            return;
        }

        bool toCome = before is null && draft.Findings.Count == _findingsBefore && parent.Children.Exists(child =>
            child.Start > items[^1].Start && RolesOf(child) is [SectionRole.Causes or SectionRole.Measures, ..])
            && !parent.Children.Exists(child => RolesOf(child).Contains(SectionRole.Findings));
        SectionRole role = toCome ? SectionRole.Findings : RoleByWords(items, before);
        draft.Sections.Add(new SectionDraft(role, null, items[0].Start, items[^1].End));
        Hand(role, parent, items, headed: false);
    }

    private SectionRole RoleByWords(List<Node> items, SectionRole? before)
    {
        if (items.Exists(item => item.IsLabel && item.Mark.Label == LabelRole.Problem))
        {
            return SectionRole.Findings;
        }

        int lacking = 0;
        int acting = 0;
        foreach (Node item in items)
        {
            ReadOnlySpan<char> title = Title(item);
            bool aspect = HeadingWords.AspectLength(draft.Flow.Slice(item.ContentStart, item.End)) > 0;
            int first = TitleCutter.End(draft.Flow.Text, item.BodyStart, item.End);
            bool lacks = Lexicon.Deficiency.IsIn(title)
                || (item.Children.Count == 0 && Lexicon.Deficiency.IsIn(draft.Flow.Slice(item.BodyStart, first)))
                || item.Items.Any(child => Lexicon.Deficiency.IsIn(Title(child)));
            lacking += aspect || lacks || HasRecord(item) || IsBlock(item) || ListsRecords(item) ? 1 : 0;
            acting += !lacks && !aspect && Lexicon.Act.Starts(title) ? 1 : 0;
        }

        return (lacking * 2 >= items.Count, before) switch
        {
            (false, SectionRole.Causes or SectionRole.Measures) when acting * 2 >= items.Count => SectionRole.Measures,
            (true, _) => SectionRole.Findings,
            _ => SectionRole.Other,
        };
    }

    // No number and no heading at all: what finds fault with oneself is a finding, and nothing else is guessed.
    private void ReadProse(Node root)
    {
        bool own = !BesideLedger && s_self.IsIn(draft.Flow.Slice(root.Start, root.End));
        SectionRole role = own ? SectionRole.Findings : SectionRole.Other;
        draft.Sections.Add(new SectionDraft(role, null, root.Start, root.End));
        if (own)
        {
            _findings.ReadParagraphs(root.Start, root.End);
        }
    }
}
