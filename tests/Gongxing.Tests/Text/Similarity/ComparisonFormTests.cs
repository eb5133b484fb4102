using CsCheck;
using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Tests.Text.Similarity;

public class ComparisonFormTests
{
    [Theory]
    [InlineData("學習 不夠，深入。", "学习不够深入")]
    [InlineData("ＡＢｃ", "abc")]
    [InlineData("2023年、二〇二三年，第15次", "0年0年第0次")]
    [InlineData("一是……；二是", "0是0是")]
    [InlineData("㈠①１,000元", "0元")]
    [InlineData("\uD800学\uDC00习\u200B", "学习")]
    [InlineData("😀好", "好")]
    [InlineData("⻓期", "长期")]
    public void Letters_stay_and_every_number_is_one(string text, string expected) => Assert.Equal(expected, Written(text));

    [Fact]
    public void Characters_beyond_the_plane_stay_and_traditional_ones_are_simplified()
    {
        Assert.Equal("\U00020BB7野家", Written("\U00020BB7野家"));

        // 㗲 is written 𠵾 in simplified text.
        Assert.Equal(Written("㗲"), Written("𠵾"));
    }

    [Fact]
    public void Each_unit_is_found_where_it_was_written() => Texts.Damaged.Sample(
        text =>
        {
            ushort[] form = new ushort[text.Length + 1];
            int[] starts = new int[text.Length + 1];
            int length = ComparisonForm.Write(text, form, starts);
            Assert.Equal(Written(text).Length, length);
            var located = new LocatedText(text, form.AsSpan(0, length), starts.AsSpan(0, length));
            int end = 0;
            for (int i = 0; i < length; i++)
            {
                TextSpan span = located.Span(i);
                bool half = i > 0 && starts[i] == starts[i - 1];
                Assert.True(span.Length > 0 && span.End <= text.Length && (half || span.Start >= end));
                Assert.Contains((char)form[i], Written(span.In(text).ToString()));
                Assert.Equal(Written(text)[..(i + 1)], half || !char.IsHighSurrogate((char)form[i])
                    ? Written(text[..span.End]) : Written(text[..span.End])[..(i + 1)]);
                end = span.End;
            }
        },
        iter: 3000);

    private static string Written(string text)
    {
        ushort[] form = new ushort[text.Length + 1];
        return string.Concat(form.Take(ComparisonForm.Write(text, form)).Select(unit => (char)unit));
    }
}
