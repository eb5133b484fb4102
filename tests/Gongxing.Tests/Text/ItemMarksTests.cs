using Gongxing.Text;

namespace Gongxing.Tests.Text;

public class ItemMarksTests
{
    [Theory]
    [InlineData("一、查摆", 2)]
    [InlineData("（十二）查摆", 4)]
    [InlineData("3.查摆", 2)]
    [InlineData("（3)查摆", 3)]
    [InlineData("六是查摆", 2)]
    [InlineData("第五，查摆", 3)]
    [InlineData("④查摆", 1)]
    [InlineData("3.5亿元", 0)]
    [InlineData("第五次查摆", 0)]
    [InlineData("一时疏忽", 0)]
    [InlineData("2023年", 0)]
    [InlineData("一是否落实", 0)]
    public void Numbers_of_items_are_told_from_numbers(string text, int length) => Assert.Equal(length, ItemMarks.LengthAt(text, 0));
}
