using System.Buffers;
using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>A line that heads what follows though it has no number.</summary>
/// <param name="ContentStart">Where its words begin.</param>
/// <param name="Label">What it stands for when it is one of a report's labels.</param>
/// <param name="IsSentence">It leads over in a whole sentence; the sentence may be part of what follows.</param>
internal sealed record BareHeading(int ContentStart, bool IsAspect, LabelRole Label, bool IsSentence = false)
{
    /// <summary>Where the answer begins, for a question.</summary>
    public int? Answer { get; init; }

    /// <summary>It names a problem, and the labels below it tell of it: what was labelled before is over.</summary>
    public bool BeginsRecord { get; init; }

    /// <summary>Above 对策一：…, 对策二：…, which say the same with a number each.</summary>
    public bool HeadsNumbered { get; init; }
}

/// <summary>Finds headings without numbers among the lines of one document.</summary>
internal sealed class BareHeadings
{
    private const int LongestShortLine = 14;
    private const int LongestName = 22;
    private const int LongestOver = 42;
    private static readonly WordSet s_back = Lexicon.Set("lookingBack");
    private static readonly SearchValues<char> s_stops = SearchValues.Create("。;:,!?");
    private static readonly SearchValues<char> s_sentenceStops = SearchValues.Create("。;:!?\n");

    private readonly Dictionary<int, BareHeading> _byStart = [];

    public BareHeadings(Flow flow, IReadOnlyList<FlowLine> lines, List<List<Mark>> marks)
    {
        var headed = new HashSet<LabelRole>(NumberedRoles(flow, marks));
        bool[] back = LooksBack(flow, lines, marks);
        bool bracketedOften = Enumerable.Range(0, lines.Count).Count(i => IsBare(lines, marks, i) && BracketedLength(flow, lines[i]) > 0) > 1;
        for (int i = 0; i < lines.Count; i++)
        {
            if (back[i])
            {
                continue;
            }

            if (IsBare(lines, marks, i) && BracketedLength(flow, lines[i]) is var bracketed and > 0)
            {
                if (bracketed == lines[i].Length || bracketedOften)
                {
                    _byStart[lines[i].Start] = new BareHeading(lines[i].Start + 1, IsAspect: true, LabelRole.None);
                }
            }
            else if (IsBare(lines, marks, i)
                && Read(flow.Slice(lines[i].Start, lines[i].End), lines[i].Start) is { } heading)
            {
                _byStart[lines[i].Start] = heading with { HeadsNumbered = BeginsNumbered(marks, i + 1, heading.Label) };
                headed.Add(heading.Label);
            }
        }

        AddInlineNames(flow, lines, marks);
        AddProblemNames(flow, lines, marks);
        AddQuestions(flow, lines, marks, headed);
        AddShortLines(flow, lines, marks, headed);
        AddSentences(flow, lines, marks, headed, back);
    }

    // 究其原因，… opens a section where it stands once; said again under every aspect, it explains that one.
    private void AddSentences(Flow flow, IReadOnlyList<FlowLine> lines, List<List<Mark>> marks, HashSet<LabelRole> headed,
        bool[] back)
    {
        List<(int Line, LabelRole Role)> leads = [.. Enumerable.Range(0, lines.Count)
            .Where(i => (i > 0 || flow.Text[lines[i].End - 1] == ':') && IsBare(lines, marks, i) && !_byStart.ContainsKey(lines[i].Start) && !back[i])
            .Select(i => (i, LeadsTo(flow, lines, marks, i)))
            .Where(lead => lead.Item2 != LabelRole.None && !headed.Contains(lead.Item2))];
        List<int> explained = [.. leads.Where(lead => lead.Role == LabelRole.Cause && marks[lead.Line].Count == 0)
            .Select(lead => lead.Line)];
        bool apart = explained.Count > 1 && explained.Zip(explained.Skip(1)).All(pair => Enumerable
            .Range(pair.First + 1, pair.Second - pair.First - 1).Any(i => BeginsNext(lines[i], marks[i])));
        foreach ((int line, LabelRole role) in leads)
        {
            if (!(apart && explained.Contains(line)))
            {
                _byStart[lines[line].Start] = new BareHeading(lines[line].Start, IsAspect: false, role, IsSentence: true);
            }
        }
    }

    private bool BeginsNext(FlowLine line, List<Mark> marks) =>
        marks is [{ AtLineStart: true, Style: <= MarkStyle.HanInBrackets, Value: > 1 }, ..]
            || (_byStart.TryGetValue(line.Start, out BareHeading? heading) && heading.IsAspect);

