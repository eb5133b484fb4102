namespace Gongxing.Core.Statements;

/// <summary>A place of a document as a reader finds it (位置): the fifth paragraph, a cell of a table. All numbers from 1.</summary>
/// <param name="Number">Of the paragraph, the text box, the footnote or the table.</param>
public readonly record struct DocumentPlace(DocumentPlaceKind Kind, int Number, int Row = 0, int Column = 0);

public enum DocumentPlaceKind
{
    /// <summary>One with text, outside tables, boxes and notes.</summary>
    Paragraph,
    Cell,
    TextBox,
    Footnote,

    /// <summary>The headers and footers, which have no place in the text.</summary>
    Margin,
}
