using Gongxing.Core.Statements;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>Puts the cells of a table of a <see cref="Document"/> together again.</summary>
internal static class StatementTable
{
    // What Word takes.
    private const int MostColumns = 63;

    public static IEnumerable<Block> Of(IReadOnlyList<CleanLine> lines, FormatProfile profile)
    {
        List<int> columns = [.. lines.Select(line => CellOf(line).Column).Distinct().Order()];
        if (columns.Count > MostColumns || !InOrder(lines))
        {
            return lines.Select(line => new TextBlock(TextRole.Flush, line.Text));
        }

        double characters = PaperSize.Portrait(profile).TextWidth / 20.0 / profile.Fonts.TableText.Size;
        List<IGrouping<int, CleanLine>> rows = [.. lines.GroupBy(line => CellOf(line).Row)];
        double[] widths = TableWidths.Of(
            from row in rows
            where columns.Count == 1 || !IsAlone(row, columns)
            from line in row
            select (columns.IndexOf(CellOf(line).Column), EmWidth.Of(line.Text)), columns.Count, characters);
        return [new TableBlock(widths, [.. rows.Select(row => Row([.. row], columns, widths[0] * characters))])];
    }

    private static TableCell CellOf(CleanLine line) => line.Paragraph.Cell!;

    private static bool InOrder(IReadOnlyList<CleanLine> lines) =>
        lines.Zip(lines.Skip(1)).All(pair => PlaceOf(pair.First).CompareTo(PlaceOf(pair.Second)) <= 0);

    private static (int Row, int Column) PlaceOf(CleanLine line) => (CellOf(line).Row, CellOf(line).Column);

    private static bool IsAlone(IEnumerable<CleanLine> row, List<int> columns) =>
        row.All(line => CellOf(line).Column == columns[0]);

    private static TableRow Row(IReadOnlyList<CleanLine> row, List<int> columns, double firstWidth)
    {
        bool isHeader = CellOf(row[0]).IsHeader;
        TextRole role = isHeader ? TextRole.TableHead : TextRole.TableText;
        ILookup<int, TextBlock> texts =
            row.ToLookup(line => CellOf(line).Column, line => new TextBlock(role, line.Text));

        // A row of one cell that is too long for its column went over all of them.
        bool goesOver = columns.Count > 1 && IsAlone(row, columns)
            && texts[columns[0]].Any(text => EmWidth.Of(text.Text) > firstWidth - 1);
        return goesOver
            ? new TableRow([new TableCellBlock([.. texts[columns[0]]], columns.Count)], isHeader)
            : new TableRow([.. columns.Select(column => new TableCellBlock([.. texts[column]]))], isHeader);
    }
}
