namespace Gongxing.Text;

/// <summary>
/// The words under which a text is put into a full-text index so that any two characters side by side are found.
/// </summary>
/// <remarks>
/// Each pair of neighbouring UTF-16 units of the normalised text is one token, in order, so that a phrase of tokens is found
/// exactly where its characters stand together, be they Han, Latin, digits or marks. A token is seven letters a–z: unicode61
/// of SQLite and the parser of PostgreSQL both keep it whole, while they would cut 3.5, a@b or 1e5 each in their own way.
/// </remarks>
public static class SearchTokens
{
    /// <summary>How indexed texts and queries are normalised before they are cut.</summary>
    public const NormalizationOptions Normalization = NormalizationOptions.JoinLines | NormalizationOptions.DropQuotes;

    /// <summary>Two neighbouring parts have this much in common; no phrase that is searched is longer.</summary>
    public const int LongestPhrase = 64;

    // A tsvector keeps 256 places of a lexeme and positions up to 16,383; a part stays far below both.
    private const int PartLength = 2048;
    private const int TokenLength = 7;

    /// <summary>The tokens of a text, with spaces between; empty for fewer than two characters.</summary>
    public static string Of(ReadOnlySpan<char> text) => Tokens(NormalizedText.Fold(text, Normalization));

    /// <summary>
    /// The tokens of a long text in parts to be indexed one by one; they overlap, so that every phrase is whole in one of them.
    /// </summary>
    public static IEnumerable<string> PartsOf(string text)
    {
        string normalized = NormalizedText.Fold(text, Normalization);
        for (int start = 0; ; start += PartLength - LongestPhrase)
        {
            int end = Math.Min(normalized.Length, start + PartLength);
            yield return Tokens(normalized.AsSpan()[start..end]);
            if (end == normalized.Length)
            {
                yield break;
            }
        }
    }

    internal static string Tokens(ReadOnlySpan<char> normalized)
    {
        if (normalized.Length < 2)
        {
            return "";
        }

        int count = normalized.Length - 1;
        return string.Create(count * (TokenLength + 1) - 1, normalized, static (tokens, text) =>
        {
            for (int i = 0; i + 1 < text.Length; i++)
            {
                int at = i * (TokenLength + 1);
                if (i > 0)
                {
                    tokens[at - 1] = ' ';
                }

                uint pair = ((uint)text[i] << 16) | text[i + 1];
                for (int letter = TokenLength - 1; letter >= 0; letter--, pair /= 26)
                {
                    tokens[at + letter] = (char)('a' + pair % 26);
                }
            }
        });
    }
}
