using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Remarks;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Web.Tests;
using Gongxing.Web.Tests.Features.Materials;
using Gongxing.Web.Tests.Features.Remarks;

namespace Gongxing.Browser.Tests;

public class MaterialsTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string WithTable =
        """
        <h1>查摆问题整改台账</h1><table><tr><th>序号</th><th>查摆问题</th><th>整改措施</th></tr>
        <tr><td>1</td><td>调研次数少</td><td>每季度蹲点2天</td></tr></table><p>说明：以上由办公室填报。</p>
        """;

    [Theory]
    [InlineData(1366, "zh-CN", false)]
    [InlineData(390, "zh-CN", false)]
    [InlineData(1366, "zh-CN", true)]
    [InlineData(390, "en", true)]
    public async Task Every_page_of_a_material_can_be_read_by_everybody(int width, string language, bool large)
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk, "经办人甲");
        Material material = await site.ReadMaterialAsync(clerk);
        Material table = await site.ReadMaterialAsync(clerk, WithTable, "台账.html");
        Material broken = await site.ReadMaterialAsync(clerk, " ", "空白.txt");
        Material asked = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank, "待填.txt");
        await site.SignedInAs(clerk).DecideAsync($"/materials/{asked.Id}/review", RemarkAct.Reject, "县里统一这样写");
        await site.SignedInAs(clerk).UploadAsync(
            $"/materials/{asked.Id}/drafts", "Files", [("新稿.txt", MaterialSite.Bytes(ReviewSite.WithBlank + "\n补充一句。"))]);
        await site.ReadAllAsync(clerk);
        Material next = (await site.Get<MaterialStore>().ListAsync(clerk, null, null, 1))[0].Material;
        await site.SignedInAs(clerk).FillInAsync($"/materials/{material.Id}/elements/F1", ("Title", "学用脱节"));
        await using Window window = await chromium.OpenAsync(site.Address, new View(width, language, large));
        await window.SignInAsync(site.Address, await site.Get<SessionStore>().StartAsync(clerk, "Chromium, Linux"));

        string[] pages =
        [
            "/materials", "/materials?state=Unreadable", $"/materials?batch={material.Id}",
            $"/materials/{material.Id}", $"/materials/{table.Id}", $"/materials/{broken.Id}", $"/materials/{material.Id}/drafts",
            $"/materials/{material.Id}/elements/F1", $"/materials/{material.Id}/elements/M1?seen=1",
            $"/materials/{material.Id}/paragraphs/1", $"/materials/{material.Id}/description",
            $"/materials/{material.Id}/review", $"/materials/{asked.Id}/review", $"/materials/{asked.Id}/review?state=Rejected",
            $"/materials/{next.Id}/review?all=true", $"/materials/{next.Id}/drafts", $"/materials/{next.Id}/drafts?whole=true",
            $"/materials/{table.Id}/review", "/rules", "/rules/C18/blanks",
            $"/materials/{material.Id}/revisions", $"/materials/{material.Id}/proposals", "/search?q=蹲点", "/search?q=蹲",
            "/search?q=没有的字",
        ];
        foreach (string page in pages)
        {
            await window.GoAsync(page);
            await window.LookAsync();
        }
    }

    [Fact]
    public async Task From_a_file_to_items_of_the_ledger()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk, "经办人甲");
        await using Window window = await chromium.OpenAsync(site.Address, new View(1366, "zh-CN", false));
        await window.SignInAsync(site.Address, await site.Get<SessionStore>().StartAsync(clerk, "Chromium, Linux"));
        await window.GoAsync("/materials");
        await window.Page.Locator("#Files").SetInputFilesAsync(new Microsoft.Playwright.FilePayload
        {
            Name = "材料.txt",
            MimeType = "text/plain",
            Buffer = MaterialSite.Bytes(MaterialSite.Statement),
        });
        await window.PressAsync("上传并读取");
        await window.Page.GetByText("这次上传的 1 份都读完了").WaitForAsync();
        // Until its review has come too, the page goes on loading itself anew.
        await window.Page.Locator("progress.good").Nth(1).WaitForAsync();
        await window.LookAsync();

        await window.Page.Locator("tbody a").First.ClickAsync();
        await window.PressAsync("生成整改台账");
        await window.PressAsync("下一步：核对数目");
        await window.LookAsync();
        await window.PressAsync("确认生成 2 个事项");
        await window.LookAsync();

        Assert.Contains("已生成 2 个整改事项", await window.Page.Locator(".notice").InnerTextAsync(), StringComparison.Ordinal);
    }
}
