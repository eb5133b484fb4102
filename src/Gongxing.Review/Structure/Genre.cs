using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>
/// Judges whether a text examines its own faults at all, or is a speech, a notice, an article, a set of rules.
/// </summary>
internal static class Genre
{
    private static readonly WordSet s_notTitle = Lexicon.Set("notTitle");
    private static readonly WordSet s_neverTitle = Lexicon.Set("neverTitle");
    private static readonly WordSet s_isTitle = Lexicon.Set("isTitle");
    private static readonly WordSet s_notText = Lexicon.Set("notText");
    private static readonly WordSet s_isText = Lexicon.Set("isText");
    private static readonly WordSet s_self = new(["我", "本人", "班子", "支部", "本单位", "公司", "检查组", "整改", "审计"]);
    private static readonly WordSet s_ownReport = Lexicon.Set("ownReport");
    private static readonly WordSet s_ownFault = Lexicon.Set("ownFault");
    private static readonly WordSet s_admits = Lexicon.Set("admits");

    private static readonly WordSet s_reviewed = new(
        ["复盘", "自查", "自检", "内审", "内部审核", "质量分析", "事故分析", "故障分析", "根因分析", "原因分析", "隐患排查"]);

    private static readonly WordSet s_circulars = new(["的通知", "的批复", "的决定"]);
    private static readonly WordSet s_encloses = new(["印发", "转发", "报送"]);

    private static readonly WordSet s_orders = new(["通知", "通知书", "告知书", "指令书", "意见书"]);
    private static readonly WordSet s_found = new(["发现", "查出", "存在以下", "存在下列", "存在如下"]);

    private const double NoExamination = -0.5;
    private const int FewestFaults = 3;
    private const int FewestRecords = 2;
    private const int LongestTitle = 60;
    private const int MostTitleLines = 6;
    private const int FewestAddressed = 12;

    /// <summary>Above 0 for a statement, below for anything else; the distance from 0 tells how sure that is.</summary>
    public static double Likeness(Flow flow, FrontMatter front, IReadOnlyList<FlowLine> lines)
    {
        (int start, int end) = (lines[0].Start, lines[^1].End);
        ReadOnlySpan<char> text = flow.Slice(start, end);
        ReadOnlySpan<char> title = front.Title.Length > 0 ? front.Title : FirstLine(flow, start, end);
        title = WithoutForm(title);
        bool own = s_isTitle.IsIn(title);
        bool other = s_notTitle.IsIn(title) && !(own && (s_isTitle.Ends(title.TrimEnd("材料报告情况的()"))
            || IsRecordOfReview(title)));

        double score = -1;
        score += own ? 2 : 0;
        bool records = HoldsRecords(flow, lines) || ListsWhatWasFound(flow, title, lines);
        score -= s_neverTitle.IsIn(title) && !(records && s_orders.IsIn(title)) ? 5 : other && !(own && records) ? 4 : 0;
        score += Math.Min(2, s_ownReport.Count(text) * 0.5);
        score += Math.Min(1.5, s_ownFault.Count(text) * 0.3);
        score += Math.Min(2, s_isText.Count(text) * 0.25);
        score -= Math.Min(5, s_notText.CountDistinct(text) * 1.2);
        int self = s_self.Count(text);
        score += self >= 3 ? 0.5 : self == 0 ? -1.2 : 0;
        int roles = CountRoles(flow, lines);
        bool leads = front.Title.Length == 0 && LeadsFromFaultToCause(flow, lines);
        score += Math.Min(1.5, roles * 0.6);

        // 发现的问题, 根本原因, 改进措施, and nothing in the title that says otherwise.
        score += roles == 3 && !other ? 1.5 : 0;
        score += leads ? 3 : 0;
        score += records ? 3 : 0;
        score -= CountArticles(flow, lines) >= 3 ? 4 : 0;
        score -= TellsOfAnother(text) ? 3 : 0;
        score -= !records && IsCircular(flow, lines) ? 5 : 0;
        score -= roles == 0 && SpeaksToSomebody(text) ? 3 : 0;

        // The first person alone makes no statement: a diary and a letter speak in it too.
        bool examines = own || leads || records || roles > 0 || s_ownReport.IsIn(text)
            || s_isText.CountDistinct(text) >= 2 || OpensCauseAndMeasure(flow, lines) || ListsFaults(flow, lines);
        examines &= records || !TellsDeeds(flow, title, lines);
        return examines ? score : Math.Min(score, NoExamination);
    }

