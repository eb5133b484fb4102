using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.EvidenceReuse;
using Gongxing.Web.Tests;
using Gongxing.Web.Tests.Features.Ledger;

namespace Gongxing.Browser.Tests;

public class EvidenceTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(1366, "zh-CN", false)]
    [InlineData(390, "zh-CN", false)]
    [InlineData(390, "en", true)]
    public async Task Pictures_that_are_alike_are_shown_side_by_side(int width, string language, bool large)
    {
        await using Site site = await Site.StartAsync();
        byte[] yard = IllustratedPaper.Picture("yard.jpg"), meeting = IllustratedPaper.Picture("meeting.jpg");
        (string first, _, _, _) = await ReportedItem.ReportedAsync(
            site, ("年度工作总结.docx", IllustratedPaper.Docx("现场情况", meeting, IllustratedPaper.Picture("yard-small.jpg"))));
        (string second, _, _, Person verifier) = await ReportedItem.ReportedAsync(
            site, ("三号地块整改情况.docx", IllustratedPaper.Docx("整改后", yard, meeting)), ("现场照片.jpg", yard));
        for (int i = 0; i < EvidenceMatches.MostOfOne; i++)
        {
            await ReportedItem.ReportedAsync(site, ("会议纪要.docx", IllustratedPaper.Docx($"第{i}次会议", meeting)));
        }

        await site.Get<EvidenceReader>().ReadAsync(verifier.Organisation, default);
        await using Window window = await chromium.OpenAsync(site.Address, new View(width, language, large));
        await window.SignInAsync(site.Address, await site.Get<SessionStore>().StartAsync(verifier, "Chromium, Linux"));

        await window.GoAsync($"{second}/measures/1/verification");
        await window.Page.Locator("ul.evidence summary").ClickAsync();
        await window.LookAsync();
        await window.GoAsync($"{second}/evidence/1/comparison/{first.Split('/')[^1]}/1");
        await window.LookAsync();

        int[] widths = await window.Page.EvaluateAsync<int[]>(
            """
            Promise.all([...document.querySelectorAll("img.evidence-picture")].map(async picture => {
              picture.loading = "eager";
              await picture.decode();
              return picture.naturalWidth;
            }))
            """);
        Assert.Equal([480, 200, 240, 240], widths);
    }
}
