using CsCheck;
using Gongxing.Text;

namespace Gongxing.Tests.Text;

public class BigramsTests
{
    [Theory]
    [InlineData("理论学习", "理论学习", 1)]
    [InlineData("理论学习", "学习理论", 4.0 / 6)]
    [InlineData("理论", "落实", 0)]
    [InlineData("学", "学", 1)]
    [InlineData("", "", 0)]
    [InlineData("aaa", "aa", 2.0 / 3)]
    public void Dice_is_the_share_of_common_pairs(string a, string b, double expected) =>
        Assert.Equal(expected, Bigrams.Dice(a, b), 12);

    [Fact]
    public void Dice_does_not_care_which_text_comes_first() => Texts.Damaged.Select(Texts.Damaged).Sample((a, b) =>
        Bigrams.Dice(a, b) == Bigrams.Dice(b, a) && Bigrams.Dice(a, b) is >= 0 and <= 1);

    [Fact]
    public void Pairs_taken_before_say_the_same() => Texts.Damaged.Select(Texts.Damaged).Sample((a, b) =>
        Bigrams.Dice(a, b) == Bigrams.Dice(Bigrams.Pairs(a), Bigrams.Pairs(b)));

    [Fact]
    public void Long_texts_are_compared_as_short_ones_are() =>
        Assert.Equal(1, Bigrams.Dice(string.Concat(Enumerable.Repeat("学习", 400)), string.Concat(Enumerable.Repeat("学习", 400))));
}
