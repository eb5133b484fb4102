using Gongxing.Core.Statements;

namespace Gongxing.Documents.Odt;

/// <summary>Reads OpenDocument text, in one streaming pass.</summary>
public static class OdtReader
{
    /// <exception cref="UnreadableException">The file is given up.</exception>
    public static Document Read(ReadOnlyMemory<byte> content, ReadLimits limits) =>
        throw new UnreadableException(Unreadable.UnknownType, $"{content.Length} of {limits.FileBytes}");
}
