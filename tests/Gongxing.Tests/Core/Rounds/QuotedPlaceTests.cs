using Gongxing.Core.Materials;
using Gongxing.Core.Rounds;
using Gongxing.Text;

namespace Gongxing.Tests.Core.Rounds;

public class QuotedPlaceTests
{
    private const string Old = "一是学习不够深入，读得多、想得少。\n二是调研不够深入，听汇报多。\n三是作风不够深入人心。\n";

    private static readonly MaterialId _first = MaterialId.New();
    private static readonly MaterialId _next = MaterialId.New();

    [Fact]
    public void In_the_draft_it_was_quoted_from_it_stands_where_it_stood()
    {
        TextSpan span = SpanOf(Old, "调研");

        Assert.Equal(span, QuotedPlace.Of(_first, Old, span).FindIn(_first, Old));
    }

    [Theory]
    [InlineData("学习")]
    [InlineData("调研")]
    [InlineData("作风")]
    public void Equal_words_in_other_sentences_are_not_mistaken_for_it(string topic)
    {
        int start = Old.IndexOf(topic, StringComparison.Ordinal) + topic.Length;
        QuotedPlace place = QuotedPlace.Of(_first, Old, new TextSpan(start, "不够深入".Length));
        string next = "新写的第一段，说明情况。\n" + Old.Replace("读得多", "书读得多", StringComparison.Ordinal);

        TextSpan found = place.FindIn(_next, next)!.Value;

        Assert.Equal(next.IndexOf(topic, StringComparison.Ordinal) + topic.Length, found.Start);
    }

    [Fact]
    public void Words_that_were_rewritten_are_no_longer_there()
    {
        QuotedPlace place = QuotedPlace.Of(_first, Old, SpanOf(Old, "听汇报多"));

        Assert.Null(place.FindIn(_next, Old.Replace("听汇报多", "到村里的次数少", StringComparison.Ordinal)));
    }

    [Fact]
    public void Equal_words_far_away_in_another_sentence_are_other_words()
    {
        string filler = string.Concat(Enumerable.Repeat("这一段写的是别的情况。\n", 60));
        string old = filler + "在会上谈了学习。\n" + filler;
        string next = "先谈学习，再谈工作。\n" + filler + filler;

        Assert.Null(QuotedPlace.Of(_first, old, SpanOf(old, "学习")).FindIn(_next, next));
    }

    [Fact]
    public void Moved_with_its_sentence_it_is_found_however_far()
    {
        string filler = string.Concat(Enumerable.Repeat("这一段写的是别的情况。\n", 60));
        string old = filler + "在会上谈了学习，没有谈工作。\n" + filler;
        string next = "在会上谈了学习，没有谈工作。\n" + filler + filler;

        Assert.Equal(SpanOf(next, "学习"), QuotedPlace.Of(_first, old, SpanOf(old, "学习")).FindIn(_next, next));
    }

    [Fact]
    public void Whatever_is_found_is_the_very_words()
    {
        var random = new Random(7);
        for (int i = 0; i < 2000; i++)
        {
            string old = Any(random, 1 + random.Next(300));
            int start = random.Next(old.Length);
            var span = new TextSpan(start, 1 + random.Next(Math.Min(8, old.Length - start)));
            string next = random.Next(3) == 0 ? Any(random, random.Next(300))
                : old[..random.Next(old.Length)] + Any(random, random.Next(20)) + old[random.Next(old.Length)..];

            QuotedPlace place = QuotedPlace.Of(_first, old, span);

            Assert.True(place.FindIn(_next, next) is not { } found || found.In(next).SequenceEqual(span.In(old)));
            Assert.Equal(span.Length, place.FindIn(_next, old)!.Value.Length);
        }
    }

    private static TextSpan SpanOf(string text, string words) =>
        new(text.IndexOf(words, StringComparison.Ordinal), words.Length);

    private static string Any(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => "学习调研\n"[random.Next(5)]));
}
