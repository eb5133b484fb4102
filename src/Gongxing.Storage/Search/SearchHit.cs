using Gongxing.Text;

namespace Gongxing.Storage.Search;

/// <summary>A material or item that holds every word that was looked for, with the words marked.</summary>
/// <param name="Subject">The id of the material or item.</param>
/// <param name="TitleMarks">Spans of <paramref name="Title"/>, in order, apart from each other.</param>
/// <param name="Excerpt">From the text around the first word in it; its beginning when all words are in the title.</param>
/// <param name="ExcerptMarks">Spans of <paramref name="Excerpt"/>, in order, apart from each other.</param>
/// <param name="Start">Where the excerpt begins in the text: for a material, in <c>Document.Text</c>.</param>
public sealed record SearchHit(
    SearchKind Kind,
    string Subject,
    string Title,
    IReadOnlyList<TextSpan> TitleMarks,
    string Excerpt,
    IReadOnlyList<TextSpan> ExcerptMarks,
    int Start);
