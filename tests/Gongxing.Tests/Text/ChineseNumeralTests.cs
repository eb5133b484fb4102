using CsCheck;
using Gongxing.Text;

namespace Gongxing.Tests.Text;

public class ChineseNumeralTests
{
    [Theory]
    [InlineData("零", 0)]
    [InlineData("十", 10)]
    [InlineData("十一", 11)]
    [InlineData("一十一", 11)]
    [InlineData("二十三", 23)]
    [InlineData("廿四", 24)]
    [InlineData("卅", 30)]
    [InlineData("一百零五", 105)]
    [InlineData("一百〇五", 105)]
    [InlineData("一百一十", 110)]
    [InlineData("两千零三", 2003)]
    [InlineData("一万零三十", 10030)]
    [InlineData("壹佰贰拾叁", 123)]
    [InlineData("貳拾陸", 26)]
    [InlineData("二〇二三", 2023)]
    [InlineData("一〇", 10)]
    [InlineData("二十一亿四千七百四十八万三千六百四十七", int.MaxValue)]
    public void A_numeral_is_read_in_every_way_of_writing(string text, int expected)
    {
        Assert.True(ChineseNumeral.TryParse(text, out int value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("百")]
    [InlineData("三四")]
    [InlineData("一百一")]
    [InlineData("两千三")]
    [InlineData("十十")]
    [InlineData("一百零十")]
    [InlineData("零五")]
    [InlineData("一是")]
    [InlineData("二十一亿四千七百四十八万三千六百四十八")]
    [InlineData("九九九九九九九九九九九九")]
    public void What_is_no_numeral_or_has_two_readings_is_not_read(string text) =>
        Assert.False(ChineseNumeral.TryParse(text, out _));

    [Theory]
    [InlineData("十二、强化责任", 2, 12)]
    [InlineData("一百一", 2, 100)]
    [InlineData("强化", 0, 0)]
    public void A_prefix_is_read_as_far_as_it_makes_sense(string text, int length, int value)
    {
        Assert.Equal(length, ChineseNumeral.ReadPrefix(text, out int actual));
        Assert.Equal(value, actual);
    }

    [Fact]
    public void Every_number_is_read_back_as_it_was_written() =>
        Gen.OneOf(Gen.Int[0, 200_000], Gen.Int[0, int.MaxValue]).Sample(number =>
            ChineseNumeral.TryParse(ChineseNumeral.Format(number), out int plain) && plain == number
            && ChineseNumeral.TryParse(ChineseNumeral.FormatLegal(number), out int legal) && legal == number
            && (number is > 9 and < 100
                || (ChineseNumeral.TryParse(ChineseNumeral.FormatDigits(number), out int digits) && digits == number)));

    [Fact]
    public void The_characters_of_numerals_are_all_of_them() => Assert.Equal(
        ChineseNumeral.Characters.Order(),
        Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(ChineseNumeral.IsPart).Order());

    [Fact]
    public void Any_text_may_be_asked() =>
        Gen.String.Sample(text => ChineseNumeral.ReadPrefix(text, out _) is int length && length >= 0 && length <= text.Length);
}
