using Gongxing.Documents.OfficialFormat;

namespace Gongxing.Tests.Documents.OfficialFormat;

public class HeadingMarkTests
{
    [Theory]
    [InlineData("一、存在的问题", 1)]
    [InlineData("十一、其他", 1)]
    [InlineData("第一部分 存在的问题", 1)]
    [InlineData("（一）理论学习方面。", 2)]
    [InlineData("(三）担当作为方面", 2)]
    [InlineData("1.调研少", 3)]
    [InlineData("12、调研少", 3)]
    [InlineData("（1）调研少", 4)]
    [InlineData("2 存在问题", 1)]
    [InlineData("2.1 机械设备", 2)]
    [InlineData("2.1.1 双手按钮被短接", 3)]
    public void A_numbered_line_without_a_sentence_is_a_heading(string text, int level) =>
        Assert.Equal((level, true), (HeadingMark.Of(text).Level, HeadingMark.Of(text).IsWhole));

    [Theory]
    [InlineData("（一）理论学习方面。一是学得不深。", "（一）理论学习方面。")]
    [InlineData("1.调研少：全年下乡12次。", "1.调研少：")]
    [InlineData("（一）每季度通读一本原著，年底前完成4篇笔记。", "")]
    [InlineData("1.认真学习，提高站位；", "")]
    public void What_leads_into_a_sentence_is_told_from_a_sentence_that_stands_alone(string text, string lead)
    {
        HeadingMark mark = HeadingMark.Of(text);

        Assert.False(mark.IsWhole);
        Assert.True(mark.Level > 0);
        Assert.Equal(lead, text[..mark.Lead]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("一")]
    [InlineData("（")]
    [InlineData("一是学得不深。")]
    [InlineData("一方面，学得不深")]
    [InlineData("2.5万元的项目没有落地")]
    [InlineData("2024年度民主生活会")]
    [InlineData("20 名干部参加了学习，收获很大。")]
    [InlineData("第一，听不懂本地话")]
    [InlineData("（2024年1月）")]
    public void A_line_without_a_number_of_its_own_has_none(string text) =>
        Assert.Equal(0, HeadingMark.Of(text).Level);
}
