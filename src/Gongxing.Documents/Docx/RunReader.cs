using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>Reads what stands in runs into the innermost of the open paragraphs.</summary>
internal sealed class RunReader(XmlPart xml, StoryContext context, Stack<OpenParagraph> paragraphs)
{
    private readonly FieldStack _fields = new();

    /// <summary>
    /// How many characters were written to any paragraph: shows whether an alternative had anything to say.
    /// </summary>
    public long Written { get; private set; }

    /// <summary>At a w:r: what its properties hide ends with it.</summary>
    public void Start()
    {
        if (paragraphs.TryPeek(out OpenParagraph? paragraph))
        {
            paragraph.RunHidden = null;
        }
    }

    public void EndInstructions() => _fields.EndInstructions();

    /// <summary>Reads the element at which the reader stands; false if it is not one of text.</summary>
    public bool Read()
    {
        switch (xml.Name)
        {
            case "t":
                ReadText();
                break;
            case "tab" or "ptab":
                Write('\t');
                break;
            case "br" or "cr":
                Write('\n');
                break;
            case "noBreakHyphen":
                Write('-');
                break;
            case "sym":
                ReadSymbol();
                break;
            case "instrText":
                ReadInstruction();
                break;
            case "fldChar":
                ReadField();
                break;
            default:
                return false;
        }

        return true;
    }

    public void ReadMath()
    {
        if (xml.Name == "r")
        {
            Start();
        }
        else if (xml.Name == "t")
        {
            ReadText();
        }
    }

    private void ReadText()
    {
        bool trim = xml.Attribute("space", "http://www.w3.org/XML/1998/namespace") != "preserve";
        if (!paragraphs.TryPeek(out OpenParagraph? paragraph) || IsHidden(paragraph))
        {
            xml.Skip();
            return;
        }

        int start = paragraph.Text.Length;
        int element = xml.Element;
        xml.AppendText(paragraph.Text, context.Limits.TextLength);
        paragraph.Text.Trace(start, element);
        paragraph.Text.Clean(start, trim);
        if (_fields.InInstruction)
        {
            _fields.Instruct(paragraph.Text.Span[start..]);
            paragraph.Text.Cut(start);
        }

        Written += paragraph.Text.Length - start;
    }

    private void ReadSymbol()
    {
        if (SymbolFont.Character(xml.Attribute("font"), xml.Attribute("char")) is { } symbol)
        {
            Write(symbol);
        }
        else
        {
            context.Notice(PackageNotices.UnknownSymbols);
        }
    }

    private void ReadInstruction()
    {
        var instruction = new TextBuffer();
        xml.AppendText(instruction, context.Limits.TextLength);
        _fields.Instruct(instruction.Span);
    }

    private void ReadField()
    {
        switch (xml.Attribute("fldCharType"))
        {
            case "begin":
                _fields.Begin();
                break;
            case "separate":
                _fields.Separate();
                break;
            case "end":
                foreach (char c in _fields.End())
                {
                    Write(c);
                }

                break;
        }
    }

    private void Write(char c)
    {
        if (!_fields.InInstruction && paragraphs.TryPeek(out OpenParagraph? paragraph) && !IsHidden(paragraph)
            && paragraph.Text.Length < context.Limits.TextLength)
        {
            paragraph.Text.Append(c);
            paragraph.Text.Trace(paragraph.Text.Length - 1, xml.Element);
            Written++;
        }
    }

    private bool IsHidden(OpenParagraph paragraph)
    {
        bool hidden = paragraph.RunHidden ?? paragraph.Style.Hidden ?? false;
        if (hidden)
        {
            context.Notice(PackageNotices.HiddenText);
        }

        return hidden;
    }
}
