using Gongxing.Core.Statements;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>Reads one story of a document – its body, a header, its notes – paragraph by paragraph.</summary>
/// <remarks>
/// One loop over starts and ends and explicit stacks, so that nesting costs no call stack. Elements that are not named
/// here are passed through: links, smart tags, content controls, insertions, and whatever a later version adds.
/// </remarks>
internal sealed class StoryReader(XmlPart xml, StoryContext context, Action<SpelledParagraph> emit)
{
    private readonly Stack<OpenParagraph> _paragraphs = new();
    private readonly Stack<OpenTable> _tables = new();
    private readonly Stack<long> _alternatives = new();
    private readonly FieldStack _fields = new();
    private readonly ListCounters _counters = new(context.Lists);
    private OpenParagraph? _carried;
    private int _boxes;
    private bool _isPlaceholder;

    // Counts what was written to any paragraph, to see whether an alternative had anything to say.
    private long _written;

    /// <summary>The note that is being read, in a story of notes.</summary>
    public string? Note { get; private set; }

    /// <summary>Reads on to the end, or to the damage, of which the exception tells; paragraphs before it are emitted.</summary>
    public void Read(Func<bool> isFull)
    {
        try
        {
            while (!isFull() && xml.Read())
            {
                if (xml.IsStart)
                {
                    Start();
                }
                else if (xml.IsEnd)
                {
                    End();
                }
            }
        }
        finally
        {
            while (_paragraphs.Count > 0)
            {
                EndParagraph();
            }

            Flush();
        }
    }

    private void Start()
    {
        if (Ooxml.IsWord(xml.Namespace))
        {
            StartWord();
        }
        else if (Ooxml.IsMath(xml.Namespace))
        {
            StartMath();
        }
        else if (Ooxml.IsCompatibility(xml.Namespace))
        {
            StartAlternative();
        }
    }

    private void StartMath()
    {
        if (xml.Name == "r")
        {
            StartRun();
        }
        else if (xml.Name == "t")
        {
            ReadText();
        }
    }

    private void StartRun()
    {
        if (_paragraphs.TryPeek(out OpenParagraph? paragraph))
        {
            paragraph.RunHidden = null;
        }
    }

    private void StartWord()
    {
        switch (xml.Name)
        {
            case "p":
                StartParagraph();
                break;
            case "r":
                StartRun();
                break;
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
            case "fldChar" or "instrText":
                ReadField();
                break;
            case "footnoteReference" or "endnoteReference":
                HangNote();
                break;
            case "pPr" or "rPr" or "trPr" or "tcPr" or "sdtPr":
                ReadProperties();
                break;
            default:
                StartContainer();
                break;
        }
    }

    private void StartContainer()
    {
        switch (xml.Name)
        {
            case "tbl":
                Flush();
                _tables.Push(new OpenTable(context.Tables++));
                break;
            case "tr" when _tables.TryPeek(out OpenTable? table):
                table.StartRow();
                break;
            case "txbxContent":
                Flush();
                _boxes++;
                break;
            case "footnote" or "endnote":
                StartNote();
                break;
            case "sdtContent" when _isPlaceholder:
                _isPlaceholder = false;
                xml.Skip();
                break;
            case "altChunk" or "subDoc":
                context.Notice(PackageNotices.EmbeddedFiles);
                break;
            case "del" or "moveFrom":
                context.Notice(PackageNotices.Revised);
                xml.Skip();
                break;
            case "ins" or "moveTo":
                context.Notice(PackageNotices.Revised);
                break;
            // Pinyin over a word, properties as they were before a revision, and the set-up of the page are not text.
            case "rt" or "sectPr" or "tblPr" or "tblGrid" or "tblPrEx" or "delText" or "delInstrText":
                xml.Skip();
                break;
        }
    }

