using CsCheck;
using Gongxing.Text;

namespace Gongxing.Tests.Text;

public class TextSpanTests
{
    [Theory]
    [InlineData("  一是 ", 0, 5, 2, 2)]
    [InlineData("　\n", 0, 2, 0, 0)]
    [InlineData("一是", 0, 2, 0, 2)]
    public void Trimming_leaves_out_white_space_at_the_ends(string text, int start, int length, int expected, int left) =>
        Assert.Equal(new TextSpan(expected, left), new TextSpan(start, length).Trim(text));

    [Fact]
    public void What_two_spans_share_is_in_both() =>
        Gen.Int[0, 20].Array[4].Sample(n =>
        {
            TextSpan a = new(n[0], n[1]), b = new(n[2], n[3]);
            TextSpan common = a.Intersect(b);
            TextSpan cover = TextSpan.Cover(a, b);

            Assert.Equal(
                Enumerable.Range(0, 50).Where(i => a.Contains(i) && b.Contains(i)),
                Enumerable.Range(0, 50).Where(common.Contains));
            Assert.True(cover.Contains(a) && cover.Contains(b));
        });
}
