using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Gongxing.Documents.Pdf;

/// <summary>The photographs and scans of a PDF, page by page: those that stand in it as a JPEG, which need no decoder of our own.</summary>
internal static class PdfPictures
{
    /// <returns>Every picture has its place; one that is no JPEG is empty.</returns>
    public static IEnumerable<Func<ReadOnlyMemory<byte>>> Of(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        using PdfDocument pdf = PdfReader.Open(content);
        for (int number = 1; number <= Math.Min(pdf.NumberOfPages, limits.Pages); number++)
        {
            foreach (ReadOnlyMemory<byte> picture in OnPage(pdf, number))
            {
                yield return () => picture;
            }
        }
    }

    /// <summary>A page with a fault has none. The library throws whatever its code ran into.</summary>
    private static IReadOnlyList<ReadOnlyMemory<byte>> OnPage(PdfDocument pdf, int number)
    {
        try
        {
            return [.. pdf.GetPage(number).GetImages().Select(AsJpeg)];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [];
        }
    }

    private static ReadOnlyMemory<byte> AsJpeg(IPdfImage picture) =>
        picture.RawMemory.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? picture.RawMemory : default;
}
