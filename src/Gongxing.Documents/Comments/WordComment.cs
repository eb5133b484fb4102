using Gongxing.Text;

namespace Gongxing.Documents.Comments;

/// <summary>A comment (批注) to be written at words of a Word file.</summary>
/// <param name="Span">Into the text that was read of the file.</param>
/// <param name="Text">What it says; each line becomes a paragraph.</param>
public sealed record WordComment(TextSpan Span, string Text)
{
    public string Author { get; init; } = "躬行";

    public string Initials { get; init; } = "躬";
}
