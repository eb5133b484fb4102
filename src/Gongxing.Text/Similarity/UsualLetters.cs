namespace Gongxing.Text.Similarity;

/// <summary>Letters, and pairs of letters side by side, that many texts have: that two texts share one of them says nothing.</summary>
public sealed class UsualLetters(IEnumerable<char> letters, IEnumerable<string> pairs)
{
    private readonly HashSet<int> _letters = [.. letters.Select(letter => (int)letter)];
    private readonly HashSet<int> _pairs = [.. pairs.Select(pair => Pair(pair[0], pair[1]))];

    internal static int Pair(char first, char second) => (first << 16) | second;

    internal bool HasLetter(char letter) => _letters.Contains(letter);

    internal bool HasPair(char first, char second) => _pairs.Contains(Pair(first, second));
}
