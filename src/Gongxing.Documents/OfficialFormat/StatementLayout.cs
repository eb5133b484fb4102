using System.Buffers;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>Says of each paragraph of a statement what it is in official form. Nothing is added or moved.</summary>
internal sealed class StatementLayout
{
    private const int LongestSignature = 24;
    private const int LongestLabel = 6;
    private const int LongestTitleLine = 30;
    private const string TitleEnds = "会组委部局院校司团府室心处科厅站所";
    private const int MostTitleLines = 14;

    private static readonly string[] s_labels = ["附件", "材料", "范文", "第"];
    private static readonly SearchValues<char> s_stops = SearchValues.Create("。；！？：:");
    private static readonly SearchValues<char> s_separators = SearchValues.Create("：:>|，、");

    private readonly IReadOnlyList<CleanLine> _lines;
    private readonly FormatProfile _profile;
    private readonly TextRole?[] _roles;
    private readonly HashSet<int> _startsPage = [];

    private StatementLayout(Document document, Statement statement, FormatProfile profile)
    {
        (_lines, _profile) = (CleanText.Of(document).Lines, profile);
        _roles = new TextRole?[_lines.Count];
        PlaceTitles(statement);
        PlaceStyledTitles();
        PlaceHeadings(statement);
        PlaceSurroundings(statement);
    }

    public static IEnumerable<Block> Of(Document document, Statement statement, FormatProfile profile) =>
        new StatementLayout(document, statement, profile).Blocks();

    private IEnumerable<Block> Blocks()
    {
        for (int i = 0; i < _lines.Count;)
        {
            int end = EndOf(i);
            foreach (Block block in Group(i, end))
            {
                yield return block;
            }

            if (IsTop(i) && end < _lines.Count && !IsTop(end))
            {
                foreach (Block block in Blank(_profile.BlankLines.AfterTitle))
                {
                    yield return block;
                }
            }

            i = end;
        }
    }

    // A table and a sign-off are set as a whole.
    private int EndOf(int start)
    {
        int end = start + 1;
        while (end < _lines.Count && GoesOn(start, end))
        {
            end++;
        }

        return end;
    }

    private bool GoesOn(int start, int i) => _lines[start].Paragraph.Cell is { } cell
        ? _lines[i].Paragraph.Cell?.Table == cell.Table
        : _roles[start] == TextRole.SignOff && _roles[i] == TextRole.SignOff;

    private IEnumerable<Block> Group(int start, int end) =>
        _lines[start].Paragraph.Cell is not null ? StatementTable.Of([.. _lines.Skip(start).Take(end - start)], _profile)
        : _roles[start] == TextRole.SignOff ? SignOff(start, end)
        : [Paragraph(start) with { KeepsNext = end < _lines.Count && _roles[end] == TextRole.SignOff }];

    private bool IsTop(int i) => _roles[i] is TextRole.Title or TextRole.Subtitle;

    private TextBlock Paragraph(int i)
    {
        string text = TextOf(i);
        if (_roles[i] is { } role)
        {
            return new TextBlock(role, text) { StartsPage = _startsPage.Contains(i) };
        }

        Paragraph paragraph = _lines[i].Paragraph;
        if (paragraph.Kind == ParagraphKind.Footnote)
        {
            return new TextBlock(TextRole.Note, text);
        }

        HeadingMark mark = HeadingMark.Of(text);
        if (mark.Level > 0)
        {
            TextRole level = TextRole.Heading1 + (mark.Level - 1);
            return mark.IsWhole ? new TextBlock(level, text) : new TextBlock(TextRole.Body, text, mark.Lead, level);
        }

        return paragraph.HeadingLevel > 0 && HeadingMark.MayBeHeading(text)
            ? new TextBlock(TextRole.Heading1 + Math.Min(paragraph.HeadingLevel - 1, 3), text)
            : new TextBlock(TextRole.Body, text);
    }

    // Name and date never stand alone on a page, and the date begins two characters to the right of the name
    // (GB/T 9704—2012, 7.3.5.2).
    private IEnumerable<Block> SignOff(int start, int end)
    {
        foreach (Block block in Blank(_profile.BlankLines.BeforeSignOff, keepsNext: true))
        {
            yield return block;
        }

        string last = TextOf(end - 1);
        bool dated = end - start > 1 && IsDate(last);
        double name = dated ? Enumerable.Range(start, end - start - 1).Max(i => EmWidth.Of(TextOf(i))) : 0;
        double date = EmWidth.Of(last);
        double dateRight = Math.Max(_profile.SignOff.Right, name - date - 2 + _profile.SignOff.Right);
        for (int i = start; i < end; i++)
        {
            string text = TextOf(i);
            double right = !dated ? _profile.SignOff.Right
                : i == end - 1 ? dateRight
                : dateRight + date + 2 - EmWidth.Of(text);
            yield return new TextBlock(TextRole.SignOff, text) { Right = Math.Max(0, right), KeepsNext = i < end - 1 };
        }
    }

    private static IEnumerable<Block> Blank(int lines, bool keepsNext = false) =>
        Enumerable.Repeat(new BlankBlock(keepsNext), lines);

    private void PlaceTitles(Statement statement)
    {
        if (statement.Parts.Count == 0 && statement.Title is { } only)
        {
            PlaceTitle(0, only, startsPage: false);
        }

        foreach (StatementPart part in statement.Parts.Where(part => part.Title is not null))
        {
            PlaceTitle(FirstIn(part.Span), part.Title!, startsPage: part != statement.Parts[0]);
        }
    }

