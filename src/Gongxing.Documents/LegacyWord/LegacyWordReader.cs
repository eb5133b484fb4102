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

        string extension = content.Span.StartsWith("{\\rtf"u8) ? "rtf" : "doc";
        byte[] docx = office.Convert(content.Span, extension, limits);
        return DocxReader.Read(docx, limits) with { Format = DocumentFormat.LegacyWord };
    }
}
