using System.Buffers;
using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>
/// What stands around a statement's body: title, writer, date, salutation before it; thanks and signature after
/// it.
/// </summary>
internal sealed record FrontMatter(string Title, string? TitleAsWritten, IReadOnlyList<FlowLine> Body)
{
    private const int MostLinesBefore = 14;
    private const int MostLinesAfter = 8;
    private const int LongestTitle = 60;
    private const int LongestForm = 80;
    private const int LongestFormWord = 6;
    private const int LongestClosing = 200;
    private const int LongestThanks = 90;
    private static readonly WordSet s_titleOpeners = Lexicon.Set("titleOpener");
    private static readonly WordSet s_notes = Lexicon.Set("notes");
    private static readonly WordSet s_closers = Lexicon.Set("closers");
    private static readonly WordSet s_formSigns = Lexicon.Set("formSigns");
    private static readonly SearchValues<char> s_stops = SearchValues.Create("。;,!?:");

    public static FrontMatter Read(Draft draft, IReadOnlyList<FlowLine> lines)
    {
        Flow flow = draft.Flow;
        int first = 0;
        FlowLine? title = null;
        int fullTitle = FullTitle(flow, lines);
        while (first < Math.Min(MostLinesBefore, lines.Count - 1)
            && (first < fullTitle || IsBefore(flow, lines[first]) || (first <= 1 && HeadsAll(flow, lines, first))))
        {
            FlowLine line = lines[first];
            ReadOnlySpan<char> text = flow.Slice(line.Start, line.End);
            if (IsSalutation(text))
            {
                draft.Leave(line.Start, line.End, UnplacedReason.Salutation);
            }
            else if (first <= 1 && HeadsAll(flow, lines, first))
            {
                title = title is null ? line : title with { End = line.End };
            }
            else if (IsTitle(text)
                && (title is null || !IsTitle(flow.Slice(title.Start, title.End)) || GoesOn(flow, title, text)))
            {
                title = title is null ? line : title with { End = line.End };
            }
            else if (title is null && OpensTitle(flow, lines, first))
            {
                title = line;
            }
            else
            {
                draft.Leave(line.Start, line.End, title is null ? UnplacedReason.Furniture : UnplacedReason.Signature);
            }

            first++;
        }

        int last = lines.Count - 1;
        while (last > first && lines.Count - last <= MostLinesAfter && IsAfter(flow, lines, last)
            && flow.Text[lines[last - 1].End - 1] != ':')
        {
            draft.Leave(lines[last].Start, lines[last].End, UnplacedReason.Signature);
            last--;
        }

        string folded = title is null ? "" : flow.Slice(title.Start, title.End).ToString();
        string? written = title is null ? null : flow.Quote(title.Start, title.End);
        return new FrontMatter(folded, written, [.. lines.Skip(first).Take(last - first + 1)]);
    }

    // 我的自查 above prose is a title; above a list it would be the heading of a section.
    private static bool HeadsAll(Flow flow, IReadOnlyList<FlowLine> lines, int i)
    {
        if (i + 1 >= lines.Count)
        {
            return false;
        }

        ReadOnlySpan<char> text = flow.Slice(lines[i].Start, lines[i].End);
        ReadOnlySpan<char> next = flow.Slice(lines[i + 1].Start, lines[i + 1].End);
        return HeadingWords.BareRoles(text) is { Count: > 0 } roles && roles is not [SectionRole.LastYear]
            && lines[i].Cell is null && text.Length <= LongestTitle
            && text.IndexOfAny(s_stops) < 0 && Lexicon.TitleWord.IsIn(text)
            && !MarkScanner.Opens(text) && (HeadsSection(next) || (i == 0 && HeadsForm(text, next)) || (!MarkScanner.Opens(next)
                && !HeadingWords.IsHeadingLine(next)));
    }

    // 不符合项整改报告 ⏎ 受审核方：…: a report above the fields of its form.
    private static bool HeadsForm(ReadOnlySpan<char> text, ReadOnlySpan<char> next) =>
        Lexicon.TitleNoun.Ends(text) && LabelReader.Read(next, 0, bounded: true) is { Label: >= LabelRole.Owner };

    // 自查报告 ⏎ 一、存在的问题: what stands above a section cannot be a section.
    private static bool HeadsSection(ReadOnlySpan<char> line) =>
        MarkReader.ReadNumber(line, 0, atLineStart: true) is { } mark
            ? HeadingWords.BareRoles(line[mark.ContentStart..]).Count > 0
            : HeadingWords.BareRoles(line) is [SectionRole.Findings]
                || LabelReader.Read(line, 0, bounded: true) is { Label: LabelRole.Problem };

    // 应到43人，实到39人 ⏎ 支部班子对照检查材料: of short lines above a full title none is the beginning of the text.
    private static int FullTitle(Flow flow, IReadOnlyList<FlowLine> lines)
    {
        for (int i = 0; i < Math.Min(MostLinesBefore, lines.Count - 1); i++)
        {
            ReadOnlySpan<char> text = flow.Slice(lines[i].Start, lines[i].End);
            if (lines[i].Cell is null && (IsFullTitle(text) || OpensTitle(flow, lines, i)))
            {
                return i;
            }

            if (lines[i].Cell is not null || text.Length > LongestTitle || text.IndexOfAny("。;!?") >= 0
                || text.EndsWith(":") || MarkReader.ReadNumber(text, 0, atLineStart: true) is not null
                || HeadingWords.IsHeadingLine(text))
            {
                return 0;
            }
        }

        return 0;
    }