    // 对照检查（问答）, 自我剖析（问答式）: the bracket tells the form and not the kind.
    private static ReadOnlySpan<char> WithoutForm(ReadOnlySpan<char> title)
    {
        int open = title.LastIndexOf('(');
        return open > 0 && s_isTitle.IsIn(title[..open])
            && title[(open + 1)..].Trim("()") is "问答" or "问答式" or "问答体" or "自问自答" or "问答形式" ? title[..open] : title;
    }

    // 一期项目复盘会议纪要 writes down what those who did the work found wrong with it.
    private static bool IsRecordOfReview(ReadOnlySpan<char> title)
    {
        foreach (string tail in (ReadOnlySpan<string>)["会议纪要", "会纪要", "纪要", "会议记录", "会记录", "记录"])
        {
            if (title.EndsWith(tail))
            {
                return s_reviewed.Ends(title[..^tail.Length].TrimEnd("总结"));
            }
        }

        return false;
    }

    // 问题描述：…根本原因：…改进对策：… again and again; 根子：…改法：… inside each of several items.
    private static bool HoldsRecords(Flow flow, IReadOnlyList<FlowLine> lines)
    {
        var scanner = new MarkScanner(flow);
        Dictionary<LabelRole, int> counts = [];
        foreach (FlowLine line in lines.Where(line => line.Cell is null))
        {
            foreach (Mark mark in scanner.Scan(line))
            {
                bool says = mark.Style == MarkStyle.Label && mark.ContentStart < line.End;
                counts[mark.Label] = counts.GetValueOrDefault(mark.Label) + (says ? 1 : 0);
            }
        }

        return new[] { LabelRole.Problem, LabelRole.Cause, LabelRole.Measure }
            .Count(role => counts.GetValueOrDefault(role) >= FewestRecords) > 1;
    }

    // 限期整改通知书 … 检查发现以下隐患： ⏎ 1.…: a notice that tells one office what was found wrong in it.
    private static bool ListsWhatWasFound(Flow flow, ReadOnlySpan<char> title, IReadOnlyList<FlowLine> lines)
    {
        if (!s_orders.IsIn(title) || !title.Contains("整改", StringComparison.Ordinal))
        {
            return false;
        }

        for (int i = 0; i + 1 < lines.Count; i++)
        {
            ReadOnlySpan<char> text = flow.Slice(lines[i].Start, lines[i].End);
            ReadOnlySpan<char> last = text[(text.LastIndexOfAny("。;") + 1)..];
            if (text.EndsWith(":") && s_found.IsIn(last) && LeadIn.Role(last) == LabelRole.Problem
                && BeginsList(flow, lines, i + 1))
            {
                return true;
            }
        }

        return false;
    }

    // A report on one's duties examines oneself only where it owns to a fault, in a heading or in a sentence.
    private static bool TellsDeeds(Flow flow, ReadOnlySpan<char> title, IReadOnlyList<FlowLine> lines)
    {
        if (!title.Contains("述职", StringComparison.Ordinal) || s_isTitle.CountDistinct(title) > 1)
        {
            return false;
        }

        foreach (FlowLine line in lines)
        {
            ReadOnlySpan<char> text = flow.Slice(line.Start, line.End);
            int skip = MarkReader.ReadNumber(text, 0, atLineStart: true)?.ContentStart ?? 0;
            if (s_admits.IsIn(text) || line.Cell is not null
                || HeadingWords.Roles(text[skip..]).Contains(SectionRole.Findings))
            {
                return false;
            }
        }

        return true;
    }

    // She found …, she took …: whoever examines oneself says 我, and what is said in quotes is said by others.
    private static bool TellsOfAnother(ReadOnlySpan<char> text)
    {
        bool quoted = false;
        int others = 0;
        int own = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char before = i > 0 ? text[i - 1] : '\n';
            char after = i + 1 < text.Length ? text[i + 1] : '\n';
            quoted = text[i] != '\n' && quoted != (text[i] == '"');
            others += !quoted && text[i] is '他' or '她' && before is not '其' && after is not ('们' or '人') ? 1 : 0;
            own += !quoted && (text[i] == '我' || (text[i] == '本' && after == '人') || (text[i] == '班' && after == '子')
                || (text[i] == '支' && after == '部')) ? 1 : 0;
        }

