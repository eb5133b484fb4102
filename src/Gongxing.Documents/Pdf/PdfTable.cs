using System.Text;
using UglyToad.PdfPig.Content;

namespace Gongxing.Documents.Pdf;

/// <summary>A table with rules around its cells.</summary>
internal sealed class PdfTable
{
    /// <summary>Ems that a line which ends its paragraph stays short of the longest of its cell.</summary>
    private const double Short = 2.2;

    private readonly PdfGrid grid;

    private PdfTable(PdfGrid grid, int page, List<SortedDictionary<int, string>> rows) => (this.grid, Page, Rows) = (grid, page, rows);

    public int Page { get; }

    /// <summary>Of each row with text, the text of its cells by column; paragraphs on lines of their own.</summary>
    public List<SortedDictionary<int, string>> Rows { get; }

    public double Top => grid.Top;

    public double Right => grid.Right;

    /// <summary>Takes the letters of the tables out of those of the page.</summary>
    public static List<PdfTable> Take(List<Letter> letters, PdfRules rules, Page page)
    {
        var tables = new List<PdfTable>();
        foreach (PdfGrid grid in PdfGrid.Of(rules).OrderByDescending(grid => grid.Top))
        {
            ILookup<(int Row, int Column)?, Letter> cells = letters.ToLookup(letter => CellOf(grid, letter));
            var rows = new List<SortedDictionary<int, string>>();
            foreach (IGrouping<int, (int Row, int Column)> row in cells.Select(cell => cell.Key).OfType<(int Row, int Column)>()
                .GroupBy(cell => cell.Row).OrderBy(row => row.Key))
            {
                var texts = new SortedDictionary<int, string>();
                foreach ((int, int Column) cell in row)
                {
                    string text = TextOf(PdfLines.Of(cells[cell], page));
                    if (text.Length > 0)
                    {
                        texts[cell.Column] = text;
                    }
                }

                if (texts.Count > 0)
                {
                    rows.Add(texts);
                }
            }

            // Anything else with a border: a frame around the text, a field to fill in, a chart.
            if (rows.Count(row => row.Count > 1) > 1)
            {
                tables.Add(new PdfTable(grid, page.Number, rows));
                letters.RemoveAll(letter => CellOf(grid, letter) is not null);
            }
        }

        return tables;
    }

    /// <summary>Whether this is the rest of a table that the page before could not hold.</summary>
    public bool Continues(PdfTable before) => Page == before.Page + 1 && grid.HasColumnsOf(before.grid);

    /// <summary>Takes in the rest of the table. Its head may come again, and a row may have been cut in two.</summary>
    /// <returns>Whether the head came again.</returns>
    public bool Add(PdfTable rest)
    {
        IEnumerable<SortedDictionary<int, string>> rows = rest.Rows;
        bool isHeaded = rest.Rows[0].SequenceEqual(Rows[0]);
        rows = isHeaded ? rows.Skip(1) : rows;
        if (rows.FirstOrDefault() is { } first && !first.ContainsKey(0) && Rows.Count > 1 && Rows.Skip(1).All(row => IsNumber(row.GetValueOrDefault(0))))
        {
            foreach ((int column, string text) in first)
            {
                Rows[^1][column] = Rows[^1].GetValueOrDefault(column) + text;
            }

            rows = rows.Skip(1);
        }

        Rows.AddRange(rows);
        return isHeaded;
    }

    private static bool IsNumber(string? text) => text is { Length: > 0 and < 5 } && text.All(char.IsAsciiDigit);

    private static (int Row, int Column)? CellOf(PdfGrid grid, Letter letter) => grid.At(
        (letter.StartBaseLine.X + letter.EndBaseLine.X) / 2, letter.StartBaseLine.Y + (0.3 * letter.PointSize));

    private static string TextOf(List<PdfLine> lines)
    {
        var text = new StringBuilder();
        double right = lines.Count == 0 ? 0 : lines.Max(line => line.Right);
        for (int i = 0; i < lines.Count; i++)
        {
            if (i > 0 && EndsParagraph(lines[i - 1], lines[i], right))
            {
                text.Append('\n');
            }

            PdfParagraphs.Append(text, lines[i].Text);
        }

        return text.ToString();
    }

    private static bool EndsParagraph(PdfLine line, PdfLine next, double right)
    {
        bool isEnded = line.Text[^1] is '。' or '；' or ';';
        return isEnded && (PdfParagraphs.Opens(next.Text) || right - line.Right > Short * line.Size);
    }
}
