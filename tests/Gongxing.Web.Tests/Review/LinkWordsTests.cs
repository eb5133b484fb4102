using System.Globalization;
using Gongxing.Core.Statements;
using Gongxing.Review.Structure;
using Gongxing.Web.Review;

namespace Gongxing.Web.Tests.Review;

public sealed class LinkWordsTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public void Dispose() => CultureInfo.CurrentUICulture = _before;

    [Theory]
    [InlineData("zh-CN", "各有3条，同为第2条，都谈学习，都提到“走访”、“台账”")]
    [InlineData("en", "3 of each, both number 2, both speak of study and mention “走访”, “台账”")]
    public void A_reason_is_said_in_the_language_of_the_person_and_in_chinese_to_programs(string language, string said)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var reason = new LinkReason(LinkGround.Shared) { Theme = "学习", Words = ["走访", "台账"], Place = 2, Among = 3 };

        Assert.Equal(said, LinkWords.Of(reason));
        Assert.Equal("各有3条，同为第2条，都谈学习，都提到“走访”、“台账”", LinkWords.ForPrograms(reason));
    }

    [Fact]
    public void Every_ground_and_every_theme_has_its_words()
    {
        using var themes = new StreamReader(typeof(StatementReader).Assembly.GetManifestResourceStream("themes.txt")!);
        string[] names =
        [
            .. themes.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] is not ('#' or '-')).Select(line => line.Split('\t')[0]),
        ];
        Assert.True(names.Length > 20);

        foreach (string language in (string[])["zh-CN", "en"])
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

            Assert.All(names, name => Assert.NotEmpty(LinkWords.Theme(name)));
            Assert.All(Enum.GetValues<LinkGround>(), ground => Assert.NotEmpty(LinkWords.Of(new LinkReason(ground))));
        }
    }
}
