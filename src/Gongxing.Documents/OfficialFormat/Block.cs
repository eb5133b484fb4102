namespace Gongxing.Documents.OfficialFormat;

/// <summary>A piece of a paper in the order of the text, before it is written for Word.</summary>
internal abstract record Block;

/// <param name="Lead">How many characters at the start are set in the face of <paramref name="LeadRole"/>.</param>
internal sealed record TextBlock(TextRole Role, string Text, int Lead = 0, TextRole LeadRole = TextRole.Body) : Block
{
    /// <summary>Characters left free at the right; where it stands depends on what is written beside it.</summary>
    public double Right { get; init; }

    public bool StartsPage { get; init; }

    /// <summary>No page ends behind it.</summary>
    public bool KeepsNext { get; init; }
}

internal sealed record BlankBlock(bool KeepsNext = false) : Block;

/// <param name="Widths">What each column is to have of the whole, in any unit.</param>
internal sealed record TableBlock(IReadOnlyList<double> Widths, IReadOnlyList<TableRow> Rows) : Block;

internal sealed record TableRow(IReadOnlyList<TableCellBlock> Cells, bool IsHeader = false);

/// <param name="Span">How many columns it takes.</param>
internal sealed record TableCellBlock(IReadOnlyList<TextBlock> Text, int Span = 1)
{
    public bool IsCentred { get; init; }

    public CellMerge? Merge { get; init; }
}

/// <summary>How a cell is one with those above and below it.</summary>
internal enum CellMerge
{
    Starts,
    GoesOn,
}

/// <summary>What a paragraph is, and so how it is set.</summary>
internal enum TextRole
{
    Body,

    /// <summary>Body without the indent: whom a paper speaks to.</summary>
    Flush,
    Title,
    Subtitle,
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    SignOff,

    /// <summary>A note or what stood around the text.</summary>
    Note,
    TableHead,
    TableText,
    Quotation,
}
