using Gongxing.Core.Statements;

namespace Gongxing.Documents.Pdf;

internal static class PdfReader
{
    public static Document Read(ReadOnlyMemory<byte> content, ReadLimits limits) =>
        throw new UnreadableException(Unreadable.UnknownType, $"{content.Length} {limits.Pages}");
}
