using Gongxing.Text;

namespace Gongxing.Tests.Text;

public class QuotationsTests
{
    [Theory]
    [InlineData("他说：“要到一线去。”大家同意。", "要到一线去。")]
    [InlineData("学习《关于加强基层工作的意见》和“四个到位”", "关于加强基层工作的意见|四个到位")]
    [InlineData("《关于落实〈条例〉的“三项”办法》", "关于落实〈条例〉的“三项”办法")]
    [InlineData("《甲《乙》丙》丁", "甲《乙》丙")]
    [InlineData("没有关上的“引号\n下一行“有”", "有")]
    [InlineData("“”空的，没有的", "")]
    [InlineData("关上的在前”，打开的在后“", "")]
    public void What_stands_between_marks_is_quoted(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join('|', Quotations.In(text).Select(span => span.In(text).ToString())));
}
