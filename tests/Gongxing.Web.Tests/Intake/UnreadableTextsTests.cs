using System.Globalization;
using Gongxing.Documents;
using Gongxing.Web.Intake;

namespace Gongxing.Web.Tests.Intake;

public class UnreadableTextsTests
{
    [Theory]
    [InlineData("zh-CN", '。', "请")]
    [InlineData("en", '.', "")]
    public void Every_reason_says_what_happened_and_what_to_do(string language, char stop, string please)
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            string[] sentences =
                [.. Enum.GetValues<Unreadable>().Select(reason => UnreadableTexts.Sentence(reason, ReadLimits.Default))];

            Assert.Equal(sentences.Length, sentences.Distinct().Count());
            Assert.All(sentences, sentence =>
            {
                Assert.True(sentence.Count(c => c == stop) >= 2 || sentence.Contains(',', StringComparison.Ordinal), sentence);
                Assert.Contains(please, sentence, StringComparison.Ordinal);
                Assert.EndsWith($"{stop}", sentence, StringComparison.Ordinal);
                Assert.Equal(language == "zh-CN", sentence.Any(c => c is >= '\u4E00' and <= '\u9FFF'));
            });
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
