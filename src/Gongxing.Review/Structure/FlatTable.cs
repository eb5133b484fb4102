using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>Gives cells back to a table that was flattened to lines of <c>a | b | c</c>.</summary>
internal static class FlatTable
{
    // Far above what real files number their tables with, so that the two kinds never meet.
    private const int FirstTable = 1 << 20;

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
