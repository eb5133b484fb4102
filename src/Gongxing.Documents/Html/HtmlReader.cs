using System.Text.RegularExpressions;
using Gongxing.Core.Statements;
using Gongxing.Documents.PlainText;

namespace Gongxing.Documents.Html;

/// <summary>Reads the prose of a web page: blocks become paragraphs; scripts, styles and menus are left out.</summary>
internal static partial class HtmlReader
{
    /// <summary>A page says within so many characters what it is and how it is encoded.</summary>
    private const int Head = 4096;

    /// <summary>A table with a cell of this many paragraphs was drawn to lay out a page, and is none.</summary>
    private const int LayoutParagraphs = 4;

    /// <summary>A page says so at its start. A fragment does not, and is believed to be one by its name.</summary>
    public static bool IsHtml(string text, string name)
    {
        ReadOnlySpan<char> head = HeadOf(text);
        return head.StartsWith('<')
            && (head.Contains("<html", StringComparison.OrdinalIgnoreCase)
                || head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
                || FileName.IsHtml(name));
    }

    /// <summary>Markup whose text is not for reading as it stands: XML, pictures as SVG, web archives.</summary>
    public static bool IsOtherMarkup(string text)
    {
        ReadOnlySpan<char> head = HeadOf(text);
        return head.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<svg", StringComparison.OrdinalIgnoreCase)
            || (head.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)
                && head.Contains("Content-Type:", StringComparison.OrdinalIgnoreCase));
    }

    public static Document Read(ReadOnlyMemory<byte> content, DecodedText decoded, ReadLimits limits)
    {
        DecodedText text = AsDeclared(content.Span, decoded);
        var builder = new DocumentBuilder(DocumentFormat.Html, limits);
        Add(builder, text.Text, limits);
        return builder.Build(text.Encoding);
    }

    /// <summary>Adds the paragraphs of a page or a piece of one.</summary>
    public static void Add(DocumentBuilder builder, string html, ReadLimits limits)
    {
        var page = new HtmlBlocks(limits);
        List<HtmlBlock> blocks = page.Read(html);
        if (page.HasDeleted)
        {
            builder.Notice("文中有划掉的文字（删除线），没有读取。");
        }

        HashSet<int> layouts = Layouts(blocks);
        foreach (HtmlBlock block in blocks)
        {
            bool isLaidOut = block.Cell is { } cell && layouts.Contains(cell.Table);
            ParagraphKind kind = !isLaidOut ? block.Kind : block.HeadingLevel > 0 ? ParagraphKind.Heading : ParagraphKind.Body;
            builder.Add(block.Text, kind, block.HeadingLevel, $"{block.Numbering}", isLaidOut ? null : block.Cell);
        }
    }

    private static HashSet<int> Layouts(List<HtmlBlock> blocks)
    {
        var layouts = new HashSet<int>();
        foreach (IGrouping<int, TableCell> table in blocks.Select(block => block.Cell).OfType<TableCell>().GroupBy(cell => cell.Table))
        {
            if (table.All(cell => cell.Column == 0) || table.CountBy(cell => cell).Any(cell => cell.Value >= LayoutParagraphs))
            {
                layouts.Add(table.Key);
            }
        }

        return layouts;
    }

    /// <summary>
    /// The page in the encoding it names, where all of it fits; many pages name one and are in another. What is UTF-8 throughout
    /// is that and nothing else.
    /// </summary>
    private static DecodedText AsDeclared(ReadOnlySpan<byte> bytes, DecodedText decoded)
    {
        if (decoded.Encoding is not ("gb18030" or "big5"))
        {
            return decoded;
        }

        Match charset = Charset().Match(decoded.Text, 0, Math.Min(Head, decoded.Text.Length));
        return (charset.Success ? TextDecoder.DecodeStrictly(charset.Groups[1].Value, bytes) : null) ?? decoded;
    }

    private static ReadOnlySpan<char> HeadOf(string text) => text.AsSpan(0, Math.Min(Head, text.Length)).TrimStart("\uFEFF \t\r\n");

    [GeneratedRegex("""<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}
