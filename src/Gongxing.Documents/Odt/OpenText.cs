using Gongxing.Core.Statements;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Odt;

/// <summary>A paragraph or heading between its start and its end.</summary>
internal sealed record OpenText(ParagraphKind Kind, int HeadingLevel, string Numbering)
{
    public TextBuffer Text { get; } = new();

    /// <summary>Text boxes and notes that hang on this paragraph and follow it.</summary>
    public List<SpelledParagraph> After { get; } = [];

    public TableCell? Cell { get; init; }
}
