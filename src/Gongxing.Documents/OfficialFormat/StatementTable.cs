using Gongxing.Core.Statements;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>Puts the cells of a table of a <see cref="Document"/> together again.</summary>
internal static class StatementTable
{
    // What Word takes.
    private const int MostColumns = 63;

    /// <summary>The paragraphs from <paramref name="start"/> to before <paramref name="end"/>, all of one table.</summary>
    public static IEnumerable<Block> Of(Document document, int start, int end, FormatProfile profile)
    {
        List<Paragraph> cells = [.. document.Paragraphs.Skip(start).Take(end - start)];
        List<int> columns = [.. cells.Select(cell => cell.Cell!.Column).Distinct().Order()];
        if (columns.Count > MostColumns || !InOrder(cells))
        {
            return cells.Select(cell => new TextBlock(TextRole.Flush, cell.Span.Trim(document.Text).In(document.Text).ToString()));
        }

        var rows = new List<TableRow>();
        double[] widths = TableWidths.Of(cells.Select(cell =>
            (columns.IndexOf(cell.Cell!.Column), EmWidth.Of(cell.Span.In(document.Text)))), columns.Count);
        double points = Word.Millimetres(FormatProfile.PaperWidth - profile.Page.Left - profile.Page.Right) / 20.0;
        foreach (IGrouping<int, Paragraph> row in cells.GroupBy(cell => cell.Cell!.Row))
        {
            rows.Add(Row(document, [.. row], columns, widths, points / profile.Fonts.TableText.Size));
        }

        return [new TableBlock(widths, rows)];
    }

    private static bool InOrder(List<Paragraph> cells) => cells.Zip(cells.Skip(1)).All(pair =>
        (pair.First.Cell!.Row, pair.First.Cell.Column).CompareTo((pair.Second.Cell!.Row, pair.Second.Cell.Column)) <= 0);

    private static TableRow Row(
        Document document, List<Paragraph> row, List<int> columns, double[] widths, double characters)
    {
        bool isHeader = row[0].Cell!.IsHeader;
        TextRole role = isHeader ? TextRole.TableHead : TextRole.TableText;
        var texts = row.ToLookup(cell => cell.Cell!.Column, cell => new TextBlock(role, cell.Span.Trim(document.Text).In(document.Text).ToString()));

        // A row of one cell that is too long for its column went over all of them.
        if (texts.Count == 1 && columns.Count > 1 && texts[columns[0]].Any()
            && texts[columns[0]].Any(text => EmWidth.Of(text.Text) > widths[0] * characters - 1))
        {
            return new TableRow([new TableCellBlock([.. texts[columns[0]]], columns.Count)], isHeader);
        }

        return new TableRow([.. columns.Select(column => new TableCellBlock([.. texts[column]]))], isHeader);
    }
}
