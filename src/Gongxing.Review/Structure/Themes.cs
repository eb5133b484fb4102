using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>Counts how much a text speaks of each theme of <c>themes.txt</c>.</summary>
internal static class Themes
{
    private static readonly string[] s_names = [.. Lexicon.Lines("themes.txt").Select(line => line.Split('\t')[0])];
    private static readonly (int Theme, string Word)[] s_words = [.. Read()];
    private static readonly WordMatcher s_matcher = new(s_words.Select(entry => entry.Word));

    public static int Count => s_names.Length;

    public static string Name(int theme) => s_names[theme];

    /// <summary>
    /// Adds <paramref name="weight"/> to a theme for each of its words in the text; longer words count a little
    /// more.
    /// </summary>
    public static void Add(ReadOnlySpan<char> text, double weight, double[] themes)
    {
        foreach (WordMatch match in s_matcher.Longest(text))
        {
            int theme = s_words[match.Word].Theme;
            if (s_names[theme] != "-")
            {
                themes[theme] += weight * (match.Span.Length > 2 ? 1.3 : 1);
            }
        }
    }

    /// <summary>The words of any theme that stand in the text.</summary>
    public static IReadOnlyList<string> Words(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        foreach (WordMatch match in s_matcher.Longest(text))
        {
            (int theme, string word) = s_words[match.Word];
            if (s_names[theme] != "-")
            {
                words.Add(word);
            }
        }

        return words;
    }

    private static IEnumerable<(int, string)> Read()
    {
        int theme = 0;
        foreach (string line in Lexicon.Lines("themes.txt"))
        {
            foreach (string word in line.Split('\t')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (theme, NormalizedText.Fold(word));
            }

            theme++;
        }
    }
}
