using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Tests.Text.Similarity;

public class GivenWordingTests
{
    private const string Given = "各乡镇接到反映惠民资金被截留的线索，应当在三个工作日内见到反映人，七个工作日内查清资金去向。";

    [Theory]
    [InlineData("我写：[应当在五个工作日内见到反映人]；此外没有。")]
    [InlineData("[各鄉鎮接到反映惠民資金被截留的線索， 應當在]幾天內見到人。")]
    [InlineData("[惠民资金被截]了？[查清资金去向]！")]
    [InlineData("惠民资金被扣，查清资金。")]
    [InlineData("")]
    public void What_of_a_text_was_handed_over_is_found_in_any_script_and_with_any_numbers(string marked)
    {
        string text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

        Assert.Equal(marked, Marked(text, new GivenWording(["别的文件。", Given]).In(text)));
    }

    [Fact]
    public void Nothing_is_found_where_nothing_was_handed_over() => Assert.Empty(new GivenWording([]).In(Given));

    private static string Marked(string text, IEnumerable<TextSpan> spans)
    {
        foreach (TextSpan span in spans.Reverse())
        {
            text = $"{text[..span.Start]}[{span.In(text)}]{text[span.End..]}";
        }

        return text;
    }
}
