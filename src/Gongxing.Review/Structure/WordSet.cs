using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>A list of words, folded as the text is.</summary>
internal sealed class WordSet
{
    private readonly WordMatcher _matcher;
    private readonly int _count;
    private readonly EdgeWords _edges;

    /// <param name="words">The words of the list.</param>
    /// <param name="others">Longer words that hide one of the list inside them: 不少 is not 少.</param>
    public WordSet(IEnumerable<string> words, IEnumerable<string>? others = null)
    {
        List<string> folded =
            [.. words.Select(word => NormalizedText.Fold(word)).Where(word => word.Length > 0).Distinct()];
        _count = folded.Count;
        _matcher = new WordMatcher(folded.Concat(others?.Select(word => NormalizedText.Fold(word)) ?? []));
        _edges = new EdgeWords(_matcher.Words);
    }

    public bool IsIn(ReadOnlySpan<char> text)
    {
        if (_matcher.Words.Count == _count)
        {
            return _matcher.IsIn(text);
        }

        foreach (WordMatch match in _matcher.Longest(text))
        {
            if (match.Word < _count)
            {
                return true;
            }
        }

        return false;
    }

    public bool Starts(ReadOnlySpan<char> text) => LengthAt(text) > 0;

    /// <summary>How long the longest word is that the text begins with; 0 for none.</summary>
    public int LengthAt(ReadOnlySpan<char> text) => _edges.LengthAtStart(text);

    /// <summary>Where the first of the words ends in the text; 0 where none stands in it.</summary>
    public int FirstEnd(ReadOnlySpan<char> text)
    {
        foreach (WordMatch match in _matcher.Longest(text))
        {
            if (match.Word < _count)
            {
                return match.Span.End;
            }
        }

        return 0;
    }

    public bool Ends(ReadOnlySpan<char> text) => _edges.LengthAtEnd(text) > 0;

    /// <summary>How many words stand in the text, overlapping ones once.</summary>
    public int Count(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (WordMatch match in _matcher.Longest(text))
        {
            count += match.Word < _count ? 1 : 0;
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
