using Gongxing.Core.Statements;
using Gongxing.Documents.Docx;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.LegacyWord;

/// <summary>Reads .doc, .wps and .rtf by letting LibreOffice turn them into .docx, where it is installed.</summary>
public static class LegacyWordReader
{
    /// <param name="name">Only for the log; the content tells what the file is.</param>
    /// <exception cref="UnreadableException">The file is given up.</exception>
    public static Document Read(ReadOnlyMemory<byte> content, string name, ReadLimits limits)
    {
        if (CompoundFile.IsLockedWord(content.Span))
        {
            throw new UnreadableException(Unreadable.Encrypted, name);
        }

        if (OfficeProgram.Find() is not { } office)
        {
            throw new UnreadableException(Unreadable.NeedsConversion, name);
        }

        bool isRtf = content.Span.StartsWith("{\\rtf"u8);
        byte[] docx = office.Convert(isRtf ? WithLastParagraph(content.Span) : content.Span, isRtf ? "rtf" : "doc", limits);
        return DocxReader.Read(docx, limits) with { Format = DocumentFormat.LegacyWord };
    }

    /// <summary>
    /// LibreOffice 7.4 moves the last paragraph of an .rtf to the first level of its list; it may do so with an empty one.
    /// </summary>
    private static byte[] WithLastParagraph(ReadOnlySpan<byte> rtf)
    {
        int end = rtf.LastIndexOf((byte)'}');
        return end < 0 ? rtf.ToArray() : [.. rtf[..end], .. "\\pard\\plain\\par"u8, .. rtf[end..]];
    }
}
