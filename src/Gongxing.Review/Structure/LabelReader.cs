using System.Globalization;
using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>
/// Reads a label at a given place: a few words, closed by a colon or by brackets, that say what follows.
/// </summary>
internal static class LabelReader
{
    private const int LargestNumber = 99;
    private const int LongestLabel = 10;
    private const int ShortestLabel = 2;
    private const int LongestShortLabel = 4;
    private const int LongestInline = 6;
    private const string Asks = "哪怎什咋啥谁";
    private const string NotLabelled = "个项条是方年月日点.、,)%之";

    private static readonly WordSet s_measures = new(["措施", "举措"]);
    private static readonly WordSet s_answers = new(["整改情况", "落实情况"]);
    private static readonly WordSet s_owners = new(["人", "单位", "部门", "领导", "科室", "处室", "岗位"]);
    private static readonly WordSet s_dutiful = new(["责任", "负责", "牵头", "督办", "承办", "主办", "协办", "配合", "销号"]);
    private static readonly WordSet s_results = new(["成效", "效果", "结果", "进展", "情况", "时限", "期限", "完成时间", "整改时间"]);
    private static readonly WordSet s_times = new(["时限", "期限", "时间", "日期"]);
    private static readonly WordSet s_ending = new(["完成", "整改", "销号", "办结", "截止", "截至", "到期"]);

    /// <summary>Reads 整改措施：, 【原因分析】, 问题一：, or a label alone on its line.</summary>
    /// <param name="bounded">False where a sentence is under way: only what can be nothing but a label counts.</param>
    public static Mark? Read(ReadOnlySpan<char> text, int at, bool bounded) =>
        ReadKnown(text, at, bounded)
            ?? (at == 0 || text[at - 1] == '\n' || (text[at] == '(' && text[at - 1] is '。' or ';')
                ? ReadComposed(text, at) : null);

    /// <summary>Reads 措施 and a blank at the start of a line; the flow has folded the blank away.</summary>
    public static Mark? ReadSpaced(Flow flow, int at, int end)
    {
        if (!Lexicon.Labels.TryMatchAt(flow.Text.AsSpan(0, end), at, out int length, out LabelRole role)
            || role > LabelRole.Measure)
        {
            return null;
        }

        int stop = at + length;
        stop += stop < end && !flow.HasGapBefore(stop) ? ReadLabelNumber(flow.Slice(stop, end), out _) : 0;
        return stop < end && flow.HasGapBefore(stop) && char.IsLetterOrDigit(flow.Text[stop])
            ? new Mark(MarkStyle.Label, at, stop, 0, AtLineStart: true) { Label = role }
            : null;
    }

    private static Mark? ReadKnown(ReadOnlySpan<char> text, int at, bool bounded)
    {
        int start = text[at] == '(' ? at + 1 : at;
        int nth = 1;
        int counted = text[at] == '第' ? MarkReader.ReadAnyNumber(text, at + 1, out nth)
            : text[at..].StartsWith("头一个") ? 1 : ReadNothing(out nth);
        int unit = at + 1 + counted;
        start += counted > 0 && unit < text.Length && text[unit] is '个' or '项' ? counted + 2 : 0;
        if (start >= text.Length || !Lexicon.Labels.TryMatchAt(text, start, out int length, out LabelRole role))
        {
            return null;
        }

        if (!bounded && role is < LabelRole.Owner or LabelRole.Other)
        {
            return null;
        }

        int end = start + length;
        int value = 0;
        end += ReadLabelNumber(text[end..], out value);
        if (role == LabelRole.Other && value > 0)
        {
            // 序号3: numbers what follows, and says nothing of it.
            return null;
        }

        value = value == 0 ? nth : value;
        bool closed = end < text.Length && text[end] == ')';
        if (closed != (text[at] == '('))
        {
            return null;
        }

        end += closed ? 1 : 0;
        if (end < text.Length && text[end] is ':' or '|' or '—'
            && (text[end] == ':' || at == 0 || text[at - 1] == '\n'))
        {
            end += Math.Max(1, text[end..].IndexOfAnyExcept(text[end], ' '));
        }
        else if (nth > 0 && role <= LabelRole.Measure && bounded && end + 1 < text.Length && text[end] is ',' or '是'
            && !Asks.Contains(text[end + 1]))
        {
            end += text[end] == ',' && text[end + 1] == '是' ? 2 : 1;
        }
        else if (!closed && EndsLikeSentence(text, at, end, role))
        {
            end++;
        }
        else if (!closed && !HeadsBlock(text, at, end, role, value))
        {
            return null;
        }

        return new Mark(MarkStyle.Label, at, end, value, AtLineStart: false) { Label = role };
    }

