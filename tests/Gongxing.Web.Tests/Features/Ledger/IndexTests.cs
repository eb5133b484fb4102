using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Web.Tests.Features.Materials;

namespace Gongxing.Web.Tests.Features.Ledger;

public class IndexTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_material_leads_to_its_items_and_that_list_to_all_others(bool onPostgres)
    {
        await using Site site = onPostgres ? await PostgresSite.StartAsync() : await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);
        Material material = await site.ReadMaterialAsync(clerk);
        await browser.FillInAsync(
            "/ledger/new", ("FindingTitle", "重点项目落地难"), ("Text", "无人跟踪"), ("Office", $"{clerk.Office.Value}"));
        Assert.Empty((await browser.GetAsync($"/materials/{material.Id}")).All("a[href^='/ledger?material=']"));
        string proposals = $"/materials/{material.Id}/proposals";
        await browser.PressOnAsync(await browser.FillInAsync(proposals, ("Rows[0].Due", "")), proposals, "确认生成 2 个事项");

        Page page = await browser.GetAsync($"/materials/{material.Id}");
        Assert.Equal(["台账事项（2）"], page.All("a[href^='/ledger?material=']"));
        Page list = await browser.GetAsync($"/ledger?material={material.Id}&sort=Number");

        Assert.Equal(2, list.All("tbody tr").Length);
        Assert.DoesNotContain("重点项目", list.Text, StringComparison.Ordinal);
        Assert.Contains($"只看这份材料的事项：{material.Title}", list.Text, StringComparison.Ordinal);
        Assert.Equal($"{material.Id.Value}", list.Document.QuerySelector("input[name=material]")!.GetAttribute("value"));
        string all = list.Document.QuerySelector(".only a")!.GetAttribute("href")!;
        Assert.Equal("/ledger?sort=Number", all);
        Assert.Equal(3, (await browser.GetAsync(all)).All("tbody tr").Length);
    }

    [Fact]
    public async Task Who_may_not_see_the_material_is_not_told_its_title()
    {
        await using Site site = await Site.StartAsync();
        Material material = await site.ReadMaterialAsync(await site.PersonAsync(Roles.Clerk));
        Browser verifier = site.SignedInAs(await site.PersonAsync(Roles.Verifier));

        Page list = await verifier.GetAsync($"/ledger?material={material.Id}");

        Assert.Contains("这份材料您无权查看", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(material.Title!, list.Html, StringComparison.Ordinal);
    }
}
