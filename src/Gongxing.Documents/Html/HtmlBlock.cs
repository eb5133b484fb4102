using Gongxing.Core.Statements;

namespace Gongxing.Documents.Html;

/// <summary>A paragraph of a page, with white space folded.</summary>
internal sealed record HtmlBlock(string Text, ParagraphKind Kind, int HeadingLevel, HtmlNumber? Numbering, TableCell? Cell);