    private static bool BeginsNumbered(List<List<Mark>> marks, int i, LabelRole role) =>
        i < marks.Count && marks[i] is [{ Style: MarkStyle.Label, AtLineStart: true, Value: 1 } mark, ..] && mark.Label == role;

    public IEnumerable<LabelRole> Labels =>
        _byStart.Values.Where(heading => !heading.IsSentence).Select(heading => heading.Label)
            .Where(label => label != LabelRole.None);

    public BareHeading? At(FlowLine line) => _byStart.GetValueOrDefault(line.Start);

    public static LabelRole LabelOf(SectionRole role) => role switch
    {
        SectionRole.Findings => LabelRole.Problem,
        SectionRole.Causes => LabelRole.Cause,
        SectionRole.Measures => LabelRole.Measure,
        _ => LabelRole.None,
    };

    // 在理论学习上，一是…: the words before the first number name what is counted, where several lines begin so.
    private void AddInlineNames(Flow flow, IReadOnlyList<FlowLine> lines, List<List<Mark>> marks)
    {
        ILookup<char, int> named = Enumerable.Range(0, lines.Count)
            .Where(i => lines[i].Cell is null && !_byStart.ContainsKey(lines[i].Start) && marks[i].Count > 0
                && marks[i][0] is { AtLineStart: false, Value: 1, Style: > MarkStyle.ThreePart and < MarkStyle.Bullet }
                && IsName(flow.Slice(lines[i].Start, marks[i][0].Start)))
            .ToLookup(i => flow.Text[marks[i][0].Start - 1]);
        foreach (int i in named.Where(group => group.Count() > 1).SelectMany(group => group))
        {
            _byStart[lines[i].Start] = new BareHeading(lines[i].Start, IsAspect: true, LabelRole.None);
        }

        if (named[','].Count(i => flow.Text[lines[i].Start] == '在') > 1)
        {
            AddOneFaultNames(flow, lines, marks, named[','].First());
        }
    }

    // 在落实主体责任上，谈话流于形式。 beside 在理论学习上，一是…二是…: one fault needs no number.
    private void AddOneFaultNames(Flow flow, IReadOnlyList<FlowLine> lines, List<List<Mark>> marks, int first)
    {
        for (int i = first + 1; i < lines.Count; i++)
        {
            if (IsBare(lines, marks, i) && !_byStart.ContainsKey(lines[i].Start)
                && flow.Text[lines[i].Start] == '在' && OverLength(flow.Slice(lines[i].Start, lines[i].End)) > 0)
            {
                _byStart[lines[i].Start] = new BareHeading(lines[i].Start, IsAspect: true, LabelRole.None);
            }
        }
    }

    // 关于学习不深的问题 ⏎ 表现：…原因：…措施：…, and again: a line that names a problem heads what is told of it.
    private void AddProblemNames(Flow flow, IReadOnlyList<FlowLine> lines, List<List<Mark>> marks)
    {
        List<int> named = [.. Enumerable.Range(0, lines.Count - 1)
            .Where(i => IsBare(lines, marks, i) && marks[i].Count == 0 && !_byStart.ContainsKey(lines[i].Start)
                && ProblemNames.IsOne(flow, lines, marks, i))];
        foreach (int i in named.Where(_ => named.Count > 1))
        {
            int content = lines[i].Start + ProblemNames.CaseLength(flow.Slice(lines[i].Start, lines[i].End));
            _byStart[lines[i].Start] = new BareHeading(content, IsAspect: true, LabelRole.None) { BeginsRecord = true };
        }
    }

    // 毛病在哪里？ … 为什么会这样？ … 怎么改？ …: questions that ask for different things, each heads its answer.
    private void AddQuestions(Flow flow, IReadOnlyList<FlowLine> lines, List<List<Mark>> marks,
        HashSet<LabelRole> headed)
    {
        var asked = new List<(int Start, int Answer, LabelRole Role)>();
        for (int i = 0; i < lines.Count; i++)
        {
            ReadOnlySpan<char> text = flow.Slice(lines[i].Start, lines[i].End);
            int length = IsBare(lines, marks, i) ? Dialogue.QuestionLength(text) : 0;
            LabelRole role = length > 0 ? Dialogue.RoleOf(text[..length]) : LabelRole.None;
            if (role is LabelRole.Problem or LabelRole.Cause or LabelRole.Measure)
            {
                asked.Add((lines[i].Start, lines[i].Start + length, role));
            }
        }

        if (asked.DistinctBy(one => one.Role).Count() < 2)
        {
            return;
        }

        foreach ((int start, int answer, LabelRole role) in asked)
        {
            _byStart[start] = new BareHeading(start, IsAspect: false, role) { Answer = answer };
            headed.Add(role);
        }
    }

