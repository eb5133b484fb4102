using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>What a heading says its section is for, by its words.</summary>
internal static class HeadingWords
{
    private const int LongestHeading = 42;
    private const int LongestBareHeading = 26;
    private const string NotAnAspect = "一各多两几三四五六全某些这那每等哪诸";

    private static readonly (SectionRole? Role, string Word)[] s_words = [.. Read()];
    private static readonly WordMatcher s_matcher = new(s_words.Select(entry => entry.Word));
    private static readonly WordSet s_earlier =
        new(["上年度", "上一年度", "上年", "上一年", "上次", "去年", "往年", "历次", "以往", "以前年度", "前期", "年度"]);
    private static readonly WordSet s_meeting = new(["民主生活会", "组织生活会", "主题教育", "教育实践活动", "学习教育"]);
    private static readonly WordSet s_anyFault = new(["亟待", "亟需", "矛盾", "困难", "未完成", "未到位", "未整改", "未销号", "未办结"]);
    private static readonly WordSet s_planned = new(["当初", "原来", "起初", "一年", "这些年", "走过来", "干过来", "改出来", "做出来", "干出来"]);
    private static readonly WordSet s_reflection = new(["反思", "剖析", "分析", "思考"]);
    private static readonly WordSet s_opensProse = new(["针对", "对照", "会前", "按照", "根据", "通过", "上述", "以上", "本人", "我"]);
    // 上年度整改情况和个人事项说明 tells more beside it.
    private static readonly WordSet s_told = new(["整改情况和", "整改情况及", "整改情况与", "落实情况和", "落实情况及", "落实情况与"]);
    private static readonly WordSet s_done =
        new(["情况", "成效", "进展", "结果", "完成", "回头看", "落实", "报告", "方面", "销号"]);

    /// <summary>The roles of a numbered heading of the highest level: its last word wins, X和Y is both.</summary>
    public static IReadOnlyList<SectionRole> Roles(ReadOnlySpan<char> heading)
    {
        heading = Bare(heading);
        if (heading.IsEmpty || heading.Length > LongestHeading)
        {
            return [];
        }

        if (IsLastYear(heading))
        {
            return [SectionRole.LastYear];
        }

        if (OfFault(heading) is { } role)
        {
            return [role];
        }

        // 关于资金滞留的问题 is one problem of several.
        bool names = (heading.StartsWith("关于") || heading.StartsWith("针对")) && heading.EndsWith("问题");
        return names ? BareRoles(heading) : LastRoles(heading, out _);
    }

    /// <summary>The roles of a heading that consists of nothing but the words for them.</summary>
    public static IReadOnlyList<SectionRole> BareRoles(ReadOnlySpan<char> heading)
    {
        heading = Bare(heading);
        if (heading.IsEmpty || heading.Length > LongestBareHeading || heading.IndexOfAny("。;!?") >= 0)
        {
            return [];
        }

        if (IsLastYear(heading))
        {
            return [SectionRole.LastYear];
        }

        IReadOnlyList<SectionRole> roles = LastRoles(heading, out int covered);
        return covered >= heading.Length - 1 || covered >= heading.Length * 0.9 ? roles : [];
    }

    // 不严不实的主要表现 and 不严不实的思想根源: the fault is the meeting's own, and the last words are the heading.
    private static SectionRole? OfFault(ReadOnlySpan<char> heading)
    {
        int of = heading.LastIndexOf('的');
        if (of < 2 || heading.IndexOfAny("。;!?,") >= 0 || !Lexicon.Deficiency.IsIn(heading[..of]))
        {
            return null;
        }

        ReadOnlySpan<char> tail = heading[(of + 1)..];
        return BareRoles(tail) is [var role] && (tail.EndsWith("表现") || role == SectionRole.Causes) ? role : null;
    }

