namespace Gongxing.Documents.Pdf;

/// <summary>Finds tables that have no rules: lines in pieces that stand below each other.</summary>
/// <remarks>Where a row ends cannot be told there, so nothing but the lines is kept of them.</remarks>
internal static class PdfColumns
{
    /// <summary>So many lines in so many pieces each are a table, and not two signatures side by side.</summary>
    private const int Fewest = 3;

    /// <summary>Ems by which pieces that stand below each other may miss each other.</summary>
    private const double Aligned = 0.5;

    /// <summary>Returns the lines, those of such tables marked.</summary>
    public static List<PdfLine> Mark(List<PdfLine> lines)
    {
        var marked = new List<PdfLine>(lines.Count);
        for (int i = 0; i < lines.Count;)
        {
            int end = EndOfRun(lines, i);
            bool isTable = IsTable(lines[i..end]);
            end = isTable || end == i ? Math.Max(end, i + 1) : end;
            marked.AddRange(lines[i..end].Select(line => isTable ? line with { IsRow = true } : line));
            i = end;
        }

        return marked;
    }

    /// <summary>From a line in pieces over all that are in pieces too, or that begin below one of the pieces of that before.</summary>
    private static int EndOfRun(List<PdfLine> lines, int start)
    {
        int end = start;
        while (end < lines.Count && lines[end].Page == lines[start].Page && lines[end].Block == lines[start].Block
            && (lines[end].Pieces.Count > 1 || (end > start && IsBelow(lines[start..end], lines[end]))))
        {
            end++;
        }

        return end;
    }

    private static bool IsBelow(List<PdfLine> run, PdfLine line) => run[0].Pieces.Count >= Fewest
        && line.Left > run.Min(before => before.Left) + line.Size
        && run.Exists(before => before.Pieces.Any(piece => Math.Abs(piece - line.Left) < Aligned * line.Size));

    private static bool IsTable(List<PdfLine> run)
    {
        double[] starts = [.. run.Where(line => line.Pieces.Count >= Fewest).SelectMany(line => line.Pieces)];
        double within = Aligned * (run.Count == 0 ? 0 : run[0].Size);
        return run.Count(line => line.Pieces.Count >= Fewest) >= Fewest
            && run.Count(line => line.Pieces.Count >= Fewest
                && line.Pieces.Count(piece => starts.Count(start => Math.Abs(start - piece) < within) >= Fewest) >= Fewest) >= Fewest;
    }
}