    // The lines of a section on what became of last year's faults.
    private static bool[] LooksBack(Flow flow, IReadOnlyList<FlowLine> lines, List<List<Mark>> marks)
    {
        bool[] back = new bool[lines.Count];
        MarkStyle? style = null;
        for (int i = 0; i < lines.Count; i++)
        {
            if (marks[i].Count > 0 && marks[i][0] is { AtLineStart: true, Style: <= MarkStyle.HanInBrackets } mark
                && (style is null || mark.Style <= style))
            {
                int end = TitleCutter.End(flow.Text, mark.ContentStart, lines[i].End);
                style = HeadingWords.Roles(flow.Slice(mark.ContentStart, end)) is [SectionRole.LastYear]
                    ? mark.Style : null;
            }
            else if (lines[i].Cell is null && marks[i].Count == 0 && style is null or MarkStyle.Heading
                && HeadingWords.BareRoles(flow.Slice(lines[i].Start, lines[i].End)) is { Count: > 0 } roles
                && (roles is [SectionRole.LastYear] || !s_back.IsIn(flow.Slice(lines[i].Start, lines[i].End))))
            {
                style = roles is [SectionRole.LastYear] ? MarkStyle.Heading : null;
                continue;
            }

            // 去年查摆6个问题。 and 还没有到位的： lead to nothing of this year.
            back[i] = style is not null && s_back.IsIn(flow.Slice(lines[i].Start, lines[i].End));
        }

        return back;
    }

    /// <summary>How long the name of an aspect is that the node begins with: 理论学习方面, 在理论学习上; 0 for none.</summary>
    public static int NameLength(Flow flow, Node node)
    {
        ReadOnlySpan<char> text = flow.Slice(node.ContentStart, node.End);
        int name = HeadingWords.AspectLength(text);
        return name == 0 && node is { IsBareHeading: true, Mark.IsSentence: false } ? OverLength(text) : name;
    }

    /// <summary>
    /// How much of the text, from its start, is 在…上 before a comma, whatever commas stand in the name itself; 0 for none.
    /// </summary>
    private static int OverLength(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> head = text[..Math.Min(text.Length, LongestOver)];
        int stop = head.IndexOfAny(s_sentenceStops);
        int over = (stop < 0 ? head : head[..stop]).IndexOf("上,");
        return over > 2 && head[0] == '在' && !Lexicon.Deficiency.IsIn(head[..over]) ? over + 1 : 0;
    }

    private static bool IsName(ReadOnlySpan<char> words)
    {
        if (OverLength(words) == words.Length - 1 && LeadIn.Role(words) == LabelRole.None)
        {
            return true;
        }

        if (words.Length is < 4 or > LongestName || words[..^1].IndexOfAny(s_stops) >= 0
            || Lexicon.Deficiency.IsIn(words) || LeadIn.Role(words) != LabelRole.None)
        {
            return false;
        }

        return words[^1] switch
        {
            ':' => !"是有下在了".Contains(words[^2]) && !words.Contains("表现", StringComparison.Ordinal),
            ',' => "上中里内".Contains(words[^2]),
            _ => false,
        };
    }

    // 改正的打算: a few words on a line of their own before a paragraph, with a word for a role among them.
    private void AddShortLines(Flow flow, IReadOnlyList<FlowLine> lines, List<List<Mark>> marks,
        HashSet<LabelRole> headed)
    {
        for (int i = 1; i + 1 < lines.Count; i++)
        {
            ReadOnlySpan<char> text = flow.Slice(lines[i].Start, lines[i].End);
            if (text.Length > LongestShortLine || !IsBare(lines, marks, i) || _byStart.ContainsKey(lines[i].Start)
                || text.IndexOfAnyExceptInRange('\u3400', '\u9fff') >= 0 || lines[i + 1].Length < text.Length * 2)
            {
                continue;
            }

            if (HeadingWords.Roles(text) is [var role] && LabelOf(role) is var label && label != LabelRole.None
                && !headed.Contains(label))
            {
                _byStart[lines[i].Start] = new BareHeading(lines[i].Start, IsAspect: false, label);
            }
        }
    }

