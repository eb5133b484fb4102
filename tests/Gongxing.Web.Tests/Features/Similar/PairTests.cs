using System.Net;
using Gongxing.Core.Materials;
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
    public async Task What_circulates_among_the_drafts_of_a_round_is_shown_with_its_places_to_who_may_read_them()
    {
        const string Words = "要把接访下访作为第一件大事来抓，包案领导须当面听、当场答、按期回访，谁接的谁负责到底，不得转给下级一推了之";
        string[] names = ["甲一", "乙二", "丙三", "丁四", "戊五", "己六", "庚七", "辛八", "壬九", "癸十"];
        await using SimilarSite site = await SimilarSite.StartAsync();
        string round = await site.RoundAsync(await site.Site.PersonAsync(Roles.Verifier));
        var statements = new List<Material>();
        var authors = new List<Person>();
        foreach (string name in names)
        {
            authors.Add(await site.Site.PersonAsync(Roles.Author, name, site.Town.Id));
            string own = string.Concat(Enumerable.Range(0, 400).Select(i => (char)(0x4E00 + (((i * 37) + (name[0] * 101)) % 20000))));
            statements.Add(await site.UploadAsync($"个人对照检查材料\n{own}。\n{Words}。", $"{name}.txt", authors[^1]));
            (await site.As(site.Clerk).FillInAsync($"{round}/statements", ("Chosen", $"{statements[^1].Id.Value}"))).Expect(HttpStatusCode.Redirect);
        }

        Page page = await site.As(site.Clerk).GetAsync($"{round}/similar");
        Page ofAuthor = await site.As(authors[0]).GetAsync($"{round}/similar");

        Assert.Contains("这段话出现在 10 份稿子里", page.Text, StringComparison.Ordinal);
        Assert.Contains(Words, Assert.Single(page.All("#circulating ~ .shared .text")), StringComparison.Ordinal);
        string[] links = [.. page.Document.QuerySelectorAll("#circulating ~ .shared li a").Select(link => link.GetAttribute("href")!)];
        Assert.Equal(statements.Select(one => $"/materials/{one.Id}#p2").Order(StringComparer.Ordinal), links.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Words, ofAuthor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("乙二", ofAuthor.Text, StringComparison.Ordinal);
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
