using Gongxing.Core.Statements;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>Reads one story of a document – its body, a header, its notes – paragraph by paragraph.</summary>
/// <remarks>
/// One loop over starts and ends and explicit stacks, so that nesting costs no call stack. Elements that are not named
/// here are passed through: links, smart tags, content controls, insertions, and whatever a later version adds.
/// </remarks>
internal sealed class StoryReader
{
    private readonly XmlPart _xml;
    private readonly StoryContext _context;
    private readonly Action<SpelledParagraph> _emit;
    private readonly RunReader _runs;
    private readonly ListCounters _counters;
    private readonly Stack<OpenParagraph> _paragraphs = new();
    private readonly Stack<OpenTable> _tables = new();
    private readonly Stack<long> _alternatives = new();
    private OpenParagraph? _carried;
    private int _boxes;
    private bool _isPlaceholder;

    public StoryReader(XmlPart xml, StoryContext context, Action<SpelledParagraph> emit)
    {
        (_xml, _context, _emit) = (xml, context, emit);
        _runs = new RunReader(xml, context, _paragraphs);
        _counters = new ListCounters(context.Lists);
    }

    /// <summary>The note that is being read, in a story of notes.</summary>
    public string? Note { get; private set; }

    /// <summary>
    /// Reads on to the end, or to the damage, of which the exception tells; paragraphs before it are emitted.
    /// </summary>
    public void Read(Func<bool> isFull)
    {
        try
        {
            while (!isFull() && _xml.Read())
            {
                if (_xml.IsStart)
                {
                    Start();
                }
                else if (_xml.IsEnd)
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
        if (Ooxml.IsWord(_xml.Namespace))
        {
            StartWord();
        }
        else if (Ooxml.IsMath(_xml.Namespace))
        {
            _runs.ReadMath();
        }
        else if (Ooxml.IsCompatibility(_xml.Namespace))
        {
            StartAlternative();
        }
    }

    private void StartWord()
    {
        switch (_xml.Name)
        {
            case "r":
                _runs.Start();
                break;
            case "p":
                StartParagraph();
                break;
            case "footnoteReference" or "endnoteReference":
                HangNote();
                break;
            case "pPr" or "rPr" or "trPr" or "tcPr" or "sdtPr":
                ReadProperties();
                break;
            default:
                if (!_runs.Read())
                {
                    StartContainer();
                }

                break;
        }
    }

    private void StartContainer()
    {
        switch (_xml.Name)
        {
            case "tbl":
                Flush();
                _tables.Push(new OpenTable(_context.Tables++));
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
                _xml.Skip();
                break;
            case "altChunk" or "subDoc":
                _context.Notice(PackageNotices.EmbeddedFiles);
                break;
            case "del" or "moveFrom":
                _context.Notice(PackageNotices.Revised);
                _xml.Skip();
                break;
            case "ins" or "moveTo":
                _context.Notice(PackageNotices.Revised);
                break;
            // Pinyin over a word, properties as they were before a revision, and the set-up of the page are not text.
            case "rt" or "sectPr" or "tblPr" or "tblGrid" or "tblPrEx" or "delText" or "delInstrText":
                _xml.Skip();
                break;
        }
    }

    private void End()
    {
        if (Ooxml.IsCompatibility(_xml.Namespace))
        {
            if (_xml.Name == "AlternateContent")
            {
                _alternatives.TryPop(out _);
            }

            return;
        }

        if (!Ooxml.IsWord(_xml.Namespace))
        {
            return;
        }

        switch (_xml.Name)
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
        OpenParagraph paragraph = _carried ?? new OpenParagraph(_context.IsTraced);
        (paragraph.RunsOn, _carried) = (false, null);
        _paragraphs.Push(paragraph);
    }

    private void EndParagraph()
    {
        OpenParagraph paragraph = _paragraphs.Pop();
        paragraph.Settle(ParagraphProperties.None, _context, _counters);
        _runs.EndInstructions();
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
            Places = paragraph.Text.Places,
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
            _emit(paragraph);
        }
    }

    private void ReadProperties()
    {
        switch (_xml.Name)
        {
            case "pPr" when _paragraphs.TryPeek(out OpenParagraph? paragraph):
                paragraph.Settle(ParagraphProperties.Read(_xml), _context, _counters);
                break;
            case "rPr" when _paragraphs.TryPeek(out OpenParagraph? paragraph):
                paragraph.RunHidden = RunProperties.ReadHidden(_xml, _context.Styles);
                break;
            case "trPr" when _tables.TryPeek(out OpenTable? table):
                if (TableProperties.ReadRow(_xml, table))
                {
                    SkipDeleted("tr");
                }

                break;
            case "tcPr" when _tables.TryPeek(out OpenTable? table):
                if (TableProperties.ReadCell(_xml, table))
                {
                    SkipDeleted("tc");
                }

                break;
            case "sdtPr":
                _isPlaceholder = IsPlaceholder();
                break;
            default:
                _xml.Skip();
                break;
        }
    }

    // From the end of the properties of a row or cell over its content, to the end of the row or cell.
    private void SkipDeleted(string container)
    {
        _context.Notice(PackageNotices.Revised);
        int depth = _xml.Depth - 1;
        while (_xml.Read() && !(_xml.IsEnd && _xml.Depth == depth && _xml.Name == container))
        {
        }

        End();
    }

    private bool IsPlaceholder()
    {
        bool isPlaceholder = false;
        int depth = _xml.Depth;
        while (_xml.NextIn(depth))
        {
            isPlaceholder |= _xml.Name == "showingPlcHdr" && _xml.IsOn();
        }

        return isPlaceholder;
    }

    private void StartAlternative()
    {
        switch (_xml.Name)
        {
            case "AlternateContent":
                _alternatives.Push(_runs.Written);
                break;
            // The first alternative that has text is the one that is read; the others say the same in other words.
            case "Choice" or "Fallback" when _alternatives.TryPeek(out long before) && before < _runs.Written:
                _xml.Skip();
                break;
        }
    }

    private void StartNote()
    {
        Flush();
        if (_xml.Attribute("type") is null or "normal")
        {
            Note = _xml.Attribute("id");
        }
        else
        {
            _xml.Skip();
        }
    }

    private void HangNote()
    {
        if (_paragraphs.TryPeek(out OpenParagraph? paragraph) && _xml.Attribute("id") is { } id)
        {
            List<SpelledParagraph> note = _context.TakeNote(_xml.Name == "footnoteReference" ? "footnotes" : "endnotes", id);
            paragraph.After.AddRange(_context.IsTraced ? note.Select(Hung) : note);
        }
    }

    /// <summary>A note stands in a part of its own; in the main part, all of it is where it is referred to.</summary>
    private SpelledParagraph Hung(SpelledParagraph paragraph)
    {
        var places = new SourcePlace[paragraph.Text.Length];
        Array.Fill(places, new SourcePlace(_xml.Element, 0));
        return paragraph with { Places = places };
    }
}