    // 产生原因。学习的目的不端正。…: the label at the start of a line is closed as a title is.
    private static bool EndsLikeSentence(ReadOnlySpan<char> text, int at, int end, LabelRole role) =>
        role is LabelRole.Cause or LabelRole.Measure && end - at >= LongestShortLabel && (at == 0 || text[at - 1] == '\n')
        && end + 1 < text.Length && text[end] == '。' && text[end + 1] != '\n';

    // 事项一 捐赠物资入账不及时 and 对策② 建立…: a numbered block without a colon.
    private static bool HeadsBlock(ReadOnlySpan<char> text, int at, int end, LabelRole role, int value) =>
        role is LabelRole.Problem or LabelRole.Cause or LabelRole.Measure && value > 0
        && (at == 0 || text[at - 1] == '\n')
        && (end >= text.Length || text[end..].StartsWith("项目") || !NotLabelled.Contains(text[end]));

    // 秘书处措施： and 【成因剖析】: a label in words of the writer's own, at the start of a line.
    private static Mark? ReadComposed(ReadOnlySpan<char> text, int at)
    {
        bool bracketed = text[at] == '(';
        int start = bracketed ? at + 1 : at;
        ReadOnlySpan<char> head = text.Slice(start, Math.Min(LongestLabel + 1, text.Length - start));
        int stop = head.IndexOf(bracketed ? ')' : ':');
        if (stop < ShortestLabel || head[..stop].IndexOfAnyExceptInRange('\u3400', '\u9fff') >= 0)
        {
            return null;
        }

        int end = start + stop + 1;
        end += bracketed && end < text.Length && text[end] == ':' ? 1 : 0;
        bool alone = end >= text.Length || text[end] == '\n';
        bool goesOn = at > 0 && text[at - 1] != '\n';
        if (goesOn && (alone || stop > LongestInline))
        {
            return null;
        }

        LabelRole role = alone && !bracketed ? LabelRole.None : ComposedRole(head[..stop]);
        return role == LabelRole.None
            ? null
            : new Mark(MarkStyle.Label, at, end, 0, AtLineStart: false) { Label = role };
    }

    private static LabelRole ComposedRole(ReadOnlySpan<char> words)
    {
        if (words.EndsWith("人"))
        {
            // 承诺人 is somebody, and no promise.
            return s_dutiful.IsIn(words) ? LabelRole.Owner : LabelRole.None;
        }

        if (JoinedRole(words) is var joined and not LabelRole.None)
        {
            return joined;
        }

        if (HeadingWords.BareRoles(words) is [var role])
        {
            return BareHeadings.LabelOf(role);
        }

        return s_owners.Ends(words) && s_dutiful.IsIn(words) ? LabelRole.Owner
            : s_times.Ends(words) && s_ending.IsIn(words) ? LabelRole.Due
            : s_measures.Ends(words) ? LabelRole.Measure
            : s_answers.Ends(words) ? LabelRole.Answer
            : LabelRole.None;
    }

    /// <summary>整改措施及成效, 整改措施和时限: of two things that are named, the first.</summary>
    public static LabelRole JoinedRole(ReadOnlySpan<char> words)
    {
        int joined = words.IndexOfAny('及', '和', '与');
        return joined >= ShortestLabel && s_results.Ends(words[joined..])
            && Lexicon.Labels.TryMatchAt(words, 0, out int length, out LabelRole first) && length == joined
            && first is LabelRole.Measure or LabelRole.Answer ? first : LabelRole.None;
    }

    private static int ReadNothing(out int value)
    {
        value = 0;
        return 0;
    }

    private static int ReadLabelNumber(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.IsEmpty)
        {
            return 0;
        }

        if (text[0] == '之' && text.Length > 1)
        {
            int after = ReadLabelNumber(text[1..], out value);
            return after > 0 ? after + 1 : 0;
        }

        if (text[0] == '(' && text.IndexOf(')') is var close and > 1 and <= 4)
        {
            int inner = ReadLabelNumber(text[1..close], out value);
            return inner == close - 1 ? close + 1 : 0;
        }

        if (text[0] is >= '\u2460' and <= '\u2473')
        {
            value = text[0] - '\u245F';
            return 1;
        }

        int digits = Digits(text);
        if (digits is 1 or 2)
        {
            value = int.Parse(text[..digits], CultureInfo.InvariantCulture);
            return digits;
        }

        int han = ChineseNumeral.ReadPrefix(text[..Math.Min(text.Length, 4)], out value);
        return value is > 0 and <= LargestNumber ? han : 0;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        int digits = text.IndexOfAnyExceptInRange('0', '9');
        return Math.Min(5, digits < 0 ? text.Length : digits);
    }
}
