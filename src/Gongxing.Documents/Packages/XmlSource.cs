using System.Text;
using System.Xml;

namespace Gongxing.Documents.Packages;

/// <summary>The characters of a part of XML as they were typed, to be written again with a few of them changed.</summary>
internal sealed class XmlSource
{
    private const int BlockLength = 1 << 14;

    private readonly Encoding _encoding;
    private readonly int _markLength;

    private XmlSource(string text, Encoding encoding, int markLength) =>
        (Text, _encoding, _markLength) = (text, encoding, markLength);

    public string Text { get; }

    /// <exception cref="UnreadableException">The encoding is not known, or is not the one of the bytes.</exception>
    public static XmlSource Read(Package package, string name)
    {
        using Stream? part = package.Open(name);
        var bytes = new MemoryStream();
        part?.CopyTo(bytes);
        ReadOnlySpan<byte> content = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        try
        {
            (Encoding encoding, int markLength) = EncodingOf(content);
            return new XmlSource(encoding.GetString(content[markLength..]), encoding, markLength);
        }
        catch (ArgumentException e)
        {
            // Both an unknown name and bytes that are none of the encoding end here.
            throw new UnreadableException(Unreadable.Damaged, $"{name}: {e.Message}");
        }
    }

    /// <summary>A new part, in UTF-8.</summary>
    public static XmlSource Of(string text) => new(text, new UTF8Encoding(false), 0);

    /// <summary>A reader of the text that also tells where it is.</summary>
    public XmlReader Open() => XmlReader.Create(new StringReader(Text), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
    });

    /// <summary>Adds to the end of what the root element holds.</summary>
    public TextEdit AtEndOfRoot(string content)
    {
        using var cursor = new XmlCursor(this);
        while (cursor.Read())
        {
            if (cursor.IsEnd && cursor.Depth == 0 && cursor.IsEmpty)
            {
                string name = XmlTag.NameAt(Text, cursor.TagStart);
                return new TextEdit(cursor.TagEnd - 2, 2, $">{content}</{name}>");
            }

            if (cursor.IsEnd && cursor.Depth == 0)
            {
                return new TextEdit(cursor.TagStart, 0, content);
            }
        }

        throw new UnreadableException(Unreadable.Damaged, "a part without a root");
    }

    /// <summary>The part with the edits made, which may come in any order but must not overlap.</summary>
    /// <remarks>What is put in at a place comes before what is put instead of what stands there.</remarks>
    public PackedPart With(IEnumerable<TextEdit> edits) =>
        PackedPart.Of(Encoded([.. edits.OrderBy(edit => edit.Position).ThenBy(edit => edit.Length)]));

    private IEnumerable<ReadOnlyMemory<byte>> Encoded(List<TextEdit> edits)
    {
        if (_markLength > 0)
        {
            yield return _encoding.GetPreamble();
        }

        int at = 0;
        foreach (TextEdit edit in edits)
        {
            foreach (ReadOnlyMemory<byte> block in Encoded(at, edit.Position))
            {
                yield return block;
            }

            yield return _encoding.GetBytes(edit.Text);
            at = edit.Position + edit.Length;
        }

        foreach (ReadOnlyMemory<byte> block in Encoded(at, Text.Length))
        {
            yield return block;
        }
    }

    private IEnumerable<ReadOnlyMemory<byte>> Encoded(int start, int end)
    {
        while (start < end)
        {
            int length = Math.Min(BlockLength, end - start);
            length -= length > 1 && char.IsHighSurrogate(Text[start + length - 1]) ? 1 : 0;
            yield return _encoding.GetBytes(Text.ToCharArray(start, length));
            start += length;
        }
    }

    // XML 1.0, appendix F: a byte order mark, or else the name in a declaration that is ASCII up to there, or else UTF-8.
    private static (Encoding Encoding, int MarkLength) EncodingOf(ReadOnlySpan<byte> content)
    {
        foreach (Encoding marked in (Encoding[])
            [new UTF8Encoding(true, true), new UnicodeEncoding(false, true, true), new UnicodeEncoding(true, true, true)])
        {
            if (content.StartsWith(marked.Preamble))
            {
                return (marked, marked.Preamble.Length);
            }
        }

        if (content.StartsWith("<\0?\0"u8) || content.StartsWith("\0<\0?"u8))
        {
            return (new UnicodeEncoding(content[0] == 0, false, true), 0);
        }

        string declaration = Encoding.ASCII.GetString(content[..Math.Min(content.Length, 200)]);
        string name = declaration.StartsWith("<?xml", StringComparison.Ordinal) ? NameIn(declaration) : "utf-8";
        return name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? (new UTF8Encoding(false, true), 0)
            : (Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), 0);
    }

    private static string NameIn(string declaration)
    {
        int end = declaration.IndexOf("?>", StringComparison.Ordinal);
        string[] quoted = declaration[..Math.Max(end, 0)].Split('"', '\'');
        int label = Array.FindIndex(quoted, part => part.TrimEnd(' ', '=').EndsWith("encoding", StringComparison.Ordinal));
        return label >= 0 && label + 1 < quoted.Length ? quoted[label + 1] : "utf-8";
    }
}
