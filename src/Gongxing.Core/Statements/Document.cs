using Gongxing.Text;

namespace Gongxing.Core.Statements;

/// <summary>A file as read: its text, cut into paragraphs, with everything that was typed by machine spelt out.</summary>
/// <remarks>
/// <see cref="Text"/> is the coordinate system of every span in the product. It holds the paragraphs in reading order, each ended
/// by one <c>\n</c>; automatic numbering is part of the text (see <see cref="Paragraph.NumberingLength"/>), deleted revisions
/// are not. Headers and footers stand apart in <see cref="Margins"/> and have no span.
/// </remarks>
/// <param name="Encoding">Web name of the character encoding for plain text (<c>gb18030</c>), else the empty string.</param>
/// <param name="Margins">Texts of headers and footers, each once.</param>
/// <param name="Notices">What the reader had to leave out or guess, one sentence each in Chinese.</param>
public sealed record Document(
    string Text,
    IReadOnlyList<Paragraph> Paragraphs,
    DocumentFormat Format,
    string Encoding,
    IReadOnlyList<string> Margins,
    IReadOnlyList<string> Notices)
{
    /// <summary>How many characters that are not white space the text has, counted in UTF-16 units.</summary>
    public int Characters
    {
        get
        {
            int count = 0;
            foreach (char c in Text)
            {
                count += char.IsWhiteSpace(c) ? 0 : 1;
            }

            return count;
        }
    }

    /// <summary>Index of the last paragraph that begins at or before a position, the first for one before all; -1 when there is none.</summary>
    public int ParagraphAt(int position)
    {
        int low = 0;
        int high = Paragraphs.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = Paragraphs[middle].Span.Start <= position ? (middle, high) : (low, middle - 1);
        }

        return high < 0 ? -1 : low;
    }

    /// <summary>A document of plain lines, one paragraph a line that is not blank.</summary>
    public static Document FromText(string text)
    {
        var paragraphs = new List<Paragraph>();
        int start = 0;
        while (start < text.Length)
        {
            int newline = text.IndexOf('\n', start);
            int end = newline < 0 ? text.Length : newline;
            int trimmed = end > start && text[end - 1] == '\r' ? end - 1 : end;
            if (!text.AsSpan(start, trimmed - start).IsWhiteSpace())
            {
                paragraphs.Add(new Paragraph(TextSpan.FromBounds(start, trimmed), ParagraphKind.Body));
            }

            start = end + 1;
        }

        return new Document(text, paragraphs, DocumentFormat.PlainText, "", [], []);
    }
}

public enum DocumentFormat
{
    PlainText,
    Markdown,
    Html,
    Docx,
    Odt,
    Pdf,

    /// <summary>Word 97–2003 .doc or .wps, read through an office program.</summary>
    LegacyWord,
}
