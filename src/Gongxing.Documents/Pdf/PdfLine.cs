namespace Gongxing.Documents.Pdf;

/// <summary>A line of text as it stands on a page. Points, from the lower left corner of the page.</summary>
/// <param name="Size">Font size of most of the line.</param>
/// <param name="HasGap">There is a hole in it wider than any space: cells of a table, or columns.</param>
internal sealed record PdfLine(
    string Text, int Page, double PageHeight, double Left, double Right, double Baseline, double Size, bool HasGap);
