namespace Gongxing.Text;

/// <summary>Cuts a text into sentences, at 。！？；… and their narrow forms, and at line ends.</summary>
/// <remarks>
/// The spans follow each other without a gap: closing quotes and brackets, white space and line ends belong to the sentence
/// before (see <see cref="TextSpan.Trim"/>). A sentence goes on through a short pair of quotes or brackets on one line;
/// a mark without its partner holds nothing.
/// </remarks>
public static class Sentences
{
    public static SegmentEnumerator In(ReadOnlySpan<char> text) => new(text, 0, Cut.Sentence);

    /// <summary>The sentences of a part, counted in the whole of <paramref name="text"/>.</summary>
    public static SegmentEnumerator In(string text, TextSpan part) => new(part.In(text), part.Start, Cut.Sentence);
}
