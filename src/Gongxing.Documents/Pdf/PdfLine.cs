namespace Gongxing.Documents.Pdf;

/// <summary>A line of text as it stands on a page. Points, from the lower left corner of the page.</summary>
/// <param name="Size">Font size of most of the line.</param>
/// <param name="HasGap">There is a hole in it wider than any space: cells of a table, or columns.</param>
internal sealed record PdfLine(
    string Text, int Page, double PageHeight, double Left, double Right, double Baseline, double Size, bool HasGap)
{
    /// <summary>Where its pieces begin: what stands further apart than words do.</summary>
    public IReadOnlyList<double> Pieces { get; init; } = [];

    /// <summary>Where in the text something is set small and high: the marks that call footnotes.</summary>
    public IReadOnlyList<Range> Marks { get; init; } = [];

    /// <summary>How many tables of the document stand above it.</summary>
    public int Block { get; init; }

    /// <summary>It stands in a table of which the cells cannot be told.</summary>
    public bool IsRow { get; init; }

    /// <summary>The line without one of its marks.</summary>
    public PdfLine Without(Range mark)
    {
        int length = mark.End.Value - mark.Start.Value;
        return this with
        {
            Text = Text.Remove(mark.Start.Value, length),
            Marks =
            [
                .. Marks.Where(other => !other.Equals(mark)).Select(other => other.Start.Value < mark.Start.Value
                    ? other
                    : (other.Start.Value - length)..(other.End.Value - length)),
            ],
        };
    }
}