    private void PlaceTitle(int first, string title, bool startsPage)
    {
        string wanted = Compact(title);
        bool found = false;
        for (int i = first; i < Math.Min(first + MostTitleLines, _roles.Length) && wanted.Length > 0; i++)
        {
            string line = Compact(TextOf(i));
            if (_lines[i].Paragraph.Cell is null && wanted.StartsWith(line, StringComparison.Ordinal))
            {
                _roles[i] = TextRole.Title;
                wanted = wanted[line.Length..];
                if (!found)
                {
                    PlaceAboveTitle(first, i, startsPage);
                }

                found = true;
            }
            else if (found)
            {
                return;
            }
        }
    }

    // What the original set as a title is one, understood or not.
    private void PlaceStyledTitles()
    {
        for (int i = 0; i < _lines.Count; i++)
        {
            if (_lines[i].Paragraph is { Kind: ParagraphKind.Heading, HeadingLevel: 0 }
                && HeadingMark.MayBeHeading(TextOf(i)))
            {
                _roles[i] ??= TextRole.Title;
            }
        }

        int[] tops = [.. Enumerable.Range(0, _lines.Count).Where(i => _lines[i].Paragraph.HeadingLevel == 1).Take(2)];
        if (!_roles.Contains(TextRole.Title) && tops is [var only] && only < MostTitleLines
            && HeadingMark.Of(TextOf(only)).Level == 0 && HeadingMark.MayBeHeading(TextOf(only)))
        {
            _roles[only] = TextRole.Title;
        }
    }

    // 2023年度主题教育专题民主生活会 ⏎ 个人对照检查材料 is one title for the eye.
    private void PlaceAboveTitle(int first, int title, bool startsPage)
    {
        int top = title;
        while (top > first && _lines[top - 1].Paragraph.Cell is null && OpensTitle(TextOf(top - 1)))
        {
            _roles[--top] = TextRole.Title;
        }

        if (!startsPage)
        {
            return;
        }

        // 材料之二, 附件2: the label of the next document goes with it to the new page.
        if (top > 0 && _lines[top - 1].Paragraph.Cell is null && IsLabel(TextOf(top - 1)))
        {
            _roles[--top] = TextRole.Flush;
        }

        _startsPage.Add(top);
    }

    private static bool IsLabel(string line) =>
        line.Length <= LongestLabel && s_labels.Any(label => line.StartsWith(label, StringComparison.Ordinal));

    private static bool OpensTitle(string line) =>
        line.Length <= LongestTitleLine && HeadingMark.MayBeHeading(line) && line.AsSpan().IndexOfAny(s_separators) < 0
        && (TitleEnds.Contains(line[^1]) || line.EndsWith("班子", StringComparison.Ordinal)
            || line.EndsWith("会议", StringComparison.Ordinal) || line.StartsWith("关于", StringComparison.Ordinal));

    // Headings that carry a number are known by it; those without only by their place in the structure.
    private void PlaceHeadings(Statement statement)
    {
        foreach (Section section in statement.Sections.Where(section => section.Heading is not null))
        {
            PlaceHeading(section.Span, section.Heading!, TextRole.Heading1);
        }

        foreach (Aspect aspect in statement.Aspects)
        {
            PlaceHeading(aspect.Span, aspect.Heading, TextRole.Heading2);
        }
    }

    private void PlaceHeading(TextSpan span, string heading, TextRole role)
    {
        int i = FirstIn(span);
        if (i < _roles.Length && _roles[i] is null && _lines[i].Paragraph.Cell is null)
        {
            string text = TextOf(i);
            if (HeadingMark.Of(text).Level == 0 && HeadingMark.MayBeHeading(text)
                && Compact(text).Contains(Compact(heading), StringComparison.Ordinal))
            {
                _roles[i] = role;
            }
        }
    }

    private void PlaceSurroundings(Statement statement)
    {
        int body = FirstOfBody(statement);
        foreach (Unplaced unplaced in statement.Unplaced)
        {
            for (int i = FirstIn(unplaced.Span);
                i < _roles.Length && _lines[i].Source.Start < unplaced.Span.End; i++)
            {
                if (_lines[i].Paragraph.Cell is null)
                {
                    _roles[i] ??= RoleOf(unplaced.Reason, TextOf(i), i < body);
                }
            }
        }
    }

    private static TextRole? RoleOf(UnplacedReason reason, string text, bool isBefore) => reason switch
    {
        UnplacedReason.Salutation => TextRole.Flush,
        UnplacedReason.Signature when text.Length <= LongestSignature && text.AsSpan().IndexOfAny(s_stops) < 0 =>
            isBefore ? TextRole.Subtitle : TextRole.SignOff,
        _ => null,
    };

    private int FirstOfBody(Statement statement)
    {
        int start = statement.Elements().Select(element => element.Span.Start)
            .Concat(statement.Sections.Select(section => section.Span.Start)).DefaultIfEmpty(0).Min();
        return FirstIn(new TextSpan(start, 0));
    }

    // The first line that ends behind the beginning of the span.
    private int FirstIn(TextSpan span)
    {
        int low = 0;
        int high = _lines.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _lines[middle].Source.End <= span.Start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool IsDate(string text)
    {
        ReadOnlySpan<char> date = text.AsSpan().Trim("（）() 　");
        return date.Contains('年') && (date.EndsWith("日") || date.EndsWith("月"));
    }

    private string TextOf(int i) => _lines[i].Text;

    private static string Compact(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