    private static bool IsBare(IReadOnlyList<FlowLine> lines, List<List<Mark>> marks, int i) =>
        lines[i].Cell is null && (marks[i].Count == 0 || !marks[i][0].AtLineStart);

    private static IEnumerable<LabelRole> NumberedRoles(Flow flow, List<List<Mark>> marks)
    {
        foreach (Mark mark in marks.SelectMany(line => line))
        {
            if (mark.Style == MarkStyle.Label)
            {
                yield return mark.Label;
                continue;
            }

            if (mark.Style > MarkStyle.Arabic)
            {
                continue;
            }

            int end = TitleCutter.End(flow.Text, mark.ContentStart, Math.Min(flow.Text.Length, mark.ContentStart + 40));
            foreach (SectionRole role in mark.Style <= MarkStyle.Han
                ? HeadingWords.Roles(flow.Slice(mark.ContentStart, end))
                : HeadingWords.BareRoles(flow.Slice(mark.ContentStart, end)))
            {
                yield return LabelOf(role);
            }
        }
    }

    private static LabelRole LeadsTo(Flow flow, IReadOnlyList<FlowLine> lines, List<List<Mark>> marks, int i)
    {
        FlowLine line = lines[i];
        if (marks[i].Count > 0)
        {
            LabelRole led = marks[i][0].Value == 1 ? LeadIn.Role(flow.Slice(line.Start, marks[i][0].Start))
                : LabelRole.None;
            return led != LabelRole.None || marks[i][0].Value != 1 ? led
                : LeadIn.Explains(flow.Slice(line.Start, line.End));
        }

        ReadOnlySpan<char> text = flow.Slice(line.Start, line.End);
        bool beforeList = i + 1 < lines.Count && marks[i + 1].Count > 0
            && marks[i + 1][0] is { AtLineStart: true, Value: 1, Style: not (MarkStyle.Chapter or MarkStyle.Spaced) };
        LabelRole role = beforeList || text.EndsWith(":") ? LeadIn.Role(text) : LabelRole.None;
        role = role != LabelRole.None ? role : LeadIn.OpenerRole(text);
        return role != LabelRole.None ? role : LeadIn.Explains(text);
    }

    // 【作业管理】 at the start of a line names an aspect: alone, or, where several lines begin so, before what is said of it.
    private static int BracketedLength(Flow flow, FlowLine line)
    {
        ReadOnlySpan<char> text = flow.Slice(line.Start, Math.Min(line.End, line.Start + LongestName));
        int close = text.IndexOf(')');
        return close > 2 && flow.Source[flow.ToSource(line.Start, line.End).Start] is '【' or '［' or '〔' or '['
            && HeadingWords.BareRoles(text[1..close]).Count == 0 && text[1..close].IndexOfAny(s_stops) < 0
            ? close + 1
            : 0;
    }

    private static BareHeading? Read(ReadOnlySpan<char> line, int start)
    {
        ReadOnlySpan<char> clean = line.TrimStart("?!。,;:. ");
        start += line.Length - clean.Length;
        line = clean;
        ReadOnlySpan<char> bare = HeadingWords.Bare(line).Trim("()");
        int aspect = HeadingWords.AspectLength(line);
        if (aspect > 0 && ((aspect < line.Length && line[aspect] == ':') || aspect >= bare.Length))
        {
            return new BareHeading(start + Damage(line[..aspect]), IsAspect: true, LabelRole.None);
        }

        IReadOnlyList<SectionRole> roles = HeadingWords.BareRoles(bare);
        if (roles.Count == 0 && !bare.IsEmpty && Lexicon.Labels.TryMatchAt(bare, 0, out int length, out LabelRole label)
            && length == bare.Length && label <= LabelRole.Measure)
        {
            return new BareHeading(start, IsAspect: false, label);
        }

        return roles.Count == 0
            ? null
            : new BareHeading(start, IsAspect: false, roles.Count == 1 ? LabelOf(roles[0]) : LabelRole.None);
    }

    // A number that the encoding destroyed leaves signs before the name: ǘ┙组织生活方面.
    private static int Damage(ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> head = name[..Math.Min(6, name.Length)];
        int last = -1;
        for (int i = 0; i < head.Length; i++)
        {
            last = char.IsLetter(head[i]) && head[i] >= '\u3400' || char.IsAsciiLetterOrDigit(head[i])
                || head[i] is '"' or '、' or '(' or ')' ? last : i;
        }

        return last + 1;
    }
}
