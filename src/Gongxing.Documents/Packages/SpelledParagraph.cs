using Gongxing.Core.Statements;

namespace Gongxing.Documents.Packages;

/// <summary>A paragraph on its way into a document.</summary>
/// <param name="Text">Without the numbering; <c>\n</c> stands for a soft line break.</param>
/// <param name="Numbering">As automatic numbering writes it, with what separates it from the text.</param>
internal sealed record SpelledParagraph(string Text, string Numbering, ParagraphKind Kind)
{
    public int HeadingLevel { get; init; }

    public TableCell? Cell { get; init; }

    /// <summary>Where each unit of the text was written in the main part, or null if nobody asked.</summary>
    public SourcePlace[]? Places { get; init; }
}
