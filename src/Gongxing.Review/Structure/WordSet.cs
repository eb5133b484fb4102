using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>A list of words, folded as the text is.</summary>
internal sealed class WordSet
{
    private readonly WordMatcher _matcher;

    public WordSet(IEnumerable<string> words) =>
        _matcher = new WordMatcher(words.Select(word => NormalizedText.Fold(word))
            .Where(word => word.Length > 0).Distinct());

    public bool IsIn(ReadOnlySpan<char> text) => _matcher.IsIn(text);

    public bool Starts(ReadOnlySpan<char> text)
    {
        foreach (string word in _matcher.Words)
        {
            if (text.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    public bool Ends(ReadOnlySpan<char> text)
    {
        foreach (string word in _matcher.Words)
        {
            if (text.EndsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many words stand in the text, overlapping ones once.</summary>
    public int Count(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (WordMatch _ in _matcher.Longest(text))
        {
            count++;
        }

        return count;
    }

    /// <summary>How many of the words stand in the text.</summary>
    public int CountDistinct(ReadOnlySpan<char> text)
    {
        var seen = new HashSet<int>();
        foreach (WordMatch match in _matcher.Longest(text))
        {
            seen.Add(match.Word);
        }

        return seen.Count;
    }
}
