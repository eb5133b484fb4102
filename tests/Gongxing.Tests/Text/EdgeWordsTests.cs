using CsCheck;
using Gongxing.Text;

namespace Gongxing.Tests.Text;

public class EdgeWordsTests
{
    private static readonly Gen<string[]> s_words =
        Gen.Char['a', 'c'].Array[1, 4].Select(characters => new string(characters)).Array[0, 12];

    private static readonly Gen<string> s_text =
        Gen.Char['a', 'd'].Array[0, 6].Select(characters => new string(characters));

    [Fact]
    public void The_longest_word_at_either_end_is_that_of_a_naive_search() =>
        s_words.Select(s_text).Sample((words, text) =>
        {
            var edges = new EdgeWords(words);
            return edges.LengthAtStart(text) == Longest(words, word => text.StartsWith(word, StringComparison.Ordinal))
                && edges.LengthAtEnd(text) == Longest(words, word => text.EndsWith(word, StringComparison.Ordinal));
        });

    [Fact]
    public void Every_first_character_is_told_once() =>
        Assert.Equal("季年", new string([.. new EdgeWords(["年底", "年底前", "季度末"]).Starts.Order()]));

    [Fact]
    public void An_empty_word_is_refused() => Assert.Throws<ArgumentException>(() => new EdgeWords(["年底", ""]));

    private static int Longest(string[] words, Func<string, bool> stands) =>
        words.Where(stands).Select(word => word.Length).DefaultIfEmpty().Max();
}
