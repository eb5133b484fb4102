using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Facts;

/// <summary>Words to look for, and longer ones in which they mean something else: 查 in 查摆.</summary>
internal sealed class HidingSet
{
    private readonly WordMatcher _matcher;
    private readonly int _count;

    public HidingSet(IEnumerable<string> words, IEnumerable<string> hiding)
    {
        string[] wanted = Folded(words);
        _count = wanted.Length;
        _matcher = new WordMatcher([.. wanted, .. Folded(hiding).Except(wanted, StringComparer.Ordinal)]);
    }

    /// <summary>Lists of the word files, by name.</summary>
    public static HidingSet Of(string words, string? hiding = null) =>
        new(Lexicon.Words(words), hiding is null ? [] : Lexicon.Words(hiding));

    public bool IsIn(ReadOnlySpan<char> text) => !First(text).IsEmpty;

    /// <summary>Where the first word stands; empty when there is none.</summary>
    public TextSpan First(ReadOnlySpan<char> text)
    {
        foreach (WordMatch match in _matcher.Longest(text))
        {
            if (match.Word < _count)
            {
                return match.Span;
            }
        }

        return default;
    }

    /// <summary>All places of words, from left to right.</summary>
    public List<TextSpan> In(ReadOnlySpan<char> text)
    {
        var spans = new List<TextSpan>();
        foreach (WordMatch match in _matcher.Longest(text))
        {
            if (match.Word < _count)
            {
                spans.Add(match.Span);
            }
        }

        return spans;
    }

    private static string[] Folded(IEnumerable<string> words) =>
    [
        .. words.Select(word => NormalizedText.Fold(word)).Where(word => word.Length > 0)
            .Distinct(StringComparer.Ordinal),
    ];
}
