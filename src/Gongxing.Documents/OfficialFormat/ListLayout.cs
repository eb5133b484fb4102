namespace Gongxing.Documents.OfficialFormat;

/// <summary>Sets papers that are mostly a table.</summary>
internal static class ListLayout
{
    // More lines in one cell than this are hard to follow across the row.
    private const int MostLines = 9;

    // For number, place, question, basis, handling; and for aspect, finding, causes, measures.
    private static readonly double[] s_remarkWidths = [9, 25, 31, 21, 14];
    private static readonly double[] s_summaryWidths = [14, 28, 28, 30];

    public static (PaperSize Paper, IEnumerable<Block> Blocks) Of(RemarkList list, FormatProfile profile)
    {
        RemarkListColumns heads = list.Columns;
        TableRow header = Header(heads.Number, heads.Place, heads.Question, heads.Basis, heads.Handling);
        List<Block> blocks = Top(list.Title, list.Subtitle, list.Lead, profile);
        foreach (RemarkListGroup group in list.Groups)
        {
            if (blocks[^1] is TableBlock)
            {
                blocks.Add(new BlankBlock());
            }

            blocks.AddRange(Heading(group.Heading));
            if (group.Rows.Count > 0)
            {
                blocks.Add(new TableBlock(s_remarkWidths, [header, .. group.Rows.Select(Row)]));
            }
        }

        return (Paper(blocks, profile), blocks);
    }

    public static (PaperSize Paper, IEnumerable<Block> Blocks) Of(StructureSummary summary, FormatProfile profile)
    {
        StructureSummaryColumns heads = summary.Columns;
        List<Block> blocks = Top(summary.Title, summary.Subtitle, summary.Lead, profile);
        blocks.AddRange(Heading(summary.GapsHeading));
        blocks.AddRange(summary.Gaps.Select(gap => new TextBlock(TextRole.Body, gap)));
        if (summary.Rows.Count > 0)
        {
            blocks.AddRange(Heading(summary.TableHeading));
            blocks.Add(new TableBlock(s_summaryWidths,
                [Header(heads.Aspect, heads.Finding, heads.Causes, heads.Measures),
                 .. summary.Rows.Select((row, i) => Row(summary.Rows, row, i))]));
        }

        return (Paper(blocks, profile), blocks);
    }

    private static List<Block> Top(string title, string? subtitle, IReadOnlyList<string> lead, FormatProfile profile) =>
    [
        new TextBlock(TextRole.Title, title),
        .. string.IsNullOrWhiteSpace(subtitle) ? (Block[])[] : [new TextBlock(TextRole.Subtitle, subtitle)],
        .. Enumerable.Repeat(new BlankBlock(), profile.BlankLines.AfterTitle),
        .. lead.Select(paragraph => new TextBlock(TextRole.Body, paragraph)),
    ];

    private static IEnumerable<Block> Heading(string? heading) =>
        string.IsNullOrWhiteSpace(heading) ? [] : [new TextBlock(TextRole.Heading1, heading)];

    private static TableRow Header(params string[] heads) =>
        new([.. heads.Select(head => new TableCellBlock([new TextBlock(TextRole.TableHead, head)]))], IsHeader: true);

    private static TableRow Row(RemarkListRow row) => new(
    [
        Cell(row.Number) with { IsCentred = true },
        new TableCellBlock(
        [
            .. Lines(TextRole.TableText, row.Place),
            .. Lines(TextRole.Quotation, row.Excerpt),
        ]),
        Cell(row.Question),
        Cell(row.Basis),
        Cell(row.Handling),
    ]);

    private static TableRow Row(IReadOnlyList<StructureSummaryRow> rows, StructureSummaryRow row, int i)
    {
        bool goesOn = i > 0 && rows[i - 1].Aspect == row.Aspect;
        bool goesOnBelow = i + 1 < rows.Count && rows[i + 1].Aspect == row.Aspect;
        CellMerge? merge = goesOn ? CellMerge.GoesOn : goesOnBelow ? CellMerge.Starts : null;
        return new TableRow(
            [Cell(row.Aspect) with { Merge = merge }, Cell(row.Finding), Cell(row.Causes), Cell(row.Measures)]);
    }

    private static TableCellBlock Cell(string text) => new([.. Lines(TextRole.TableText, text)]);

    private static TableCellBlock Cell(IReadOnlyList<string> lines) =>
        new([.. lines.SelectMany(line => Lines(TextRole.TableText, line))]);

    private static IEnumerable<TextBlock> Lines(TextRole role, string text) =>
        from line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select new TextBlock(role, line);

    // Upright as long as its columns are wide enough for their texts.
    private static PaperSize Paper(IReadOnlyList<Block> blocks, FormatProfile profile)
    {
        PaperSize upright = PaperSize.Portrait(profile);
        double line = upright.TextWidth / 20.0 / profile.Fonts.TableText.Size;
        bool fits = blocks.OfType<TableBlock>().All(table => table.Rows.All(row => row.Cells
            .Zip(table.Widths)
            .All(cell => LinesOf(cell.First, cell.Second / table.Widths.Sum() * line - 0.75) <= MostLines)));
        return fits ? upright : PaperSize.Landscape(profile);
    }

    private static double LinesOf(TableCellBlock cell, double characters) =>
        cell.Text.Sum(text => Math.Ceiling(EmWidth.Of(text.Text) / characters));
}
