using System.Net;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Remarks;
using Gongxing.Storage.Materials;
using Gongxing.Web.Tests.Features.Remarks;

namespace Gongxing.Web.Tests.Features.Materials;

public class DraftsTests
{
    [Fact]
    public async Task The_next_draft_says_what_is_answered_and_shows_what_was_changed_side_by_side()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material first = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);
        Browser browser = site.SignedInAs(clerk);

        Material second = await NextAsync(
            site, clerk, first, ReviewSite.WithBlank.Replace("到XX村去过三次", "到云岭村去过五次", StringComparison.Ordinal));

        Page page = (await browser.GetAsync($"/materials/{second.Id}/drafts")).Expect(HttpStatusCode.OK);
        Assert.Contains("第 1 稿问过的，第 2 稿答了没有", page.Text, StringComparison.Ordinal);
        Assert.Contains("没填的内容", page.Document.QuerySelector("#progress")!.ParentElement!.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("改 1 段", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0 段", page.Text, StringComparison.Ordinal);
        Assert.Equal(["XX", "三"], page.All(".diff del"));
        Assert.Equal(["云岭", "五"], page.All(".diff ins"));
        Assert.DoesNotContain("今后的整改措施", page.Document.QuerySelector(".diff")!.TextContent, StringComparison.Ordinal);

        Page whole = await browser.GetAsync($"/materials/{second.Id}/drafts?whole=true");
        Assert.Contains("今后的整改措施", whole.Document.QuerySelector(".diff")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_is_carried_to_the_next_draft_and_a_promise_not_kept_is_open_again()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);
        Material first = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);
        await browser.DecideAsync($"/materials/{first.Id}/review", RemarkAct.Adopt);
        Material second = await NextAsync(site, clerk, first, ReviewSite.WithBlank + "\n补充一句。");

        Page still = await browser.GetAsync($"/materials/{second.Id}/review");
        (string number, _) = ReviewSite.Blank(still);
        Assert.Contains("这一稿里还在", still.All($"#q{number} .decided").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("handled", still.Document.QuerySelector($"#q{number}")!.ClassList);

        await browser.DecideAsync($"/materials/{second.Id}/review", RemarkAct.Reject, "县里统一这样写");
        Material third = await NextAsync(site, clerk, second, ReviewSite.WithBlank + "\n再补充一句。");

        Page carried = await browser.GetAsync($"/materials/{third.Id}/review");
        (number, _) = ReviewSite.Blank(carried);
        Assert.StartsWith("第 2 稿时", carried.All($"#q{number} .decided").Single(), StringComparison.Ordinal);
        Assert.Contains("handled", carried.Document.QuerySelector($"#q{number}")!.ClassList);
        Page progress = await browser.GetAsync($"/materials/{third.Id}/drafts?with=1");
        Assert.Contains("第 1 稿与第 3 稿的改动", progress.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_words_that_were_changed_the_page_says_what_was_decided_before_and_asks_again()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);
        Material first = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);
        await browser.DecideAsync($"/materials/{first.Id}/review", RemarkAct.Reject, "村名待县里统一");
        Material second = await NextAsync(
            site, clerk, first, ReviewSite.WithBlank.Replace("到XX村去过三次", "到××村去过四次", StringComparison.Ordinal));

        Page page = await browser.GetAsync($"/materials/{second.Id}/review");

        string number = ReviewSite.Blank(page).Number;
        string before = page.All($"#q{number} .decided").Single();
        Assert.StartsWith("第 1 稿时，人员1", before, StringComparison.Ordinal);
        Assert.EndsWith("不采纳，理由：村名待县里统一。字改过了，同样的问题还在，请再定一次。", before, StringComparison.Ordinal);
        Assert.DoesNotContain("handled", page.Document.QuerySelector($"#q{number}")!.ClassList);
        Assert.Equal("村名待县里统一", page.Document.QuerySelector($"#q{number} input[name=Reason]")!.GetAttribute("value"));

        await browser.DecideAsync($"/materials/{second.Id}/review", RemarkAct.Reject, "村名仍待统一");
        Page decided = await browser.GetAsync($"/materials/{second.Id}/review");
        Assert.EndsWith("理由：村名仍待统一", decided.All($"#q{number} .decided").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_draft_has_nothing_to_be_compared_with_and_a_reader_has_no_form()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Person head = await site.PersonAsync(Roles.Head);
        Material material = await site.ReadMaterialAsync(clerk);
        string url = $"/materials/{material.Id}/drafts";
        Browser browser = site.SignedInAs(head);

        Page page = await browser.GetAsync(url);

        Assert.Contains("现在只有一稿", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("input[type=file]"));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await browser.PostAsync(url, ("__RequestVerificationToken", page.Token))).Status);
    }

    private static async Task<Material> NextAsync(Site site, Person clerk, Material before, string text)
    {
        Page sent = await site.SignedInAs(clerk).UploadAsync(
            $"/materials/{before.Id}/drafts", "Files", [("新稿.txt", MaterialSite.Bytes(text))]);
        sent.Expect(HttpStatusCode.Redirect);
        await site.ReadAllAsync(clerk);
        return (await site.Get<MaterialStore>().ListAsync(clerk, null, null, 1))[0].Material;
    }
}
