using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Remarks;
using Gongxing.Documents.OfficialFormat;
using Gongxing.Storage.Materials;
using Gongxing.Web.Tests.Features.Materials;

namespace Gongxing.Web.Tests.Features.Remarks;

public class ReviewFileTests
{
    [Fact]
    public async Task A_text_comes_back_as_a_paper_in_the_form_that_was_chosen_with_comments()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank, "张三 材料.txt");
        Browser browser = site.SignedInAs(clerk);

        Page file = (await browser.GetAsync($"/materials/{material.Id}/review/comments.docx")).Expect(HttpStatusCode.OK);

        Assert.Equal("no-store", file.Response.Headers.CacheControl!.ToString());
        Assert.Equal(
            $"attachment; filename*=UTF-8''{Uri.EscapeDataString("张三 材料（批注）.docx")}",
            Disposition(file));
        Assert.Contains("没填的内容", Part(file, "word/comments.xml"), StringComparison.Ordinal);
        Assert.Contains("到XX村去过三次", Words(Part(file, "word/document.xml")), StringComparison.Ordinal);

        string other = FormatProfiles.BuiltIn[1].Id;
        Page local = await browser.GetAsync($"/materials/{material.Id}/review/comments.docx?profile={other}");
        Assert.NotEqual(Part(file, "word/document.xml"), Part(local, "word/document.xml"));
    }

    [Fact]
    public async Task The_writers_own_file_comes_back_with_comments_and_what_is_dealt_with_is_asked_no_more()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);
        Material text = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);
        byte[] docx = (await browser.GetAsync($"/materials/{text.Id}/review/comments.docx")).Body;
        (await browser.UploadAsync(("自己的.docx", docx))).Expect(HttpStatusCode.Redirect);
        await site.ReadAllAsync(clerk);
        Material own = (await site.Get<MaterialStore>().ListAsync(clerk, null, null, 1))[0].Material;
        string url = $"/materials/{own.Id}/review";

        string before = Part(await browser.GetAsync($"{url}/comments.docx"), "word/comments.xml");
        await browser.DecideAsync(url, RemarkAct.Reject, "就是这样");
        Page after = await browser.GetAsync($"{url}/comments.docx");

        // The file had one comment on the blank already, which stays.
        Assert.Equal(2, Count(before, "没填的内容"));
        Assert.Equal(1, Count(Part(after, "word/comments.xml"), "没填的内容"));
    }

    [Fact]
    public async Task The_page_names_what_found_no_place_in_the_file_and_gives_the_file_all_the_same()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);
        Browser browser = site.SignedInAs(clerk);
        string url = $"/materials/{material.Id}/review";
        string number = ReviewSite.Blank(await browser.GetAsync(url)).Number;

        Page page = await browser.GetAsync($"{url}?leftOut={number}&leftOut=999&leftOutOthers=1&format=national");

        Assert.Equal("有 2 条在 Word 文件里没有位置，没有写成批注", Assert.Single(page.All(".notice h2")));
        Assert.StartsWith($"{number}. 留空待填", page.All(".notice li")[0], StringComparison.Ordinal);
        Assert.Equal(2, page.All(".notice li").Length);
        (await browser.GetAsync(page.Document.QuerySelector(".notice a.button")!.GetAttribute("href")!)).Expect(HttpStatusCode.OK);
        Assert.Empty((await browser.GetAsync(url)).All(".notice"));
    }

    [Fact]
    public async Task The_list_of_remarks_says_what_was_decided_and_the_summary_what_the_statement_says()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);
        Browser browser = site.SignedInAs(clerk);
        string url = $"/materials/{material.Id}/review";
        await browser.DecideAsync(url, RemarkAct.Reject, "县里统一这样写");

        string list = Words(Part(await browser.GetAsync($"{url}/remarks.docx"), "word/document.xml"));
        string summary = Words(Part(await browser.GetAsync($"{url}/structure.docx"), "word/document.xml"));

        Assert.Contains("不采纳，理由：县里统一这样写", list, StringComparison.Ordinal);
        Assert.Contains("理论学习不够深入", summary, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{url}/other.docx")).Status);
    }

    [Fact]
    public async Task The_review_as_a_page_of_its_own_and_for_programs_has_every_remark()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);
        Browser browser = site.SignedInAs(clerk);
        string url = $"/materials/{material.Id}/review";
        int remarks = (await browser.GetAsync(url)).All(".question").Length;

        Page html = await browser.GetAsync($"{url}/review.html");
        using JsonDocument json = JsonDocument.Parse((await browser.GetAsync($"{url}/review.json")).Body);
        using JsonDocument sarif = JsonDocument.Parse((await browser.GetAsync($"{url}/review.sarif")).Body);

        Assert.StartsWith("attachment", html.Response.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
        Assert.Contains("没填的内容", html.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html.Html, StringComparison.Ordinal);
        Assert.Equal(remarks, json.RootElement.GetProperty("documents")[0].GetProperty("diagnostics").GetArrayLength());
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        Assert.Equal(remarks, sarif.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    private static string Disposition(Page page) =>
        string.Join("; ", page.Response.Content.Headers.GetValues("Content-Disposition").Single().Split("; ")
            .Where(part => !part.StartsWith("filename=", StringComparison.Ordinal)));

    private static string Part(Page page, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(page.Body));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Words(string xml) =>
        string.Concat(System.Xml.Linq.XDocument.Parse(xml).Descendants()
            .Where(element => element.Name.LocalName == "t").Select(element => element.Value));

    private static int Count(string text, string words) => text.Split(words).Length - 1;
}
