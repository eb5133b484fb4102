using System.Net;
using Gongxing.Core.People;

namespace Gongxing.Web.Tests.Features.Similar;

public class PairTests
{
    [Fact]
    public async Task Both_texts_stand_whole_and_a_number_leads_to_the_same_passage_in_the_other()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();

        Page page = await site.As(site.Clerk).GetAsync($"{site.Url}/{site.Other.Id}");

        string[] texts = page.All(".whole-texts article");
        Assert.Contains("李家湾支渠漏水", texts[0], StringComparison.Ordinal);
        Assert.Contains("通往松树坪的水泥路", texts[1], StringComparison.Ordinal);
        Assert.Equal("#b1", page.Document.QuerySelector("#a1")!.GetAttribute("href"));
        Assert.Equal("#a1", page.Document.QuerySelector("#b1")!.GetAttribute("href"));
        Assert.Contains("没有逐个水库", string.Concat(page.All(".b mark")), StringComparison.Ordinal);
        Assert.Contains(page.All(".b .passage"), changed => changed.Contains("值班室", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_round_shows_which_of_the_statements_sent_for_review_share_passages()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        string round = await site.RoundAsync(await site.Site.PersonAsync(Roles.Verifier));
        Browser clerk = site.As(site.Clerk);

        // New drafts that were not sent change nothing.
        await site.UploadDraftAsync(site.Own, SimilarSite.OwnText("全部改写了，去过的十二座水库各有一行记录。"), site.Author);
        await site.UploadDraftAsync(site.Other, SimilarSite.OtherText("也改写了，新装的两部电话每晚八点试打一次。"), site.Colleague);
        Page page = await clerk.GetAsync($"{round}/similar");

        Assert.Contains("1 对有相同的段落", page.Text, StringComparison.Ordinal);
        string link = page.Document.QuerySelector("table.cards tbody a")!.GetAttribute("href")!;
        Assert.Equal(2, page.Document.QuerySelectorAll(".all-with-all .hit").Length);
        Page pair = (await clerk.GetAsync(link)).Expect(HttpStatusCode.OK);
        Assert.NotNull(pair.Document.QuerySelector("#a1"));
        Assert.Contains($"{round}/similar", (await clerk.GetAsync(round)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_finds_in_a_round_nothing_to_compare_with()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        string round = await site.RoundAsync(await site.Site.PersonAsync(Roles.Verifier));

        Page page = await site.As(site.Author).GetAsync($"{round}/similar");

        Assert.Contains("不足两份", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("副镇长乙", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.As(await site.Site.PersonAsync(Roles.Owner)).GetAsync($"{round}/similar")).Status);
    }

    [Fact]
    public async Task A_reviewer_comments_on_the_words_of_the_passage()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        Person reviewer = await site.Site.PersonAsync(Roles.Verifier, "督查员丙");
        await site.RoundAsync(reviewer);
        Browser browser = site.As(reviewer);

        string comment = (await browser.GetAsync(site.Url)).Document.QuerySelector("a[href*='/comments/new']")!.GetAttribute("href")!;
        Page form = await browser.GetAsync(comment);

        Assert.Contains("没有逐个水库去核对人员和电话", Assert.Single(form.All("blockquote")), StringComparison.Ordinal);
        (await browser.FillInAsync(comment, ("Text", "这一段别的材料里也有，您那里是什么情况？"))).Expect(HttpStatusCode.Redirect);
        Assert.DoesNotContain("/comments/new", (await site.As(site.Clerk).GetAsync(site.Url)).Html, StringComparison.Ordinal);
    }
}
