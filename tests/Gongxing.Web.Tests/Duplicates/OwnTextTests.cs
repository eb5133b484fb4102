using Gongxing.Text;
using Gongxing.Web.Duplicates;

namespace Gongxing.Web.Tests.Duplicates;

public class OwnTextTests
{
    [Theory]
    [InlineData("甲。\n[2.责任没有压实。\n（三]）其他方面", "2.责任没有压实。")]
    [InlineData("甲。\n（[二\n责任没有压实，整改不力。]", "责任没有压实，整改不力。")]
    [InlineData("[责任没有压实。\n整改不够有力。]", "责任没有压实。\n整改不够有力。")]
    [InlineData("[责任]", "责任")]
    public void Numbers_of_lines_around_a_passage_are_left_out(string marked, string expected)
    {
        int start = marked.IndexOf('[', StringComparison.Ordinal);
        int end = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        string text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

        Assert.Equal(expected, new OwnText(text).WithoutNumbers(TextSpan.FromBounds(start, end)).In(text).ToString());
    }

    [Fact]
    public void A_passage_is_quoted_when_next_to_nothing_of_it_stands_outside_of_marks()
    {
        const string Text = "会上说：“要到一线去，要把问题解决在一线。”我没有做到，一年只去了两次，两次都是陪同检查。";
        var own = new OwnText(Text);
        int end = Text.IndexOf('”', StringComparison.Ordinal);

        Assert.True(own.IsQuoted(TextSpan.FromBounds(2, end)));
        Assert.False(own.IsQuoted(new TextSpan(0, Text.Length)));
    }

    [Fact]
    public void What_is_quoted_is_not_a_writer_s_own()
    {
        string own = new('甲', OwnText.LeastLetters);

        Assert.False(new OwnText(own).IsTooShort);
        Assert.True(new OwnText($"{own[1..]}“{own}”").IsTooShort);
    }
}
