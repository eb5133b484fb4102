using Gongxing.Text;

namespace Gongxing.Storage.Search;

/// <summary>Finds the words of a query in a text as it was written, and cuts out the neighbourhood of the first.</summary>
internal static class Excerpt
{
    private const int Before = 30;
    private const int Length = 120;

    /// <summary>Where the words stand in <paramref name="text"/>: in order, apart from each other.</summary>
    public static IReadOnlyList<TextSpan> Marks(string text, SearchQuery query)
    {
        NormalizedText normalized = NormalizedText.Of(text, SearchTokens.Normalization);
        var found = new List<TextSpan>();
        foreach (string word in query.Words.Concat(query.SingleCharacters))
        {
            for (int at = 0; (at = normalized.Text.IndexOf(word, at, StringComparison.Ordinal)) >= 0; at += word.Length)
            {
                found.Add(normalized.ToRaw(new TextSpan(at, word.Length)));
            }
        }

        var apart = new List<TextSpan>();
        foreach (TextSpan span in found.OrderBy(span => span.Start))
        {
            if (apart.Count > 0 && span.Start <= apart[^1].End)
            {
                apart[^1] = TextSpan.FromBounds(apart[^1].Start, Math.Max(apart[^1].End, span.End));
            }
            else
            {
                apart.Add(span);
            }
        }

        return apart;
    }

    /// <summary>The stretch to show of a text with these marks.</summary>
    public static TextSpan Around(string text, IReadOnlyList<TextSpan> marks)
    {
        int start = marks.Count == 0 ? 0 : Math.Max(0, marks[0].Start - Before);
        int end = Math.Min(text.Length, start + Length);
        return TextSpan.FromBounds(WholeCharacter(text, start), WholeCharacter(text, end));
    }

    private static int WholeCharacter(string text, int position) =>
        position > 0 && position < text.Length && char.IsSurrogatePair(text[position - 1], text[position])
            ? position - 1
            : position;
}
