using Gongxing.Core.Statements;
using Gongxing.Documents.PlainText;

namespace Gongxing.Documents.Markdown;

internal static class MarkdownReader
{
    public static Document Read(DecodedText decoded, ReadLimits limits) => PlainTextReader.Read(decoded, limits);
}
