using Gongxing.Text;

namespace Gongxing.Tests.Text;

public class NumberFormatTests
{
    [Theory]
    [InlineData("decimal", 12, "12")]
    [InlineData("decimalZero", 3, "03")]
    [InlineData("decimalFullWidth", 10, "１０")]
    [InlineData("decimalEnclosedCircle", 1, "①")]
    [InlineData("decimalEnclosedCircle", 20, "⑳")]
    [InlineData("decimalEnclosedCircle", 21, "21")]
    [InlineData("decimalEnclosedCircleChinese", 10, "⑩")]
    [InlineData("decimalEnclosedParen", 2, "⑵")]
    [InlineData("decimalEnclosedFullstop", 2, "⒉")]
    [InlineData("ideographEnclosedCircle", 3, "㊂")]
    [InlineData("upperRoman", 1994, "MCMXCIV")]
    [InlineData("lowerRoman", 4, "iv")]
    [InlineData("upperLetter", 27, "AA")]
    [InlineData("lowerLetter", 26, "z")]
    [InlineData("ordinal", 22, "22nd")]
    [InlineData("ordinal", 13, "13th")]
    [InlineData("numberInDash", 5, "- 5 -")]
    [InlineData("chineseCounting", 10, "十")]
    [InlineData("chineseCounting", 11, "十一")]
    [InlineData("chineseCounting", 100, "一○○")]
    [InlineData("chineseCountingThousand", 20, "二十")]
    [InlineData("chineseCountingThousand", 105, "一百零五")]
    [InlineData("chineseLegalSimplified", 12, "壹拾贰")]
    [InlineData("ideographLegalTraditional", 12, "壹拾貳")]
    [InlineData("ideographDigital", 12, "一二")]
    [InlineData("ideographTraditional", 10, "癸")]
    [InlineData("ideographTraditional", 11, "11")]
    [InlineData("ideographZodiac", 12, "亥")]
    [InlineData("ideographZodiacTraditional", 60, "癸亥")]
    [InlineData("none", 1, "")]
    [InlineData("somethingNew", 7, "7")]
    [InlineData(null, 7, "7")]
    public void A_number_is_written_as_the_document_asks(string? name, int number, string expected) =>
        Assert.Equal(expected, NumberFormats.Named(name).Write(number));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Any_number_is_written_in_every_format(int number) =>
        Assert.All(Enum.GetValues<NumberFormat>(), format => Assert.InRange(format.Write(number).Length, 0, 30));
}