    /// <summary>
    /// How much of the text, from its start, is the heading of a section that runs into the prose below it because the
    /// line end between them was lost; 0 for none.
    /// </summary>
    public static int GluedLength(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, LongestHeading)];
        int told = text.IndexOf("情况") + 2;
        if (told > 2 && told < text.Length && IsLastYear(text[..told]))
        {
            return told;
        }

        int end = 0;
        int best = 0;
        foreach (WordMatch match in s_matcher.Longest(text))
        {
            if (match.Span.Start > end || (best > 0 && s_opensProse.Starts(text[end..])))
            {
                break;
            }

            end = match.Span.End;
            bool closes = s_words[match.Word].Role is not null || s_done.Ends(text[..end]);
            best = closes && end >= 4 && BareRoles(text[..end]).Count > 0 ? end : best;
        }

        return best < text.Length && !"。:;,!?\n的".Contains(text[best]) ? best : 0;
    }

    /// <summary>True for a line that is a heading though no number says so.</summary>
    public static bool IsHeadingLine(ReadOnlySpan<char> line) =>
        BareRoles(line).Count > 0 || (AspectLength(line) is var length && length > 0 && length >= Bare(line).Length);

    /// <summary>
    /// How much of the text, from its start, is the name of an aspect (理论学习方面); 0 when it begins otherwise.
    /// </summary>
    public static int AspectLength(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> head = text[..Math.Min(text.Length, LongestHeading + 8)];
        int stop = head.IndexOfAny("。;!?\n");
        head = stop < 0 ? head : head[..stop];
        int at = head.IndexOf("方面");
        while (at >= 0)
        {
            int end = at + 2;
            // 另一方面 counts; 维护党的团结统一方面 is an aspect.
            if (at > 0 && (!NotAnAspect.Contains(head[at - 1]) || (at > 1 && head[(at - 2)..at] is "统一" or "专一"))
                && EndsName(text, ref end))
            {
                return end;
            }

            int next = head[end..].IndexOf("方面");
            at = next < 0 ? -1 : end + next;
        }

        return 0;
    }

    /// <summary>A heading without closing marks and without what stands in brackets after it.</summary>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> heading)
    {
        heading = heading.Trim("。.:;,、?! \n\"");
        int open = heading.LastIndexOf('(');
        return open > 1 && heading[^1] == ')' ? heading[..open] : heading;
    }

    private static bool EndsName(ReadOnlySpan<char> text, ref int end)
    {
        ReadOnlySpan<char> rest = text[end..];
        if (rest.IsEmpty || "。:,;\n(\"".Contains(rest[0]))
        {
            return true;
        }

        foreach (string tail in (ReadOnlySpan<string>)
        [
            "存在的主要问题", "存在的突出问题", "存在的问题", "存在问题", "的问题", "存在的不足", "存在不足", "存在差距", "问题",
            "存在的差距", "存在的短板", "的差距", "的不足", "的短板", "差距", "不足", "短板", "检视", "查摆", "的表现",
        ])
        {
            if (rest.StartsWith(tail) && (rest.Length == tail.Length || "。:,;\n(".Contains(rest[tail.Length])))
            {
                end += tail.Length;
                return true;
            }
        }

        int line = rest[..Math.Min(rest.Length, LongestBareHeading + 1)].IndexOf('\n');
        if (line > 0 && BareRoles(rest[..line]).Count > 0)
        {
            // …方面存在的问题及原因、措施
            end += line;
            return true;
        }

        return MarkReader.CanOpen(rest[0]) && MarkReader.ReadNumber(text, end, atLineStart: false) is not null;
    }

    // 上年度民主生活会整改情况; but 2023年度问题整改措施 is what will be done.
    private static bool IsLastYear(ReadOnlySpan<char> heading) =>
        IsAnswered(heading) || IsOfMeeting(heading) ||
        (heading.Contains("整改", StringComparison.Ordinal) || heading.Contains("查摆", StringComparison.Ordinal)
            || heading.Contains("民主生活会", StringComparison.Ordinal))
        && s_earlier.IsIn(heading) && (s_done.Ends(heading) || s_told.IsIn(heading))
        && !heading.Contains("下一步", StringComparison.Ordinal) && !heading.Contains("原因", StringComparison.Ordinal)
        && (heading.Contains("整改", StringComparison.Ordinal) || heading.Contains("落实", StringComparison.Ordinal));

    // 主题教育专题民主生活会整改措施落实情况.
    private static bool IsOfMeeting(ReadOnlySpan<char> heading) =>
        heading.Contains("整改", StringComparison.Ordinal) && s_meeting.IsIn(heading)
        && (heading.EndsWith("情况") || heading.EndsWith("成效") || heading.EndsWith("进展"))
        && !heading.Contains("下一步", StringComparison.Ordinal);

    // 巡察反馈问题整改落实情况: what became of faults that somebody else had found.
    private static bool IsAnswered(ReadOnlySpan<char> heading)
    {
        int problem = heading.IndexOf("问题");
        int answer = heading.LastIndexOf("整改");
        return problem >= 0 && answer > problem && answer - problem <= 4 && heading.Length > 8
            && (heading.EndsWith("情况") || heading.EndsWith("进展") || heading.EndsWith("成效") || heading.EndsWith("结果"))
            && heading[(problem + 2)..answer].IndexOfAny('和', '及', '与') < 0;
    }

    private static IReadOnlyList<SectionRole> LastRoles(ReadOnlySpan<char> heading, out int covered)
    {
        covered = 0;
        var found = new List<(SectionRole Role, int Start, int End)>();
        foreach (WordMatch match in s_matcher.Longest(heading))
        {
            covered += match.Span.Length;
            if (s_words[match.Word].Role is { } role)
            {
                found.Add((role, match.Span.Start, match.Span.End));
            }
        }

        if (LacksElsewhere(heading, found))
        {
            return [];
        }

        // 为什么不足 asks for the cause, though its last word is a fault.
        if (found.Exists(one => one.Role == SectionRole.Causes) && found[^1].Role == SectionRole.Findings
            && heading.IndexOf('为') is >= 0 and <= 3 && !heading.Contains("表现", StringComparison.Ordinal))
        {
            return [SectionRole.Causes];
        }

        if (AsksForOrigin(heading))
        {
            covered = heading.Length;
            return [SectionRole.Causes];
        }

        // 对问题的反思与剖析 looks behind what it names.
        if (found.Count > 0 && found[^1].Role == SectionRole.Findings && heading[0] == '对' && !heading.StartsWith("对照")
            && s_reflection.Ends(heading) && heading[found[^1].End..].StartsWith("的"))
        {
            return [SectionRole.Causes];
        }

        var roles = new List<SectionRole>();
        for (int i = found.Count - 1; i >= 0; i--)
        {
            if (!roles.Contains(found[i].Role))
            {
                roles.Insert(0, found[i].Role);
            }

            // 改进办法 is one thing said in two words.
            bool same = i > 0 && found[i - 1].Role == found[i].Role && found[i - 1].End == found[i].Start;
            if (i == 0 || !(same || Joins(heading[found[i - 1].End..found[i].Start], heading[..found[i - 1].Start])))
            {
                break;
            }
        }

        return roles;
    }

    // 漏洞是怎么裂开的, 灰是从哪里落上去的 ask where it came from; 当初是怎么定的 tells of a plan.
    private static bool AsksForOrigin(ReadOnlySpan<char> heading)
    {
        int asked = Math.Max(heading.IndexOf("怎么"), Math.Max(heading.IndexOf("从哪"), heading.IndexOf("怎样")));
        ReadOnlySpan<char> verb = asked < 0 ? [] : heading[(asked + 2)..];
        return verb.Length is >= 2 and <= 8 && verb[^1] == '的' && "来落裂开长起生出冒积漏钻染沾掉破坏烂丢错坍塌断".Contains(verb[^2])
            && !s_planned.IsIn(heading);
    }

    // 学习缺乏计划性 is a fault of its own and heads no plan.
    private static bool LacksElsewhere(ReadOnlySpan<char> heading, List<(SectionRole Role, int Start, int End)> found)
    {
        int from = 0;
        foreach ((_, int start, int end) in found)
        {
            if (Lacks(heading[from..start]))
            {
                return true;
            }

            from = end;
        }

        return Lacks(heading[from..]);
    }

    // 亟待解决的矛盾和问题 heads faults, and names none.
    private static bool Lacks(ReadOnlySpan<char> words) =>
        Lexicon.Deficiency.Count(words) > s_anyFault.Count(words);

    private static bool Joins(ReadOnlySpan<char> between, ReadOnlySpan<char> before) =>
        between.Length <= 8 && !before.StartsWith("针对") && (!before.StartsWith("对照") || before.StartsWith("对照检查"))
        && (between.StartsWith("和") || between.StartsWith("及") || between.StartsWith("与") || between.StartsWith("、")
            || between.StartsWith("以及") || between.StartsWith("暨"))
        && !(between.Length > 1 && between.EndsWith("的") && between.Length > 5);

    private static IEnumerable<(SectionRole?, string)> Read()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string line in Lexicon.Lines("headings.txt"))
        {
            string[] parts = line.Split('\t');
            SectionRole? role = parts[0] == "Filler" ? null : Enum.Parse<SectionRole>(parts[0]);
            foreach (string word in parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Spoken))
            {
                if (seen.Add(word))
                {
                    yield return (role, NormalizedText.Fold(word));
                }
            }
        }
    }

    // 根在哪里 and 根在哪儿 are the same question; the list writes the first.
    private static IEnumerable<string> Spoken(string word) =>
        word.EndsWith("哪里", StringComparison.Ordinal) ? [word, $"{word[..^1]}儿"] : [word];
}
