using System.Xml;

namespace Gongxing.Documents.Packages;

/// <summary>Walks over the tags of a part and knows where each of them stands in its text.</summary>
/// <remarks><see cref="Read"/> throws <see cref="XmlException"/> where the part is damaged.</remarks>
internal sealed class XmlCursor(XmlSource source) : IDisposable
{
    private readonly string _text = source.Text;
    private readonly XmlReader _reader = source.Open();
    private int _line = 1;
    private int _lineStart;
    private bool _closing;

    /// <summary>At the start of an element; an empty element is followed by an end of its own.</summary>
    public bool IsStart { get; private set; }

    public bool IsEnd => !IsStart;

    /// <summary>The tag is start and end in one.</summary>
    public bool IsEmpty { get; private set; }

    public string Name => _reader.LocalName;

    public string Namespace => _reader.NamespaceURI;

    public int Depth => _reader.Depth;

    /// <summary>Which start of an element was met last, from 0: the same number as <see cref="XmlPart.Element"/>.</summary>
    public int Element { get; private set; } = -1;

    /// <summary>The tag, from its bracket to its bracket.</summary>
    public int TagStart { get; private set; }

    public int TagEnd { get; private set; }

    public string? Attribute(string name, string xmlNamespace = "") => _reader.GetAttribute(name, xmlNamespace);

    /// <summary>The prefix that stands for a namespace here; null if there is none.</summary>
    public string? PrefixOf(string xmlNamespace) =>
        ((IXmlNamespaceResolver)_reader).LookupPrefix(xmlNamespace);

    public bool Read()
    {
        if (_closing)
        {
            (_closing, IsStart) = (false, false);
            return true;
        }

        while (_reader.Read())
        {
            if (_reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                Stand();
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _reader.Dispose();

    private void Stand()
    {
        IsStart = _reader.NodeType == XmlNodeType.Element;
        IsEmpty = IsStart && _reader.IsEmptyElement;
        _closing = IsEmpty;
        Element += IsStart ? 1 : 0;
        var place = (IXmlLineInfo)_reader;
        while (_line < place.LineNumber)
        {
            NextLine();
        }

        TagStart = _lineStart + place.LinePosition - (IsStart ? 2 : 3);
        if (TagStart < 0 || TagStart >= _text.Length || _text[TagStart] != '<')
        {
            throw new UnreadableException(Unreadable.Damaged, $"line {place.LineNumber} is not where it should be");
        }

        TagEnd = XmlTag.EndOf(_text, TagStart);
    }

    private void NextLine()
    {
        int end = _text.AsSpan(_lineStart).IndexOfAny('\r', '\n');
        end = end < 0 ? _text.Length : _lineStart + end;
        bool isPair = end + 1 < _text.Length && _text[end] == '\r' && _text[end + 1] == '\n';
        _lineStart = Math.Min(_text.Length, end + (isPair ? 2 : 1));
        _line++;
    }
}
