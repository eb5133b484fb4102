using Gongxing.Documents.Docx;

namespace Gongxing.Documents.Comments;

/// <summary>The styles that the file has for comments; null for one that it has not.</summary>
/// <param name="Mark">Of the mark in the text and in the comment.</param>
/// <param name="Paragraph">Of the text of comments.</param>
internal sealed record CommentStyles(string? Mark, string? Paragraph)
{
    public static CommentStyles Of(StyleSheet styles) =>
        new(styles.IdOf("annotation reference"), styles.IdOf("annotation text"));
}
