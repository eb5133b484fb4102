using System.Xml;

namespace Gongxing.Documents.Packages;

/// <summary>A forward reader of untrusted XML: no DTD, nothing fetched, depth counted, never recursive.</summary>
/// <remarks>
/// <see cref="Read"/> throws <see cref="XmlException"/> or <see cref="InvalidDataException"/> where the part is damaged; what
/// was read before stays good.
/// </remarks>
internal sealed class XmlPart : IDisposable
{
    // Making a reader already reads, and may fail on damage: the real one is made at the first Read.
    private static readonly XmlReader Nothing = XmlReader.Create(TextReader.Null);

    private readonly Stream _stream;
    private readonly ReadLimits _limits;
    private readonly char[] _chunk = new char[2048];
    private XmlReader _reader = Nothing;
    private bool _closing;

    public XmlPart(Stream stream, ReadLimits limits)
    {
        _stream = stream;
        _limits = limits;
    }

    /// <summary>At the start of an element; an empty element is followed by an end of its own.</summary>
    public bool IsStart { get; private set; }

    public bool IsEnd { get; private set; }

    public bool IsText { get; private set; }

    public string Name => _reader.LocalName;

    public string Namespace => _reader.NamespaceURI;

    public int Depth => _reader.Depth;

    /// <summary>Which start of an element of the part was read last, counted from 0.</summary>
    public int Element { get; private set; } = -1;

    public string? Attribute(string name, string xmlNamespace) => _reader.GetAttribute(name, xmlNamespace);

    /// <summary>On to the next start, end or text; false at the end of the part.</summary>
    public bool Read()
    {
        if (_closing)
        {
            // The reader leaves out the end of <a/>; those who keep a stack want it.
            _closing = false;
            (IsStart, IsEnd, IsText) = (false, true, false);
            return true;
        }

        try
        {
            if (_reader == Nothing)
            {
                _reader = Open();
            }

            while (_reader.Read())
            {
                if (Accept())
                {
                    return true;
                }
            }
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            // The only sign that XmlReader gives; .NET has no translations of its messages.
            throw new UnreadableException(Unreadable.ForbiddenDtd, e.Message);
        }

        (IsStart, IsEnd, IsText) = (false, false, false);
        return false;
    }

    /// <summary>Past the element that the reader stands at, to its end.</summary>
    public void Skip()
    {
        int depth = Depth;
        while (Read() && !(IsEnd && Depth == depth))
        {
        }
    }

    /// <summary>
    /// Puts the text of the element at which the reader stands to the end of <paramref name="target"/>.
    /// </summary>
    /// <remarks>
    /// Stands at the element's end afterwards. No more is kept than fits <paramref name="maxLength"/>.
    /// </remarks>
    public void AppendText(TextBuffer target, int maxLength)
    {
        int depth = Depth;
        while (Read() && !(IsEnd && Depth == depth))
        {
            if (IsText)
            {
                AppendValue(target, maxLength);
            }
        }
    }

    /// <summary>Puts the text at which the reader stands to the end of <paramref name="target"/>.</summary>
    public void AppendValue(TextBuffer target, int maxLength)
    {
        int count;
        while (target.Length < maxLength && (count = _reader.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0)
        {
            target.Append(_chunk.AsSpan(0, Math.Min(count, maxLength - target.Length)));
        }
    }

    public void Dispose()
    {
        if (_reader != Nothing)
        {
            _reader.Dispose();
        }

        _stream.Dispose();
    }

    private XmlReader Open() => XmlReader.Create(_stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = _limits.UnpackedBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        // Stray control characters are dropped from the text; they are no reason to lose the file.
        CheckCharacters = false,
    });

    private bool Accept()
    {
        XmlNodeType type = _reader.NodeType;
        IsStart = type == XmlNodeType.Element;
        IsEnd = type == XmlNodeType.EndElement;
        IsText = type is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
            or XmlNodeType.Whitespace;
        if (IsStart && _reader.Depth >= _limits.Depth)
        {
            throw new UnreadableException(Unreadable.TooDeep, $"elements nested more than {_limits.Depth} deep");
        }

        Element += IsStart ? 1 : 0;
        _closing = IsStart && _reader.IsEmptyElement;
        return IsStart || IsEnd || IsText;
    }
}
