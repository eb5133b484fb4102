using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Tests.Features.Rounds;

namespace Gongxing.Browser.Tests;

public class RoundsTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1366, "zh-CN", false)]
    [InlineData(390, "zh-CN", false)]
    [InlineData(1366, "zh-CN", true)]
    [InlineData(390, "en", true)]
    public async Task Every_page_of_a_round_can_be_read_by_everybody(int width, string language, bool large)
    {
        await using RoundSite site = await RoundSite.StartAsync();
        await site.CommentAsync();
        await LookAsync(site, site.Reviewer, new View(width, language, large),
        [
            "/", "/rounds", site.Submission, $"{site.Submission}/comments/new?paragraph=6",
            $"{site.Submission}/comments/1", $"{site.Submission}/outcome",
        ]);
        await site.ReturnAsync();
        await LookAsync(site, site.Author, new View(width, language, large),
            ["/", "/asked", $"{site.Submission}/comments/1/answer", $"{site.Submission}/draft"]);
        await LookAsync(site, site.Clerk, new View(width, language, large),
        [
            site.Round, "/rounds/new", $"{site.Round}/statements", $"{site.Round}/amendment", $"{site.Round}/closure",
            $"{site.Submission}/reviewers", $"{site.Submission}/removal",
        ]);
    }

    [Fact]
    public async Task Selected_words_are_commented_at_once()
    {
        await using RoundSite site = await RoundSite.StartAsync();
        await site.CommentAsync();
        await using Window window = await OpenAsync(site, site.Reviewer, new View(1366, "zh-CN", false));
        await window.GoAsync(site.Submission);

        // Behind a number in the text, which is not part of it.
        await window.Page.EvaluateAsync(
            """
            () => {
              const paragraph = document.querySelector("#p6");
              const text = paragraph.lastChild;
              const range = document.createRange();
              range.setStart(text, text.data.indexOf("全年"));
              range.setEnd(text, text.data.indexOf("，"));
              const selection = document.getSelection();
              selection.removeAllRanges();
              selection.addRange(range);
            }
            """);
        await window.PressAsync("批注所选文字");
        await window.FillAsync("Text", "三次各是为了什么？");
        await window.PressAsync("保存批注");
        await window.Page.Locator(".notice").WaitForAsync();
        await window.LookAsync();

        Assert.Equal("全年只到村里去过三次", (await site.FindAsync()).Comments[^1].Place.Words);
    }

    private async Task LookAsync(RoundSite site, Person person, View view, string[] pages)
    {
        await using Window window = await OpenAsync(site, person, view);
        foreach (string page in pages)
        {
            await window.GoAsync(page);
            await window.LookAsync();
        }
    }

    private async Task<Window> OpenAsync(RoundSite site, Person person, View view)
    {
        Window window = await chromium.OpenAsync(site.Site.Address, view);
        await window.SignInAsync(site.Site.Address, await site.Site.Get<SessionStore>().StartAsync(person, "Chromium, Linux"));
        return window;
    }
}
