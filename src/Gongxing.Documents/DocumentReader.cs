using System.Buffers;
using Gongxing.Core.Statements;
using Gongxing.Documents.Docx;
using Gongxing.Documents.Html;
using Gongxing.Documents.LegacyWord;
using Gongxing.Documents.Markdown;
using Gongxing.Documents.Odt;
using Gongxing.Documents.Pdf;
using Gongxing.Documents.PlainText;

namespace Gongxing.Documents;

/// <summary>Reads one file of any supported kind in this process. The site and the command line go through a worker process.</summary>
public static class DocumentReader
{
    private static readonly SearchValues<char> Unstorable =
        SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(unit => (char)unit), '\0']);

    /// <summary>
    /// Never throws on content. The kind is told by content; <paramref name="name"/> only breaks ties (.md or .txt). What a fault
    /// of a library cannot be kept from doing, a stack overflow or eating all memory, is what the worker process is for.
    /// </summary>
    public static ReadResult Read(ReadOnlyMemory<byte> content, string name, ReadLimits limits)
    {
        if (content.IsEmpty)
        {
            return ReadResult.Failed(Unreadable.Empty);
        }

        if (content.Length > limits.FileBytes)
        {
            return ReadResult.Failed(Unreadable.TooLarge, $"{content.Length} bytes");
        }

        try
        {
            Document document = Storable(ReadAs(FileTypes.Tell(content, name, out string what), content, name, limits, what));
            return document.Text.AsSpan().IsWhiteSpace()
                ? ReadResult.Failed(Unreadable.NoText, document.Format.ToString())
                : ReadResult.Of(document);
        }
        catch (UnreadableException e)
        {
            return ReadResult.Failed(e.Reason, e.Detail);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return ReadResult.Failed(Unreadable.Damaged, e.ToString());
        }
    }

    private static Document ReadAs(FileType type, ReadOnlyMemory<byte> content, string name, ReadLimits limits, string what)
    {
        Document document = type switch
        {
            FileType.Docx => DocxReader.Read(content, limits),
            FileType.Odt => OdtReader.Read(content, limits),
            FileType.Pdf => PdfReader.Read(content, limits),
            FileType.LegacyWord => LegacyWordReader.Read(content, name, limits),
            FileType.EncryptedPackage => throw new UnreadableException(Unreadable.Encrypted, "office package"),
            FileType.CutCompound => throw new UnreadableException(Unreadable.Cut, "compound file"),
            FileType.DamagedCompound => throw new UnreadableException(Unreadable.Damaged, "compound file"),
            FileType.Other => throw new UnreadableException(Unreadable.UnknownType, what),
            _ => ReadText(content, name, limits),
        };
        return FileName.Contradiction(name, NameOf(document.Format)) is { } notice
            ? document with { Notices = [.. document.Notices, notice] }
            : document;
    }

    private static Document ReadText(ReadOnlyMemory<byte> content, string name, ReadLimits limits)
    {
        DecodedText decoded = TextDecoder.Decode(content.Span);
        return HtmlReader.IsHtml(decoded.Text, name) ? HtmlReader.Read(content, decoded, limits)
            : HtmlReader.IsOtherMarkup(decoded.Text) ? throw new UnreadableException(Unreadable.UnknownType, "XML or MIME")
            : FileName.IsMarkdown(name) ? MarkdownReader.Read(decoded, limits)
            : PlainTextReader.Read(decoded, limits);
    }

    private static string NameOf(DocumentFormat format) => format switch
    {
        DocumentFormat.Docx => "Word 文档",
        DocumentFormat.Odt => "ODT 文档",
        DocumentFormat.Pdf => "PDF",
        DocumentFormat.LegacyWord => "旧版 Word 文档",
        DocumentFormat.Html => "网页",
        DocumentFormat.Markdown => "Markdown",
        _ => "纯文本",
    };

    /// <summary>Puts U+FFFD for each NUL and half of a surrogate pair: no database or JSON holds them. Places stay as they are.</summary>
    internal static Document Storable(Document document)
    {
        if (document.Text.AsSpan().IndexOfAny(Unstorable) < 0)
        {
            return document;
        }

        return document with
        {
            Text = string.Create(document.Text.Length, document.Text, (units, text) =>
            {
                text.CopyTo(units);
                for (int i = 0; i < units.Length; i++)
                {
                    if (char.IsHighSurrogate(units[i]) && i + 1 < units.Length && char.IsLowSurrogate(units[i + 1]))
                    {
                        i++;
                    }
                    else if (units[i] == '\0' || char.IsSurrogate(units[i]))
                    {
                        units[i] = '\uFFFD';
                    }
                }
            }),
        };
    }
}
