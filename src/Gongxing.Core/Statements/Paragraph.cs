using Gongxing.Text;

namespace Gongxing.Core.Statements;

/// <summary>A paragraph of a <see cref="Document"/>; its span leaves out the line end.</summary>
public sealed record Paragraph(TextSpan Span, ParagraphKind Kind)
{
    /// <summary>Outline level of a heading style, 1 for the highest; 0 for text without one.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>UTF-16 units at the start of the span that automatic numbering made, e.g. 3 for （一）; 0 when typed by hand.</summary>
    public int NumberingLength { get; init; }

    /// <summary>Where in a table the paragraph stands; null outside tables.</summary>
    public TableCell? Cell { get; init; }
}

public enum ParagraphKind
{
    Body,
    Heading,
    ListItem,
    TableCell,
    TextBox,
    Footnote,
}

/// <summary>A place in a table: all numbers from 0; <paramref name="Table"/> counts the tables of the document in reading order.</summary>
/// <param name="IsHeader">The row is marked in the file as one that is repeated on each page.</param>
public sealed record TableCell(int Table, int Row, int Column, bool IsHeader);