    private void End()
    {
        if (Ooxml.IsCompatibility(xml.Namespace))
        {
            if (xml.Name == "AlternateContent")
            {
                _alternatives.TryPop(out _);
            }

            return;
        }

        if (!Ooxml.IsWord(xml.Namespace))
        {
            return;
        }

        switch (xml.Name)
        {
            case "p" when _paragraphs.Count > 0:
                EndParagraph();
                break;
            case "tc":
                Flush();
                _tables.TryPeek(out OpenTable? table);
                table?.EndCell();
                break;
            case "tbl":
                _tables.TryPop(out _);
                break;
            case "txbxContent":
                Flush();
                _boxes--;
                break;
            case "footnote" or "endnote":
                Flush();
                Note = null;
                break;
        }
    }

    private void StartParagraph()
    {
        OpenParagraph paragraph = _carried ?? new OpenParagraph();
        (paragraph.RunsOn, _carried) = (false, null);
        _paragraphs.Push(paragraph);
    }

    private void EndParagraph()
    {
        OpenParagraph paragraph = _paragraphs.Pop();
        Settle(paragraph, ParagraphProperties.None);
        _fields.EndInstructions();
        if (paragraph.RunsOn)
        {
            paragraph.IsSettled = false;
            _carried = paragraph;
        }
        else
        {
            Finish(paragraph);
        }
    }

    /// <summary>Ends a paragraph whose end was deleted where nothing follows that it could join.</summary>
    private void Flush()
    {
        if (_carried is { } paragraph)
        {
            _carried = null;
            Finish(paragraph);
        }
    }

    private void Finish(OpenParagraph paragraph)
    {
        int level = paragraph.Outline is >= 0 and < 9 and int outline ? outline + 1 : 0;
        OpenTable? table = _tables.Count > 0 ? _tables.Peek() : null;
        ParagraphKind kind = Note is not null ? ParagraphKind.Footnote
            : _boxes > 0 ? ParagraphKind.TextBox
            : table is not null ? ParagraphKind.TableCell
            : level > 0 || paragraph.Style.IsTitle ? ParagraphKind.Heading
            : paragraph.Numbering is not null ? ParagraphKind.ListItem
            : ParagraphKind.Body;
        Hand(new SpelledParagraph(paragraph.Text.ToString(), paragraph.Numbering ?? "", kind)
        {
            HeadingLevel = level,
            Cell = table?.Cell,
        });
        paragraph.After.ForEach(Hand);
    }

    private void Hand(SpelledParagraph paragraph)
    {
        if (_paragraphs.TryPeek(out OpenParagraph? host))
        {
            host.After.Add(paragraph);
        }
        else
        {
            emit(paragraph);
        }
    }

    private void ReadProperties()
    {
        switch (xml.Name)
        {
            case "pPr" when _paragraphs.TryPeek(out OpenParagraph? paragraph):
                Settle(paragraph, ParagraphProperties.Read(xml));
                break;
            case "rPr" when _paragraphs.TryPeek(out OpenParagraph? paragraph):
                paragraph.RunHidden = RunProperties.ReadHidden(xml, context.Styles);
                break;
            case "trPr" when _tables.TryPeek(out OpenTable? table):
                ReadRow(table);
                break;
            case "tcPr" when _tables.TryPeek(out OpenTable? table):
                ReadCell(table);
                break;
            case "sdtPr":
                _isPlaceholder = IsPlaceholder();
                break;
            default:
                xml.Skip();
                break;
        }
    }

    private void Settle(OpenParagraph paragraph, ParagraphProperties properties)
    {
        if (paragraph.IsSettled)
        {
            return;
        }

        ResolvedStyle style = context.Styles.Resolve(properties.Style);
        paragraph.IsSettled = true;
        paragraph.Style = style;
        paragraph.Outline = properties.Outline ?? style.Outline;
        paragraph.RunsOn = properties.IsMarkDeleted;

        // A paragraph that runs on takes the number of the one it joins, which is settled later.
        if (!paragraph.RunsOn && (properties.Number ?? style.Number) is > 0 and int number)
        {
            int level = properties.Level ?? (properties.Number is null ? LevelOf(style, number) : 0);
            paragraph.Numbering = _counters.Next(number, Math.Clamp(level, 0, ListDefinitions.Levels - 1));
        }
    }

