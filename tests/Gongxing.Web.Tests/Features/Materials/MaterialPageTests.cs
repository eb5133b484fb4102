using System.Net;
using Gongxing.Core.Materials;
using Gongxing.Core.People;

namespace Gongxing.Web.Tests.Features.Materials;

public class MaterialPageTests
{
    [Fact]
    public async Task The_text_is_marked_and_each_mark_is_reached_from_the_outline()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk);

        Page page = await site.SignedInAs(clerk).GetAsync($"/materials/{material.Id}");

        Assert.Contains("理论学习不够深入", page.Document.QuerySelector("mark.finding#F1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("思想认识有偏差", page.Document.QuerySelector("mark.cause#K1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("加强理论学习", page.Document.QuerySelector("mark.measure#M1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#F2", page.Document.QuerySelector("#o-F2 a")!.GetAttribute("href"));
        Assert.Contains("时限：2024年6月底前", page.Text, StringComparison.Ordinal);
        Assert.Contains("模板 2023年度主题教育专题民主生活会", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_word_of_the_document_stands_on_the_page_once()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk);

        Page page = await site.SignedInAs(clerk).GetAsync($"/materials/{material.Id}");

        foreach (var link in page.Document.QuerySelectorAll("article mark a"))
        {
            link.Remove();
        }

        string[] shown = [.. page.Document.QuerySelectorAll("article [id^=p]").Select(line => line.TextContent.Trim())];
        Assert.Equal(MaterialSite.Statement.Split('\n'), shown);
    }

    [Fact]
    public async Task Who_may_not_see_a_material_is_told_the_same_as_if_there_were_none()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk);
        Gongxing.Core.People.Office elsewhere = await site.OfficeAsync("水利站");
        Person[] strangers =
        [
            await site.PersonAsync(Roles.Clerk, office: elsewhere.Id),
            await site.PersonAsync(Roles.Head, office: elsewhere.Id),
            await site.PersonAsync(Roles.Verifier),
            await site.PersonAsync(Roles.Author),
        ];

        foreach (Person stranger in strangers)
        {
            foreach (string page in new[] { "", "/file", "/drafts", "/revisions", "/description", "/elements/F1", "/paragraphs/0" })
            {
                Assert.Equal(
                    HttpStatusCode.NotFound,
                    (await site.SignedInAs(stranger).GetAsync($"/materials/{material.Id}{page}")).Status);
            }
        }
    }

    [Fact]
    public async Task A_head_reads_the_material_and_corrects_nothing()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk);
        Browser head = site.SignedInAs(await site.PersonAsync(Roles.Head));

        Page page = await head.GetAsync($"/materials/{material.Id}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.All("a[href*=elements]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync($"/materials/{material.Id}/elements/F1")).Status);
    }

    [Fact]
    public async Task The_file_comes_back_as_a_download_byte_by_byte()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk);

        Page file = await site.SignedInAs(clerk).GetAsync($"/materials/{material.Id}/file");

        Assert.Equal(MaterialSite.Bytes(MaterialSite.Statement), file.Body);
        Assert.Equal("attachment", file.Response.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task A_file_of_another_kind_than_its_name_says_is_read_and_the_page_says_so()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, MaterialSite.Statement, "材料.docx");

        Page page = await site.SignedInAs(clerk).GetAsync($"/materials/{material.Id}");

        Assert.Contains("文件名以 .docx 结尾，内容其实是纯文本，已按纯文本读取。", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_file_is_given_up_with_a_sentence_and_the_site_goes_on()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);
        byte[] deep = MaterialSite.Bytes(string.Concat(Enumerable.Repeat("<div>", 200_000)) + "深");

        await browser.UploadAsync(("深.html", deep));
        await site.ReadAllAsync(clerk);

        Assert.Contains("嵌套超过", (await browser.GetAsync("/materials")).Text, StringComparison.Ordinal);
        Material next = await site.ReadMaterialAsync(clerk);
        Assert.Equal(MaterialState.Read, next.State);
    }
}
