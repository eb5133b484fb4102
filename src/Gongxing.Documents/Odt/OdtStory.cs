using Gongxing.Core.Statements;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Odt;

/// <summary>Reads one XML file of an OpenDocument text: styles, then headers and footers, then the body.</summary>
/// <remarks>
/// One loop and explicit stacks; elements that are not named here are passed through, their text kept.
/// </remarks>
internal sealed class OdtStory(XmlPart xml, OdtContext context)
{
    private readonly Stack<OpenText> _paragraphs = new();
    private readonly Stack<OpenTable> _tables = new();

    // A null stands for a table cell, a box or a note: lists do not reach into them.
    private readonly Stack<OpenList?> _lists = new();
    private readonly Stack<bool> _hidden = new();
    private int _notes;
    private int _boxes;
    private int _headerRows;
    private bool _inMargin;

    public void Read(Func<bool> isFull)
    {
        try
        {
            while (!isFull() && xml.Read())
            {
                if (xml.IsText)
                {
                    Append();
                }
                else if (xml.IsStart)
                {
                    Start();
                }
                else
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
        }
    }

    private void Start()
    {
        switch (xml.Namespace)
        {
            case Odf.Text:
                StartText();
                break;
            case Odf.Table:
                StartTable();
                break;
            case Odf.Style:
                StartStyle();
                break;
            case Odf.Draw when xml.Name == "text-box":
                _boxes++;
                _lists.Push(null);
                break;
            case Odf.Office when xml.Name is "annotation" or "forms" or "scripts" or "binary-data" or "settings" or "meta":
            case Odf.Svg when xml.Name is "title" or "desc":
                xml.Skip();
                break;
        }
    }

    private void StartText()
    {
        switch (xml.Name)
        {
            case "p" or "h":
                StartParagraph();
                break;
            case "s":
                Write(' ', xml.Number("c", Odf.Text, 1, 1_000) ?? 1);
                break;
            case "tab":
                Write('\t', 1);
                break;
            case "line-break":
                Write('\n', 1);
                break;
            case "span":
                _hidden.Push(context.Styles.IsHidden(xml.TextAttribute("style-name")) ?? _hidden.FirstOrDefault());
                break;
            case "list" or "list-item" or "list-header":
                StartList();
                break;
            case "list-style":
                context.Lists.ReadStyle(xml, xml.StyleAttribute("name") ?? "?");
                break;
            case "outline-style":
                context.Lists.ReadStyle(xml, OdtLists.Outline);
                break;
            case "note-body":
                _notes++;
                _lists.Push(null);
                break;
            case "tracked-changes":
                context.Notice(PackageNotices.Revised);
                xml.Skip();
                break;
            case "section" when xml.TextAttribute("display") == "none":
                context.Notice(PackageNotices.HiddenText);
                xml.Skip();
                break;
            case "note-citation" or "ruby-text" or "script" or "hidden-text":
                xml.Skip();
                break;
        }
    }

    private void StartTable()
    {
        switch (xml.Name)
        {
            case "table":
                _tables.Push(new OpenTable(context.Tables++));
                _lists.Push(null);
                break;
            case "table-header-rows":
                _headerRows++;
                break;
            case "table-row" when _tables.TryPeek(out OpenTable? table):
                table.StartRow();
                table.MarkHeader(_headerRows > 0);
                break;
            case "table-cell" or "covered-table-cell" when _tables.TryPeek(out OpenTable? table):
                table.Span(xml.Number("number-columns-repeated", Odf.Table, 1, 1_000) ?? 1);
                break;
            case "title" or "desc":
                xml.Skip();
                break;
        }
    }

    private void StartStyle()
    {
        switch (xml.Name)
        {
            case "style":
                context.Styles.Read(xml);
                break;
            case "header" or "header-left" or "header-first" or "footer" or "footer-left" or "footer-first":
                _inMargin = true;
                break;
        }
    }

    private void StartList()
    {
        if (xml.Name == "list")
        {
            _lists.TryPeek(out OpenList? parent);
            if (parent is not null)
            {
                parent.IsNumberDue = false;
            }

            _lists.Push(context.OpenList(xml, parent));
        }
        else if (_lists.TryPeek(out OpenList? list) && list is not null)
        {
            list.IsNumberDue = xml.Name == "list-item";
            list.Start = xml.Number("start-value", Odf.Text, 0, int.MaxValue / 2);
        }
    }

    private void End()
    {
        switch (xml.Namespace, xml.Name)
        {
            case (Odf.Text, "p" or "h") when _paragraphs.Count > 0:
                EndParagraph();
                break;
            case (Odf.Text, "span"):
                _hidden.TryPop(out _);
                break;
            case (Odf.Text, "list"):
                _lists.TryPop(out _);
                break;
            case (Odf.Text, "note-body"):
                _notes--;
                _lists.TryPop(out _);
                break;
            case (Odf.Draw, "text-box"):
                _boxes--;
                _lists.TryPop(out _);
                break;
            case (Odf.Table, "table"):
                _tables.TryPop(out _);
                _lists.TryPop(out _);
                break;
            case (Odf.Table, "table-header-rows"):
                _headerRows--;
                break;
            case (Odf.Table, "table-cell" or "covered-table-cell") when _tables.TryPeek(out OpenTable? table):
                table.EndCell();
                break;
            case (Odf.Style, "header" or "header-left" or "header-first" or "footer" or "footer-left" or "footer-first"):
                _inMargin = false;
                break;
        }
    }

    private void StartParagraph()
    {
        string? style = xml.TextAttribute("style-name");
        int level = xml.Name == "h" ? xml.Number("outline-level", Odf.Text, 1, OdtLists.Levels) ?? 1 : 0;
        _lists.TryPeek(out OpenList? list);
        string? numbering = null;
        if (list is { IsNumberDue: true })
        {
            list.IsNumberDue = false;
            string listStyle = list.Style ?? context.Styles.ListOf(style) ?? "?";
            numbering = context.Lists.Next(list.Counts, listStyle, list.Level, list.Start);
        }
        else if (level > 0 && list is null && xml.TextAttribute("is-list-header") != "true")
        {
            int? start = xml.TextAttribute("restart-numbering") == "true"
                ? xml.Number("start-value", Odf.Text, 0, int.MaxValue / 2) ?? 1
                : null;
            numbering = context.Lists.Next(context.OutlineCounts, OdtLists.Outline, level - 1, start);
        }

        _hidden.Push(context.Styles.IsHidden(style) ?? false);
        _paragraphs.Push(new OpenText(KindOf(list is not null && numbering is not null, level, style), level, numbering ?? "")
        {
            Cell = _tables.TryPeek(out OpenTable? table) ? table.Cell : null,
        });
    }

    private ParagraphKind KindOf(bool isItem, int level, string? style) =>
        _notes > 0 ? ParagraphKind.Footnote
        // A shape has its paragraphs inside the paragraph it hangs on, without a box around them.
        : _boxes > 0 || _paragraphs.Count > 0 ? ParagraphKind.TextBox
        : _tables.Count > 0 ? ParagraphKind.TableCell
        : level > 0 || context.Styles.IsTitle(style) ? ParagraphKind.Heading
        : isItem ? ParagraphKind.ListItem
        : ParagraphKind.Body;

    private void EndParagraph()
    {
        OpenText paragraph = _paragraphs.Pop();
        _hidden.TryPop(out _);
        var spelled = new SpelledParagraph(paragraph.Text.ToString(), paragraph.Numbering, paragraph.Kind)
        {
            HeadingLevel = paragraph.HeadingLevel,
            Cell = paragraph.Cell,
        };
        if (_paragraphs.TryPeek(out OpenText? host))
        {
            host.After.Add(spelled);
            host.After.AddRange(paragraph.After);
            return;
        }

        context.Emit(spelled, _inMargin);
        paragraph.After.ForEach(after => context.Emit(after, _inMargin));
    }

    private void Append()
    {
        if (_paragraphs.TryPeek(out OpenText? paragraph) && !IsHidden())
        {
            int start = paragraph.Text.Length;
            xml.AppendValue(paragraph.Text, context.Limits.TextLength);
            paragraph.Text.Clean(start, trim: false);
            paragraph.Text.Collapse(start);
        }
    }

    private void Write(char c, int count)
    {
        for (int i = 0; i < count && _paragraphs.TryPeek(out OpenText? paragraph) && !IsHidden(); i++)
        {
            if (paragraph.Text.Length < context.Limits.TextLength)
            {
                paragraph.Text.Append(c);
            }
        }
    }

    private bool IsHidden()
    {
        bool hidden = _hidden.TryPeek(out bool innermost) && innermost;
        if (hidden)
        {
            context.Notice(PackageNotices.HiddenText);
        }

        return hidden;
    }
}