    // 2023年度专题民主生活会 ⏎ 个人对照检查材料: the occasion or whose it is stands on a line of its own.
    private static bool OpensTitle(Flow flow, IReadOnlyList<FlowLine> lines, int i)
    {
        ReadOnlySpan<char> text = flow.Slice(lines[i].Start, lines[i].End);
        return i + 1 < lines.Count && text.Length <= LongestTitle && text.IndexOfAny(s_stops) < 0
            && s_titleOpeners.Ends(text) && IsTitle(flow.Slice(lines[i + 1].Start, lines[i + 1].End));
    }

    // A title broken over two lines: 对照检 ⏎ 查材料.
    private static bool GoesOn(Flow flow, FlowLine title, ReadOnlySpan<char> next) =>
        next.Length <= 8 && !Lexicon.TitleNoun.Ends(flow.Slice(title.Start, title.End));

    private static bool IsBefore(Flow flow, FlowLine line)
    {
        ReadOnlySpan<char> text = flow.Slice(line.Start, line.End);
        if (line.Cell is not null || text.Length > LongestTitle || MarkScanner.Opens(text)
            || ProblemNames.NamesProblem(text)
            || SerialMarks.ReadSpaced(flow, line.Start, line.End) is not null
            || LabelReader.ReadSpaced(flow, line.Start, line.End) is not null)
        {
            return false;
        }

        return IsSalutation(text) || IsTitle(text)
            || (!HeadingWords.IsHeadingLine(text) && text.IndexOfAny("。;,!?") < 0 && !text.EndsWith(":"));
    }

    /// <summary>True for a line that may be a title: by its last word, or by one that titles of statements have.</summary>
    public static bool IsTitle(ReadOnlySpan<char> text) =>
        text.IndexOfAny("。;!?") < 0 && !text.EndsWith(":")
        && (Lexicon.TitleNoun.Ends(text.TrimEnd("()0123456789年月日篇")) || Lexicon.TitleWord.IsIn(text)
            || text.EndsWith("讲话"))
        && !(HeadingWords.BareRoles(text).Count > 0 && text.Length <= 8);

    /// <summary>True for a line that can only be the title of a statement.</summary>
    public static bool IsFullTitle(ReadOnlySpan<char> text) =>
        text.Length is >= 6 and <= LongestTitle && text.IndexOfAny(s_stops) < 0
        && Lexicon.TitleNoun.Ends(text) && Lexicon.TitleWord.IsIn(text) && HeadingWords.BareRoles(text).Count == 0;

    private static bool IsSalutation(ReadOnlySpan<char> text) =>
        text.Length <= 40 && text.EndsWith(":") && text.IndexOf('。') < 0
            && !text.Contains("如下", StringComparison.Ordinal)
        && !HeadingWords.IsHeadingLine(text) && !Lexicon.Deficiency.IsIn(text)
        && (text.Contains("同志", StringComparison.Ordinal) || text.StartsWith("各") || text.StartsWith("尊敬")
            || text.TrimEnd(":").Length <= 16 && Ends(text.TrimEnd(":"), "局委府会组部院厅司员室处站长"));

    private static bool Ends(ReadOnlySpan<char> text, string signs) => text.Length > 1 && signs.Contains(text[^1]);

    private static bool IsAfter(Flow flow, IReadOnlyList<FlowLine> lines, int i)
    {
        ReadOnlySpan<char> text = flow.Slice(lines[i].Start, lines[i].End);
        if (lines[i].Cell is null && (s_notes.Starts(text) || IsFilledIn(text)))
        {
            return true;
        }

        if (lines[i].Cell is not null || MarkScanner.Opens(text) || HeadingWords.IsHeadingLine(text))
        {
            return false;
        }

        if (IsThanks(text) || IsClosing(text) || IsDate(text) || text.StartsWith("附件") || text.StartsWith("附:"))
        {
            return true;
        }

        bool ended = flow.Text[Math.Max(0, lines[i - 1].End - 1)] is '。' or ':' or '!' or ')'
            || IsThanks(flow.Slice(lines[i - 1].Start, lines[i - 1].End));
        return ended && text.Length <= 24 && text.IndexOfAny(s_stops) < 0;
    }

    // 填报人：… 审核人：… 填报日期：…
    private static bool IsFilledIn(ReadOnlySpan<char> text)
    {
        int colon = text.IndexOf(':');
        return colon is >= 2 and <= LongestFormWord && text.Length <= LongestForm && s_formSigns.Starts(text)
            && text.IndexOfAny("。;") < 0;
    }

    private static bool IsThanks(ReadOnlySpan<char> text) =>
        text.Length <= LongestThanks && Lexicon.Gratitude.IsIn(text);

    // 以上隐患由…签收，30日复查。 and 会议要求，…: what is said of all that stands above.
    private static bool IsClosing(ReadOnlySpan<char> text) =>
        text.Length <= LongestClosing && s_closers.Starts(text)
            && ((text.Length <= LongestThanks && text.Contains('请')) || (LeadIn.OpenerRole(text) == LabelRole.None
                && LeadIn.Explains(text) == LabelRole.None));

    /// <summary>True for a date on a line of its own.</summary>
    public static bool IsDate(ReadOnlySpan<char> text)
    {
        text = text.Trim("()");
        return text.Length <= 16 && text.IndexOf('年') >= 0 && (text.EndsWith("日") || text.EndsWith("月"));
    }
}