    private int LevelOf(ResolvedStyle style, int number) =>
        (context.Lists.Find(number) is { } list ? context.Lists.LevelOfStyle(list, style.NumberedBy) : null)
        ?? style.Level ?? 0;

    private void ReadRow(OpenTable table)
    {
        bool isDeleted = false;
        int depth = xml.Depth;
        while (xml.NextIn(depth))
        {
            switch (xml.Name)
            {
                case "tblHeader":
                    table.MarkHeader(xml.IsOn());
                    break;
                case "gridBefore":
                    table.StartAt(xml.Number() ?? 0);
                    break;
                case "del":
                    isDeleted = true;
                    break;
            }
        }

        if (isDeleted)
        {
            context.Notice(PackageNotices.Revised);
            SkipRest("tr");
        }
    }

    private void ReadCell(OpenTable table)
    {
        bool isDeleted = false;
        int depth = xml.Depth;
        while (xml.NextIn(depth))
        {
            switch (xml.Name)
            {
                case "gridSpan":
                    table.Span(xml.Number() ?? 1);
                    break;
                case "cellDel":
                    isDeleted = true;
                    break;
            }
        }

        if (isDeleted)
        {
            context.Notice(PackageNotices.Revised);
            SkipRest("tc");
        }
    }

    // From the end of the properties of a row or cell over its content, to the end of the row or cell.
    private void SkipRest(string container)
    {
        int depth = xml.Depth - 1;
        while (xml.Read() && !(xml.IsEnd && xml.Depth == depth && xml.Name == container))
        {
        }

        End();
    }

    private bool IsPlaceholder()
    {
        bool isPlaceholder = false;
        int depth = xml.Depth;
        while (xml.NextIn(depth))
        {
            isPlaceholder |= xml.Name == "showingPlcHdr" && xml.IsOn();
        }

        return isPlaceholder;
    }

    private void StartAlternative()
    {
        switch (xml.Name)
        {
            case "AlternateContent":
                _alternatives.Push(_written);
                break;
            // The first alternative that has text is the one that is read; the others say the same in other words.
            case "Choice" or "Fallback" when _alternatives.TryPeek(out long before) && before < _written:
                xml.Skip();
                break;
        }
    }

    private void StartNote()
    {
        Flush();
        if (xml.Attribute("type") is null or "normal")
        {
            Note = xml.Attribute("id");
        }
        else
        {
            xml.Skip();
        }
    }

    private void HangNote()
    {
        if (_paragraphs.TryPeek(out OpenParagraph? paragraph) && xml.Attribute("id") is { } id)
        {
            paragraph.After.AddRange(context.TakeNote(xml.Name == "footnoteReference" ? "footnotes" : "endnotes", id));
        }
    }

    private void ReadText()
    {
        bool trim = xml.Attribute("space", "http://www.w3.org/XML/1998/namespace") != "preserve";
        if (!_paragraphs.TryPeek(out OpenParagraph? paragraph) || IsHidden(paragraph))
        {
            xml.Skip();
            return;
        }

        int start = paragraph.Text.Length;
        xml.AppendText(paragraph.Text, context.Limits.TextLength);
        paragraph.Text.Clean(start, trim);
        if (_fields.InInstruction)
        {
            _fields.Instruct(paragraph.Text.Span[start..]);
            paragraph.Text.Cut(start);
        }

        _written += paragraph.Text.Length - start;
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

    private void ReadField()
    {
        if (xml.Name == "instrText")
        {
            var instruction = new TextBuffer();
            xml.AppendText(instruction, context.Limits.TextLength);
            _fields.Instruct(instruction.Span);
            return;
        }

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
        if (!_fields.InInstruction && _paragraphs.TryPeek(out OpenParagraph? paragraph) && !IsHidden(paragraph)
            && paragraph.Text.Length < context.Limits.TextLength)
        {
            paragraph.Text.Append(c);
            _written++;
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
