using Gongxing.Core.Statements;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Gongxing.Documents.Pdf;

/// <summary>Reads the text layer of a PDF: letters to lines, lines to paragraphs, page numbers and running titles apart.</summary>
internal static class PdfReader
{
    /// <summary>Fewer characters a page than this are a stamp or a number on a scan, not a text.</summary>
    private const int SparsePage = 12;

    /// <summary>More than this share of characters without a meaning, and the font does not say what its letters are.</summary>
    private const double MostUnmapped = 0.3;

    public static Document Read(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        using PdfDocument pdf = Open(content);
        var lines = new List<PdfLine>();
        var tables = new List<PdfTable>();
        var rules = new Dictionary<int, PdfRules>();
        var builder = new DocumentBuilder(DocumentFormat.Pdf, limits);
        int pictures = 0, length = 0, unmapped = 0, broken = 0;
        int pages = Math.Min(pdf.NumberOfPages, limits.Pages);
        for (int number = 1; number <= pages && length <= limits.TextLength; number++)
        {
            if (PageOf(pdf, number, builder) is not { } page)
            {
                broken++;
                continue;
            }

            List<Letter> letters = PdfLines.LettersOf(page);
            int characters = letters.Sum(letter => letter.Value.AsSpan().Trim().Length);
            pictures += characters < SparsePage && page.NumberOfImages > 0 ? 1 : 0;
            unmapped += letters.Sum(letter => letter.Value.AsSpan().Trim().ToString().Count(IsUnmapped));
            length += characters;
            rules[number] = PdfRules.Of(page);
            List<PdfTable> ruled = PdfTable.Take(letters, rules[number], page);
            lines.AddRange(PdfLines.Of(letters, page)
                .Select(line => line with { Block = tables.Count + ruled.Count(table => table.Top > line.Baseline) }));
            tables.AddRange(ruled);
        }

        Refuse(length, unmapped, pictures, pages, broken);
        Note(builder, pdf.NumberOfPages, pages, pictures);
        var margins = new List<string>();
        List<PdfLine> body = PdfColumns.Mark(PdfMargins.Remove(lines, margins));
        margins.ForEach(builder.Margin);
        List<PdfFootnote> notes = PdfFootnotes.Take(body, rules);
        new PdfFlow(builder, tables, notes).Add(body);
        return builder.Build();
    }

    internal static PdfDocument Open(ReadOnlyMemory<byte> content)
    {
        try
        {
            return PdfDocument.Open(content.ToArray(), new ParsingOptions { SkipMissingFonts = true });
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new UnreadableException(Unreadable.Encrypted, e.Message);
        }
    }

    /// <summary>One page with a fault is passed over. The library throws whatever its code ran into.</summary>
    private static Page? PageOf(PdfDocument pdf, int number, DocumentBuilder builder)
    {
        try
        {
            return pdf.GetPage(number);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            builder.Notice($"第 {number} 页已损坏，没有读取。");
            return null;
        }
    }

    private static void Refuse(int length, int unmapped, int pictures, int pages, int broken)
    {
        if (broken == pages)
        {
            throw new UnreadableException(Unreadable.Damaged, $"none of {pages} pages");
        }

        if (length < SparsePage * pages && pictures > 0 && 2 * pictures >= pages)
        {
            throw new UnreadableException(Unreadable.Scanned, $"{length} characters, {pictures} of {pages} pages are pictures");
        }

        if (unmapped > MostUnmapped * length)
        {
            throw new UnreadableException(Unreadable.Damaged, $"{unmapped} of {length} letters say nothing of what they are");
        }
    }

    private static void Note(DocumentBuilder builder, int all, int read, int pictures)
    {
        if (read < all)
        {
            builder.Notice($"文件有 {all} 页，只读了前 {read} 页。");
        }

        if (pictures > 0)
        {
            builder.Notice($"有 {pictures} 页是图片，没有文字可读。");
        }
    }

    private static bool IsUnmapped(char c) => c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') || char.IsControl(c);
}
