using System.Text;
using System.Text.RegularExpressions;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Tests;
using Gongxing.Web.Tests.Features.Materials;
using Microsoft.Playwright;

namespace Gongxing.Browser.Tests;

/// <summary>What comes out of the printer: sheets turned one way all through a page, and none of them empty.</summary>
public partial class PrintTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_wide_page_is_turned_from_its_title_on_and_a_short_one_takes_one_sheet()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk);
        Web.Tests.Browser browser = site.SignedInAs(clerk);
        string proposals = $"/materials/{material.Id}/proposals";
        await browser.PressOnAsync(await browser.FillInAsync(proposals, ("Rows[0].Due", "")), proposals, "确认生成 2 个事项");
        await using Window window = await chromium.OpenAsync(site.Address, new View(1366, "zh-CN", false));
        await window.SignInAsync(site.Address, await site.Get<SessionStore>().StartAsync(clerk, "Chromium, Linux"));

        Assert.Equal(["wide"], await SheetsAsync(window, "/ledger"));
        Assert.All(await SheetsAsync(window, $"/materials/{material.Id}/trace"), sheet => Assert.Equal("wide", sheet));
        Assert.Equal(["high"], await SheetsAsync(window, "/"));
        Assert.All(await SheetsAsync(window, $"/materials/{material.Id}"), sheet => Assert.Equal("high", sheet));
    }

    private static async Task<string[]> SheetsAsync(Window window, string url)
    {
        await window.GoAsync(url);
        byte[] pdf = await window.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        return
        [
            .. from Match box in MediaBox().Matches(Encoding.Latin1.GetString(pdf))
               let width = double.Parse(box.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)
               let height = double.Parse(box.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)
               select width > height ? "wide" : "high",
        ];
    }

    [GeneratedRegex(@"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")]
    private static partial Regex MediaBox();
}
