using System.Globalization;
using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>Gives cells back to a table that was flattened to lines of <c>a | b | c</c>.</summary>
internal static class FlatTable
{
    // Far above what real files number their tables with, so that the two kinds never meet.
    private const int FirstTable = 1 << 20;
    private const int MostColumns = 16;

    /// <summary>Makes cells of lines that hold one cell each, under a run of lines that are column heads.</summary>
    public static List<RawLine> CellsOnLines(List<RawLine> lines)
    {
        int head = lines.FindIndex(line => line.Cell is null && line.Text is "序号" or "编号");
        int columns = head < 0 ? 0 : 1;
        bool problem = false;
        while (columns > 0 && head + columns < lines.Count && columns <= MostColumns && IsHead(lines[head + columns].Text, ref problem))
        {
            columns++;
        }

        if (columns < 3 || !problem)
        {
            return lines;
        }

        var table = new List<RawLine>(lines);
        int row = 0;
        int at = head;
        while (at + columns <= lines.Count && (row == 0 || lines[at].Text.Equals(row.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))
        {
            for (int column = 0; column < columns; column++)
            {
                table[at + column] = lines[at + column] with { Cell = new TableCell(FirstTable - 1, row, column, IsHeader: row == 0) };
            }

            at += columns;
            row++;
        }

        return row > 1 ? table : lines;
    }

    private static bool IsHead(ReadOnlySpan<char> text, ref bool problem)
    {
        if (text.Length > 12 || !Lexicon.Labels.TryMatchAt(text, 0, out int length, out LabelRole role) || length < text.Length - 2)
        {
            return false;
        }

        problem |= role == LabelRole.Problem;
        return true;
    }

    public static void AddCells(List<RawLine> lines, RawLine line)
    {
        TableCell? before = lines.Count > 0 ? lines[^1].Cell : null;
        bool continues = before is { Table: >= FirstTable };
        int table = continues ? before!.Table : FirstTable + lines.Count;
        int row = continues ? before!.Row + 1 : 0;
        string text = line.Folded.Text;
        int start = text[line.Start] == '|' ? line.Start + 1 : line.Start;
        for (int column = 0; start < line.End; column++)
        {
            int end = text.IndexOf('|', start, line.End - start);
            end = end < 0 ? line.End : end;
            if (end > start && text.AsSpan(start, end - start).IndexOfAnyExcept(" -:") >= 0)
            {
                lines.Add(line with { Start = start, End = end, Cell = new TableCell(table, row, column, IsHeader: false) });
            }

            start = end + 1;
        }
    }
}
