using System.Globalization;
using System.Text;
using Gongxing.Core.Statements;
using Gongxing.Documents.Html;
using Gongxing.Documents.PlainText;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Gongxing.Documents.Markdown;

/// <summary>Reads Markdown as it would be printed: marks are dropped, numbers of lists stay as typed, tables become cells.</summary>
/// <remarks>Each line is a paragraph of its own, as in a text file: Chinese writers seldom put blank lines between theirs.</remarks>
internal sealed class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter().UsePipeTables().UseFootnotes().UseCjkFriendlyEmphasis().Build();

    private readonly DocumentBuilder builder;
    private readonly ReadLimits limits;
    private int tables;

    private MarkdownReader(ReadLimits limits)
    {
        this.limits = limits;
        builder = new DocumentBuilder(DocumentFormat.Markdown, limits);
    }

    public static Document Read(DecodedText decoded, ReadLimits limits)
    {
        var reader = new MarkdownReader(limits);
        MarkdownDocument markdown;
        try
        {
            markdown = Markdig.Markdown.Parse(decoded.Text, Pipeline);
        }
        catch (ArgumentException e)
        {
            // The library has a limit of depth of its own and says so in this way.
            throw new UnreadableException(Unreadable.TooDeep, e.Message);
        }

        reader.Add(markdown, ParagraphKind.Body, "", 0);
        return reader.builder.Build(decoded.Encoding);
    }

    /// <param name="mark">What stands before the first line of the block: the number of a list item.</param>
    private void Add(Block block, ParagraphKind kind, string mark, int depth)
    {
        if (depth > limits.Depth)
        {
            throw new UnreadableException(Unreadable.TooDeep, $"{block.GetType().Name} at {depth}");
        }

        switch (block)
        {
            case YamlFrontMatterBlock or LinkReferenceDefinitionGroup:
                break;
            case HeadingBlock heading:
                builder.Add(mark + TextOf(heading.Inline), ParagraphKind.Heading, heading.Level);
                break;
            case ListBlock list:
                AddList(list, depth);
                break;
            case Table table:
                AddTable(table);
                break;
            case Markdig.Syntax.HtmlBlock html:
                HtmlReader.Add(builder, html.Lines.ToString(), limits);
                break;
            case FootnoteGroup notes:
                AddEach(notes, ParagraphKind.Footnote, "", depth);
                break;
            case ContainerBlock container:
                AddEach(container, kind, mark, depth);
                break;
            case LeafBlock { Inline: { } inline }:
                builder.Add(mark + TextOf(inline), kind);
                break;
            case LeafBlock leaf:
                builder.Add(mark + leaf.Lines, kind);
                break;
        }
    }

    private void AddEach(ContainerBlock container, ParagraphKind kind, string mark, int depth)
    {
        foreach (Block child in container)
        {
            Add(child, kind, mark, depth + 1);
            mark = "";
        }
    }

    private void AddList(ListBlock list, int depth)
    {
        foreach (ListItemBlock item in list.OfType<ListItemBlock>())
        {
            string mark = list.IsOrdered
                ? string.Create(CultureInfo.InvariantCulture, $"{item.Order}{list.OrderedDelimiter} ")
                : "";
            AddEach(item, ParagraphKind.ListItem, mark, depth);
        }
    }

    private void AddTable(Table table)
    {
        int row = 0;
        foreach (TableRow line in table.OfType<TableRow>())
        {
            int column = 0;
            foreach (Markdig.Extensions.Tables.TableCell cell in line.OfType<Markdig.Extensions.Tables.TableCell>())
            {
                var place = new Core.Statements.TableCell(tables, row, column++, line.IsHeader);
                foreach (LeafBlock leaf in cell.Descendants<LeafBlock>())
                {
                    builder.Add(TextOf(leaf.Inline), ParagraphKind.TableCell, cell: place);
                }
            }

            row++;
        }

        tables++;
    }

    /// <summary>Walks without recursion: how deep emphasis nests is for the file to say.</summary>
    private static string TextOf(ContainerInline? root)
    {
        var text = new StringBuilder();
        var next = new Stack<Inline>();
        Push(next, root);
        while (next.TryPop(out Inline? inline))
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                case HtmlInline { Tag: ['<', 'b' or 'B', 'r' or 'R', ..] }:
                    text.Append('\n');
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case ContainerInline container:
                    Push(next, container);
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>The children, so that the first is taken first.</summary>
    private static void Push(Stack<Inline> next, ContainerInline? container)
    {
        for (Inline? child = container?.LastChild; child is not null; child = child.PreviousSibling)
        {
            next.Push(child);
        }
    }
}
