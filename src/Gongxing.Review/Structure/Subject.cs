using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>Whose statement it is, and which year it examines.</summary>
internal sealed class Subject
{
    private const int TitleLines = 80;
    private const int LeastSelf = 4;
    private const int SelfApart = 120;
    private const string NotOneself = "们县市局校院中支镇乡村区省国党委公司厂队站所处科馆办矿园场单部会厅州组班街社集";
    private static readonly WordSet s_report = new(
        [
            "审计", "整改情况", "整改落实", "整改进展", "整改报告", "整改方案", "整改台账", "问题清单", "安全", "专项检查", "检查情况", "排查", "自查自改",
            "自查报告", "自查情况", "巡察", "督查", "复盘", "后评价", "述职", "总结", "台账", "审核", "验收", "评估",
        ]);
    // What follows a meeting is no examination by its members.
    private static readonly WordSet s_followUp = new(
        ["台账", "清单", "整改方案", "整改报告", "情况报告", "情况的报告", "进展报告", "进展情况", "落实情况"]);
    private static readonly WordSet s_examines = new(["对照检查", "检视剖析", "自我剖析", "党性分析", "个人检视", "个人查摆", "个人问题"]);
    private static readonly WordSet s_personal = new(["理论学习", "宗旨意识", "党性", "自己", "党员", "政治站位", "理想信念", "对照检查"]);
    private static readonly WordSet s_firm = new(["隐患", "审计", "检查组", "不符合项", "责任单位", "责任部门", "整改情况"]);
    private static readonly WordSet s_posts = new(
        ["书记", "委员", "成员", "组织委员", "宣传委员", "纪检委员", "生活委员", "青年委员", "党员", "主要负责人", "负责人", "班长", "主任委员"]);
    private static readonly WordSet s_self = new(["自查", "自纠", "自我", "检查", "检讨"]);
    private static readonly WordSet s_meeting = new(
        ["对照检查", "民主生活会", "组织生活会", "检视剖析", "自我剖析", "发言提纲", "自查剖析", "党性分析"]);

    public Subject(Flow flow, string title, int start, int end)
    {
        ReadOnlySpan<char> text = flow.Slice(start, end);
        ReadOnlySpan<char> head = text[..Math.Min(text.Length, 500)];
        string named = title.Length > 0 ? title : "";
        Kind = ReadKind(named, head, text);
        IsRectification = Kind == StatementKind.Report && !s_meeting.IsIn(named)
            && head[..Math.Min(head.Length, TitleLines)].Contains("整改", StringComparison.Ordinal);
        Year = YearReader.Read(named, head, text);
    }

    public StatementKind Kind { get; }

    public int? Year { get; }

    /// <summary>
    /// True for a report on what was done about somebody else's findings: 整改情况 is its body, not last year's.
    /// </summary>
    public bool IsRectification { get; }

    private static StatementKind ReadKind(ReadOnlySpan<char> title, ReadOnlySpan<char> head, ReadOnlySpan<char> text)
    {
        bool meeting = s_meeting.IsIn(title);
        bool ownTitle = title.Contains("党支部", StringComparison.Ordinal)
            || title.Contains("班子", StringComparison.Ordinal);
        bool report = s_report.IsIn(title) || title.EndsWith("报告") || title.EndsWith("通报") || title.EndsWith("公告");
        bool ownFaults = OfOneself(title, text) || (title.Contains("个人", StringComparison.Ordinal)
            && title.Contains("总结", StringComparison.Ordinal));
        if (!ownFaults && !s_examines.IsIn(title) && s_followUp.Ends(title.TrimEnd("()0123456789年月日一二三四五六七八九十稿表")))
        {
            return StatementKind.Report;
        }

        if (report && !meeting && !ownFaults && !(ownTitle && title.Contains("查摆", StringComparison.Ordinal)))
        {
            return StatementKind.Report;
        }

        if (NamesPost(title) || title.Contains("个人", StringComparison.Ordinal)
            || title.Contains("本人", StringComparison.Ordinal))
        {
            return StatementKind.Individual;
        }

        int self = CountSelf(text);
        int team = Count(text, "班子");
        int branch = Count(text, "支部") + Count(text, "总支");
        if (self >= 3 && self * 2 > (title.Contains("班子", StringComparison.Ordinal) ? team * 4 : team))
        {
            return StatementKind.Individual;
        }

        bool branchMeeting = branch > 0 && head.Contains("组织生活会", StringComparison.Ordinal)
            && !head.Contains("民主生活会", StringComparison.Ordinal);
        if ((branchMeeting && title.Contains("班子", StringComparison.Ordinal))
            || title.Contains("支部", StringComparison.Ordinal) || title.Contains("总支", StringComparison.Ordinal))
        {
            return StatementKind.Branch;
        }

        if (title.Contains("班子", StringComparison.Ordinal) || title.Contains("党组", StringComparison.Ordinal)
            || title.Contains("党委", StringComparison.Ordinal))
        {
            return StatementKind.Team;
        }

        bool examined = meeting || s_meeting.IsIn(head);
        return (self, team, branch) switch
        {
            _ when !examined && self < 2 && team == 0 && branch == 0
                && (s_report.IsIn(head) || s_firm.IsIn(text)) => StatementKind.Report,
            _ when self >= 2 && self * 2 >= Math.Max(team, branch) => StatementKind.Individual,
            _ when team > branch => StatementKind.Team,
            _ when branch > 0 => StatementKind.Branch,
            _ when self <= 1 && !s_personal.IsIn(text) => StatementKind.Report,
            _ => StatementKind.Individual,
        };
    }

    // 党组书记, 支部组织委员, 班子成员: one person of the body that is named.
    private static bool NamesPost(ReadOnlySpan<char> title)
    {
        foreach (string body in (ReadOnlySpan<string>)["党组", "党委", "支部", "总支", "班子", "党工委"])
        {
            int at = title.IndexOf(body);
            ReadOnlySpan<char> after = at < 0 ? [] : title[(at + body.Length)..].TrimStart("、委员会副");
            if (s_posts.Starts(after))
            {
                return true;
            }
        }

        return false;
    }

    // 某某站站长安全自查报告 in which every fault is 我…: a report in name, a self-examination in what it says.
    private static bool OfOneself(ReadOnlySpan<char> title, ReadOnlySpan<char> text) =>
        !s_firm.IsIn(title) && s_self.IsIn(title) && CountSelf(text) is var self && self >= LeastSelf
            && self * SelfApart >= text.Length && self > Count(text, "班子") + Count(text, "我们");

    // 我 that is no part of 我们, 我县, 我校.
    private static int CountSelf(ReadOnlySpan<char> text)
    {
        int count = Count(text, "本人");
        for (int i = 0; i < text.Length; i++)
        {
            count += text[i] == '我' && (i + 1 == text.Length || !NotOneself.Contains(text[i + 1]))
                && (i == 0 || text[i - 1] != '自') ? 1 : 0;
        }

        return count;
    }

    private static int Count(ReadOnlySpan<char> text, string word)
    {
        int count = 0;
        while (text.IndexOf(word) is var at and >= 0)
        {
            count++;
            text = text[(at + word.Length)..];
        }

        return count;
    }
}
