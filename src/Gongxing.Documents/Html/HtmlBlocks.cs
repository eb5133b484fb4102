using System.Net;
using System.Text;
using Gongxing.Core.Statements;

namespace Gongxing.Documents.Html;

/// <summary>Turns a page into paragraphs. Keeps the names of open elements and nothing else of the tree.</summary>
internal sealed class HtmlBlocks(ReadLimits limits)
{
    private static readonly HashSet<string> Void =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "frame"];

    private static readonly HashSet<string> NotRead =
    [
        "head", "title", "script", "style", "nav", "template", "noscript", "svg", "math", "iframe", "object", "button", "select",
        "textarea", "xmp", "rt", "rtc", "rp",
    ];

    private static readonly HashSet<string> Deleted = ["del", "s", "strike"];

    private static readonly HashSet<string> Block =
    [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
        "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ];

    private readonly List<HtmlBlock> blocks = [];
    private readonly List<string> open = [];
    private readonly Stack<HtmlList> lists = new();
    private readonly Stack<HtmlTable> tables = new();
    private readonly StringBuilder text = new();
    private HtmlNumber? numbering;
    private int tableCount;

    /// <summary>Position in <see cref="open"/> of the element that is left out with all in it; -1 outside.</summary>
    private int skipped = -1;

    /// <summary>Text that is struck out was met, and left out.</summary>
    public bool HasDeleted { get; private set; }

    /// <exception cref="UnreadableException">Nested too deep.</exception>
    public List<HtmlBlock> Read(ReadOnlySpan<char> html)
    {
        var tokens = new HtmlTokens(html);
        while (tokens.MoveNext())
        {
            if (skipped < 0 && !tokens.Text.IsEmpty)
            {
                AppendText(tokens.Text);
            }

            if (tokens.Tag.Name is not null)
            {
                Take(tokens.Tag);
            }
        }

        Flush();
        CloseTo(0);
        return blocks;
    }

    private void Take(HtmlTag tag)
    {
        if (skipped < 0 && (tag.Name == "br" || Block.Contains(tag.Name)))
        {
            Flush();
        }

        if (tag.IsEnd)
        {
            int at = open.LastIndexOf(tag.Name);
            if (at >= 0)
            {
                CloseTo(at);
            }
        }
        else if (!Void.Contains(tag.Name))
        {
            CloseImplied(tag.Name);
            Open(tag);
        }
    }

    private void Open(HtmlTag tag)
    {
        if (open.Count >= limits.Depth)
        {
            throw new UnreadableException(Unreadable.TooDeep, $"<{tag.Name}> at {open.Count}");
        }

        open.Add(tag.Name);
        if (skipped < 0)
        {
            bool isDeleted = Deleted.Contains(tag.Name) || HasStyle(tag, "line-through");
            HasDeleted |= isDeleted;
            skipped = isDeleted || NotRead.Contains(tag.Name) || IsHidden(tag) ? open.Count - 1 : -1;
        }

        switch (tag.Name)
        {
            case "ol" or "ul":
                lists.Push(new HtmlList(tag));
                break;
            case "li" when skipped < 0:
                numbering = lists.TryPeek(out HtmlList? list) ? list.Number(tag) : null;
                break;
            case "table":
                tables.Push(new HtmlTable(tableCount++));
                break;
            case "thead" when tables.TryPeek(out HtmlTable? table):
                table.IsInHead = true;
                break;
            case "tr" when tables.TryPeek(out HtmlTable? table):
                table.BeginRow();
                break;
            case "td" or "th" when tables.TryPeek(out HtmlTable? table):
                table.BeginCell(tag);
                break;
        }
    }

    private static bool IsHidden(HtmlTag tag) =>
        tag.Attributes.Length > 0 && (tag["hidden"] is not null || HasStyle(tag, "display:none"));

    private static bool HasStyle(HtmlTag tag, string declared) => tag.Attributes.Length > 0
        && tag["style"]?.Replace(" ", "", StringComparison.Ordinal).Contains(declared, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Elements whose end tag may be left out end where the next of their kind begins.</summary>
    private void CloseImplied(string name)
    {
        (string[] closes, string within) = name switch
        {
            "li" => (["li"], "ol ul"),
            "dd" or "dt" => (["dd", "dt"], "dl"),
            "rb" or "rt" or "rtc" or "rp" => (["rb", "rt", "rp"], "ruby rtc"),
            "td" or "th" => (["td", "th"], "tr table"),
            "tr" => (["tr"], "table"),
            "thead" or "tbody" or "tfoot" => (["thead", "tbody", "tfoot"], "table"),
            _ when Block.Contains(name) => ((string[])["p", "head"], "td th li dd div body table"),
            _ => ([], ""),
        };
        string[] bounds = within.Split(' ');
        for (int i = open.Count - 1; i >= 0 && closes.Length > 0 && !bounds.Contains(open[i]); i--)
        {
            if (closes.Contains(open[i]))
            {
                CloseTo(i);
                return;
            }
        }
    }

    private void CloseTo(int at)
    {
        for (int i = open.Count - 1; i >= at; i--)
        {
            switch (open[i])
            {
                case "ol" or "ul":
                    lists.Pop().End();
                    break;
                case "table":
                    tables.Pop();
                    break;
                case "thead" when tables.TryPeek(out HtmlTable? table):
                    table.IsInHead = false;
                    break;
            }
        }

        open.RemoveRange(at, open.Count - at);
        skipped = skipped >= at ? -1 : skipped;
    }

    /// <summary>Folds white space as a browser does; a line end between two Han characters is no space at all.</summary>
    private void AppendText(ReadOnlySpan<char> raw)
    {
        string decoded = WebUtility.HtmlDecode(raw.ToString());
        bool keepsLines = open.Contains("pre");
        for (int i = 0; i < decoded.Length; i++)
        {
            char c = decoded[i];
            if (keepsLines && c == '\n')
            {
                Flush();
            }
            else if (c is not (' ' or '\t' or '\n' or '\r' or '\f'))
            {
                text.Append(c == '\u00A0' ? ' ' : c);
            }
            else
            {
                int end = i;
                while (end + 1 < decoded.Length && decoded[end + 1] is ' ' or '\t' or '\n' or '\r' or '\f')
                {
                    end++;
                }

                bool isWrap = decoded.AsSpan(i..(end + 1)).Contains('\n') && end + 1 < decoded.Length
                    && text.Length > 0 && Script.IsWide(text[^1]) && Script.IsWide(decoded[end + 1]);
                text.Append(isWrap || (text.Length > 0 && text[^1] == ' ') ? "" : " ");
                i = end;
            }
        }
    }

    private void Flush()
    {
        string line = text.ToString().Trim();
        text.Clear();
        if (line.Length == 0)
        {
            return;
        }

        TableCell? cell = tables.TryPeek(out HtmlTable? table) ? table.Cell : null;
        int level = HeadingLevel();
        ParagraphKind kind = cell is not null ? ParagraphKind.TableCell
            : level > 0 ? ParagraphKind.Heading
            : lists.Count > 0 ? ParagraphKind.ListItem
            : ParagraphKind.Body;
        blocks.Add(new HtmlBlock(line, kind, level, numbering, cell));
        numbering = null;
    }

    private int HeadingLevel()
    {
        for (int i = open.Count - 1; i >= 0; i--)
        {
            if (open[i] is ['h', >= '1' and <= '6'])
            {
                return open[i][1] - '0';
            }
        }

        return 0;
    }
}
