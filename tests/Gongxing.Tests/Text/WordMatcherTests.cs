using CsCheck;
using Gongxing.Text;

namespace Gongxing.Tests.Text;

public class WordMatcherTests
{
    private static readonly Gen<string> s_text =
        Gen.OneOf(Gen.Char['a', 'c'], Gen.Char['a', 'c'], Gen.Char[char.MinValue, char.MaxValue]).Array[0, 40]
            .Select(characters => new string(characters));

    private static readonly Gen<string[]> s_words =
        Gen.Char['a', 'c'].Array[1, 5].Select(characters => new string(characters)).Array[0, 12];

    [Fact]
    public void All_words_are_found_even_inside_each_other()
    {
        var matcher = new WordMatcher(["不够", "不够深", "够深", "落实"]);

        Assert.Equal(
            [new(new(2, 2), 0), new(new(2, 3), 1), new(new(3, 2), 2)],
            All(matcher, "学得不够深入"));
    }

    [Fact]
    public void The_leftmost_word_wins_and_of_those_the_longest()
    {
        var matcher = new WordMatcher(["不够", "不够深", "够深入基层", "基层"]);

        Assert.Equal([new(new(2, 3), 1), new(new(6, 2), 3)], Longest(matcher, "学得不够深入基层"));
    }

    [Fact]
    public void Without_words_nothing_is_found() => Assert.False(new WordMatcher([]).IsIn("任何文字"));

    [Fact]
    public void An_empty_word_is_refused() => Assert.Throws<ArgumentException>(() => new WordMatcher(["落实", ""]));

    [Fact]
    public void All_matches_are_those_of_a_naive_search() => s_words.Select(s_text).Sample((words, text) =>
    {
        IEnumerable<WordMatch> naive =
            from end in Enumerable.Range(1, text.Length)
            from start in Enumerable.Range(0, end)
            let word = Array.IndexOf(words, text[start..end])
            where word >= 0
            select new WordMatch(TextSpan.FromBounds(start, end), word);

        Assert.Equal(naive, All(new WordMatcher(words), text));
    });

    [Fact]
    public void Longest_matches_are_those_of_a_naive_search() => s_words.Select(s_text).Sample((words, text) =>
    {
        var naive = new List<WordMatch>();
        for (int start = 0; start < text.Length; start++)
        {
            string? longest = words.Where(word => string.CompareOrdinal(text, start, word, 0, word.Length) == 0).MaxBy(word => word.Length);
            if (longest is not null)
            {
                naive.Add(new WordMatch(new TextSpan(start, longest.Length), Array.IndexOf(words, longest)));
                start += longest.Length - 1;
            }
        }

        Assert.Equal(naive, Longest(new WordMatcher(words), text));
    });

    [Fact]
    public void Thousands_of_words_are_all_found()
    {
        var random = new Random(7);
        string[] words = [.. Enumerable.Range(0, 5000).Select(_ => Word(random)).Distinct()];
        var matcher = new WordMatcher(words);

        Assert.All(words, word => Assert.Contains(All(matcher, $"前{word}后"), match => words[match.Word] == word));
    }

    [Fact]
    public void Searching_allocates_nothing()
    {
        var matcher = new WordMatcher(["不够", "不够深", "落实", "学习不"]);
        string text = string.Concat(Enumerable.Repeat("学习不够深，抓落实不够", 1000));
        int count = Count(matcher, text);
        long before = GC.GetAllocatedBytesForCurrentThread();

        int again = Count(matcher, text);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(count, again);
    }

    private static string Word(Random random) =>
        new([.. Enumerable.Range(0, random.Next(2, 7)).Select(_ => (char)random.Next('一', '一' + 300))]);

    private static int Count(WordMatcher matcher, string text)
    {
        int count = 0;
        foreach (WordMatch match in matcher.All(text))
        {
            count += match.Span.Length;
        }

        foreach (WordMatch match in matcher.Longest(text))
        {
            count += match.Span.Length;
        }

        return count;
    }

    private static List<WordMatch> All(WordMatcher matcher, string text)
    {
        var matches = new List<WordMatch>();
        foreach (WordMatch match in matcher.All(text))
        {
            matches.Add(match);
        }

        return matches;
    }

    private static List<WordMatch> Longest(WordMatcher matcher, string text)
    {
        var matches = new List<WordMatch>();
        foreach (WordMatch match in matcher.Longest(text))
        {
            matches.Add(match);
        }

        return matches;
    }
}
