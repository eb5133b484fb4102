using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Tests.Features.Similar;

namespace Gongxing.Browser.Tests;

public class SimilarTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1366, "zh-CN", false)]
    [InlineData(390, "en", true)]
    public async Task Every_page_about_shared_passages_can_be_read_by_everybody(int width, string language, bool large)
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        await site.UploadAsync(SimilarSite.OtherText(SimilarSite.Shared, 2022), "去年.txt", site.Author);
        string round = await site.RoundAsync(await site.Site.PersonAsync(Roles.Verifier));
        var view = new View(width, language, large);
        string form = (await site.As(site.Clerk).GetAsync(site.Url)).Document
            .QuerySelector("a[href*='/similar/common?']")!.GetAttribute("href")!;

        await LookAsync(site, site.Author, view, [site.Url]);
        await LookAsync(
            site, site.Clerk, view, [site.Url, form, "/common-wording", $"{site.Url}/{site.Other.Id}", $"{round}/similar"]);
        (await site.As(site.Clerk).FillInAsync(form, ("Reason", "通知原文"))).Expect(System.Net.HttpStatusCode.Redirect);
        await LookAsync(site, site.Clerk, view, ["/common-wording"]);
    }

    private async Task LookAsync(SimilarSite site, Person person, View view, string[] pages)
    {
        await using Window window = await chromium.OpenAsync(site.Site.Address, view);
        await window.SignInAsync(site.Site.Address, await site.Site.Get<SessionStore>().StartAsync(person, "Chromium, Linux"));
        foreach (string page in pages)
        {
            await window.GoAsync(page);
            await window.LookAsync();
        }
    }
}
