using System.Globalization;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>Gives cells back to a table that was flattened to lines of <c>a | b | c</c>.</summary>
internal static class FlatTable
{
    // Far above what real files number their tables with, so that the two kinds never meet.
    private const int FirstTable = 1 << 20;
    private const int MostColumns = 16;

    /// <summary>Adds the cells of a line parted by tabs; false for a line that is none.</summary>
    public static bool AddTabbed(List<RawLine> lines, string text, Paragraph paragraph, int start, int end)
    {
        if (paragraph.Cell is not null || text.AsSpan(start, end - start).Count('\t') < 2)
        {
            return false;
        }

        TableCell place = NextRow(lines);
        for (int column = 0; start <= end; column++)
        {
            int stop = start < end ? text.IndexOf('\t', start, end - start) : -1;
            stop = stop < 0 ? end : stop;
            NormalizedText folded = NormalizedText.Of(text, TextSpan.FromBounds(start, stop));
            if (folded.Text.Length > 0)
            {
                TableCell cell = place with { Column = column };
                lines.Add(new RawLine(paragraph, folded, 0, folded.Text.Length) { Cell = cell });
            }

            start = stop + 1;
        }

        return true;
    }

    private static TableCell NextRow(List<RawLine> lines)
    {
        TableCell? before = lines.Count > 0 ? lines[^1].Cell : null;
        return before is { Table: >= FirstTable }
            ? before with { Row = before.Row + 1, Column = 0 }
            : new TableCell(FirstTable + lines.Count, 0, 0, IsHeader: false);
    }

    /// <summary>Makes cells of lines that hold one cell each, under a run of lines that are column heads.</summary>
    public static List<RawLine> CellsOnLines(List<RawLine> lines)
    {
        int head = lines.FindIndex(line => line.Cell is null && line.Text is "序号" or "编号");
        int columns = head < 0 ? 0 : 1;
        bool problem = false;
        while (columns > 0 && head + columns < lines.Count && columns <= MostColumns
            && IsHead(lines[head + columns].Text, ref problem))
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
        while (at + columns <= lines.Count
            && (row == 0
                || lines[at].Text.Equals(row.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))
        {
            for (int column = 0; column < columns; column++)
            {
                var cell = new TableCell(FirstTable - 1, row, column, IsHeader: row == 0);
                table[at + column] = lines[at + column] with { Cell = cell };
            }

            at += columns;
            row++;
        }

        return row > 1 ? table : lines;
    }

    private static bool IsHead(ReadOnlySpan<char> text, ref bool problem)
    {
        if (text.Length > 12 || !Lexicon.Labels.TryMatchAt(text, 0, out int length, out LabelRole role)
            || length < text.Length - 2)
        {
            return false;
        }

        problem |= role == LabelRole.Problem;
        return true;
    }

    /// <summary>True for 问题：…｜整改：…｜责任人：…: the bars part labels, and no column has a head.</summary>
    public static bool HoldsLabels(ReadOnlySpan<char> text)
    {
        int labels = 0;
        int fields = 0;
        foreach (Range range in text.Split('|'))
        {
            ReadOnlySpan<char> field = text[range].Trim();
            fields += field.IsEmpty ? 0 : 1;
            labels += !field.IsEmpty && field.Contains(':') && LabelReader.Read(field, 0, bounded: true) is not null ? 1
                : 0;
        }

        return labels >= 2 && labels * 3 >= fields * 2;
    }

    public static void AddCells(List<RawLine> lines, RawLine line)
    {
        TableCell place = NextRow(lines);
        string text = line.Folded.Text;
        // A bar at both ends is the border; one at the beginning alone parts an empty cell from the next.
        bool bordered = text[line.Start] == '|' && text.AsSpan(line.Start, line.End - line.Start).TrimEnd().EndsWith("|");
        int start = bordered ? line.Start + 1 : line.Start;
        for (int column = 0; start < line.End; column++)
        {
            int end = text.IndexOf('|', start, line.End - start);
            end = end < 0 ? line.End : end;
            if (end > start && text.AsSpan(start, end - start).IndexOfAnyExcept(" -:") >= 0)
            {
                start += text.AsSpan(start, end - start).IndexOfAnyExcept(' ');
                lines.Add(line with { Start = start, End = end, Cell = place with { Column = column } });
            }

            start = end + 1;
        }
    }
}