        return others >= FewestFaults && others > own * 2;
    }

    // A letter at home says 你 nearly as often as 我.
    private static bool SpeaksToSomebody(ReadOnlySpan<char> text)
    {
        int addressed = text.Count('你') - text.Count("你们");
        return addressed >= FewestAddressed && addressed * 2 > text.Count('我') - text.Count("我们");
    }

    // 关于开好民主生活会的通知 under the names of those who send it: what others are to do.
    private static bool IsCircular(Flow flow, IReadOnlyList<FlowLine> lines)
    {
        foreach (FlowLine line in lines.Take(MostTitleLines))
        {
            ReadOnlySpan<char> text = flow.Slice(line.Start, line.End);
            if (text.StartsWith("关于") && text.Length <= LongestTitle && s_circulars.Ends(text) && !s_encloses.IsIn(text))
            {
                return true;
            }
        }

        return false;
    }

    // A line that ends as a sentence does is the text already, and names no kind of text.
    private static ReadOnlySpan<char> FirstLine(Flow flow, int start, int end)
    {
        ReadOnlySpan<char> top = flow.Slice(start, Math.Min(end, start + LongestTitle + 1));
        int stop = top.IndexOfAny("。;\n");
        return stop > 0 && top[stop] == '\n' && !top[..stop].EndsWith(":") ? top[..stop] : "";
    }

    // Headings that say 存在的问题, 原因分析, 整改措施 and nothing else.
    private static int CountRoles(Flow flow, IReadOnlyList<FlowLine> lines)
    {
        var roles = new HashSet<SectionRole>();
        foreach (FlowLine line in lines.Where(line => line.Cell is null))
        {
            ReadOnlySpan<char> text = flow.Slice(line.Start, line.End);
            int skip = MarkReader.ReadNumber(text, 0, atLineStart: true)?.ContentStart ?? 0;
            if (HeadingWords.BareRoles(text[skip..]) is [var role]
                && role is SectionRole.Findings or SectionRole.Causes or SectionRole.Measures)
            {
                roles.Add(role);
            }
        }

        return roles.Count;
    }

    // 差距集中表现为：1、… 究其原因，主要是：1、…: the middle of an examination, however short the piece.
    private static bool LeadsFromFaultToCause(Flow flow, IReadOnlyList<FlowLine> lines)
    {
        bool fault = false;
        for (int i = 0; i < lines.Count; i++)
        {
            ReadOnlySpan<char> text = flow.Slice(lines[i].Start, lines[i].End);
            int from = 0;
            while (text[from..].IndexOf(':') is var colon and >= 0)
            {
                colon += from;
                from = colon + 1;
                if (!(from < text.Length ? BeginsList(text[from..]) : BeginsList(flow, lines, i + 1)))
                {
                    continue;
                }

                LabelRole role = LeadIn.Role(text[(text[..colon].LastIndexOf('。') + 1)..colon]);
                if (fault && role == LabelRole.Cause)
                {
                    return true;
                }

                fault |= role == LabelRole.Problem;
            }
        }

        return false;
    }

    // Prose without a heading: 究其原因，… and 今后，我将… each open a paragraph.
    private static bool OpensCauseAndMeasure(Flow flow, IReadOnlyList<FlowLine> lines)
    {
        var opened = new HashSet<LabelRole>();
        foreach (FlowLine line in lines)
        {
            opened.Add(LeadIn.OpenerRole(flow.Slice(line.Start, line.End)));
        }

        return opened.Contains(LabelRole.Cause) && opened.Contains(LabelRole.Measure);
    }

    // 一是学习不够。二是…: whoever numbers shortcomings examines, whatever words are missing.
    private static bool ListsFaults(Flow flow, IReadOnlyList<FlowLine> lines)
    {
        var scanner = new MarkScanner(flow);
        int faults = 0;
        foreach (FlowLine line in lines)
        {
            List<Mark> marks = scanner.Scan(line);
            for (int i = 0; i < marks.Count && faults < FewestFaults; i++)
            {
                int end = i + 1 < marks.Count ? marks[i + 1].Start : line.End;
                faults += Lexicon.Deficiency.IsIn(flow.Slice(marks[i].ContentStart, end)) ? 1 : 0;
            }
        }

        return faults >= FewestFaults;
    }

    private static bool BeginsList(Flow flow, IReadOnlyList<FlowLine> lines, int i) =>
        i < lines.Count && BeginsList(flow.Slice(lines[i].Start, lines[i].End));

    private static bool BeginsList(ReadOnlySpan<char> text) =>
        !text.IsEmpty && MarkReader.CanOpen(text[0])
        && MarkReader.ReadNumber(text, 0, atLineStart: true) is { Value: 1 };

    // 第一条 ＿ at the start of a line: rules.
    private static int CountArticles(Flow flow, IReadOnlyList<FlowLine> lines)
    {
        int count = 0;
        foreach (FlowLine line in lines)
        {
            ReadOnlySpan<char> text = flow.Slice(line.Start, Math.Min(line.End, line.Start + 8));
            int at = text.IndexOf('条');
            count += text.StartsWith("第") && at is > 1 and <= 5
                && !(at + 1 < text.Length && text[at + 1] is ',' or '、') ? 1 : 0;
        }

        return count;
    }
}
