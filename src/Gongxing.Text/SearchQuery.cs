namespace Gongxing.Text;

/// <summary>What a person typed into a search box, as the phrases to look up in an index of <see cref="SearchTokens"/>.</summary>
/// <param name="Words">What must be found, all of it: the query's parts between white space, normalised.</param>
/// <param name="SingleCharacters">
/// Words of one character: no index of pairs finds them, so look for them in the normalised text (<c>LIKE '%…%'</c>).
/// </param>
public sealed record SearchQuery(IReadOnlyList<string> Words, IReadOnlyList<string> SingleCharacters)
{
    public bool IsEmpty => Words.Count == 0 && SingleCharacters.Count == 0;

    /// <summary>The query for MATCH of SQLite's FTS5; empty when there is no word of two characters.</summary>
    public string Fts5 => string.Join(" AND ", Words.Select(word => $"\"{SearchTokens.Tokens(word)}\""));

    /// <summary>The query for to_tsquery('simple', …) of PostgreSQL; empty when there is no word of two characters.</summary>
    public string TsQuery => string.Join(
        " & ", Words.Select(word => $"({SearchTokens.Tokens(word).Replace(" ", " <-> ", StringComparison.Ordinal)})"));

    /// <summary>Reads what was typed; of a word longer than <see cref="SearchTokens.LongestPhrase"/> the beginning is used.</summary>
    public static SearchQuery Parse(string typed)
    {
        string[] words =
        [
            .. typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(word => NormalizedText.Fold(word, SearchTokens.Normalization))
                .Select(word => word.Length > SearchTokens.LongestPhrase ? word[..SearchTokens.LongestPhrase] : word)
                .Where(word => word.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
        return new SearchQuery(
            [.. words.Where(word => word.Length > 1)], [.. words.Where(word => word.Length == 1)]);
    }
}
