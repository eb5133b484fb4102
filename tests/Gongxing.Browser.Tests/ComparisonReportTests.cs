using Gongxing.Web.Duplicates;

namespace Gongxing.Browser.Tests;

/// <summary>The file that <c>gongxing compare --format html</c> writes, as somebody opens it from a folder.</summary>
public sealed class ComparisonReportTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private const string Copied =
        "去年九月，灌区三条支渠的闸门锈死，村里报了两次，我让水管站先登记着，直到秋灌那天闸门提不起来，四百亩晚稻误了一茬水。";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gongxing-");

    [Theory]
    [InlineData(390)]
    [InlineData(760)]
    [InlineData(800)]
    [InlineData(1366)]
    public async Task No_part_of_it_scrolls_sideways(int width)
    {
        string file = Path.Combine(_folder.FullName, "report.html");
        await using (var to = new StreamWriter(file))
        {
            ComparisonHtml.Write(to, Compared());
        }

        await using Window window = await chromium.OpenAsync(new Uri("http://127.0.0.1"), new View(width, "zh-CN", false));
        await window.GoAsync(new Uri(file).AbsoluteUri);

        await window.LookAsync();
        string[] cut = await window.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('main *')].filter(one => one.scrollWidth > one.clientWidth + 1"
            + " && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX)).map(one => one.tagName + '.' + one.className)");
        Assert.Empty(cut);
        Assert.Equal(
            width > 760,
            await window.Page.EvaluateAsync<bool>(
                "document.querySelector('.a').getBoundingClientRect().right <= document.querySelector('.b').getBoundingClientRect().left"));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Comparison Compared()
    {
        string[] names = ["县直各单位/2023年度主题教育专题民主生活会/" + new string('x', 60) + ".docx", "乡镇/云岭镇镇长.docx"];
        string[] texts = [$"{Copied}我没有到过现场。", $"仓库的消防栓没有水。{Copied}"];
        return Comparison.Of(
            [.. texts.Select((text, i) => new ComparedText(names[i], names[i], text, TextRoles.Compared))],
            given: [], unread: [], crosses: false, shortest: null, progress: null, ct: TestContext.Current.CancellationToken);
    }
}
