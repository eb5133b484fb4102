using System.Net;
using Gongxing.Core.Duplicates;
using Gongxing.Core.People;
using Gongxing.Storage.Duplicates;

namespace Gongxing.Web.Tests.Features.Similar;

public class WordingTests
{
    private const string List = "/common-wording";

    [Fact]
    public async Task A_passage_marked_as_common_counts_no_longer_until_it_is_taken_back_and_both_stay_on_record()
    {
        await using SimilarSite site = await SimilarSite.StartAsync(other: SimilarSite.OtherText(SimilarSite.Shared));
        Browser clerk = site.As(site.Clerk);
        string form = Form(await clerk.GetAsync(site.Url))!;

        Page unreasoned = await clerk.FillInAsync(form, ("Reason", " "));
        Assert.Contains("请写明理由", Assert.Single(unreasoned.Errors), StringComparison.Ordinal);
        Assert.Empty(await EntriesAsync(site));
        (await clerk.FillInAsync(form, ("Reason", "防汛办的通知要求统一这样写"))).Expect(HttpStatusCode.Redirect);

        Assert.Contains("没有发现", (await clerk.GetAsync(site.Url)).Text, StringComparison.Ordinal);
        Page list = await clerk.GetAsync(List);
        Assert.Contains("经办人丁 标为常用表述：防汛办的通知要求统一这样写", list.Text, StringComparison.Ordinal);
        Assert.Equal(SimilarSite.Shared.TrimEnd('。'), Assert.Single(list.All(".text.whole")));

        string withdrawal = list.Document.QuerySelector("a[href$=withdrawal]")!.GetAttribute("href")!;
        Assert.Single((await clerk.FillInAsync(withdrawal, ("Reason", ""))).Errors);
        (await clerk.FillInAsync(withdrawal, ("Reason", "通知里没有这段话"))).Expect(HttpStatusCode.Redirect);

        Assert.Single((await clerk.GetAsync(site.Url)).All(".match"));
        Assert.Equal(2, (await clerk.GetAsync(List)).All(".timeline li").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(withdrawal)).Status);
        Assert.Equal([WordingAct.Withdraw, WordingAct.Allow], (await EntriesAsync(site)).Select(entry => entry.Act));
    }

    [Fact]
    public async Task Who_answers_for_all_or_reviews_the_statement_marks_and_nobody_else()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        Person reviewer = await site.Site.PersonAsync(Roles.Verifier, "督查员丙");
        await site.RoundAsync(reviewer);
        string form = Form(await site.As(site.Clerk).GetAsync(site.Url))!;
        (Person Person, bool May)[] cast =
        [
            (site.Clerk, true),
            (reviewer, true),
            (await site.Site.PersonAsync(Roles.Head), true),
            (site.Author, false),
            (site.Colleague, false),
            (await site.Site.PersonAsync(Roles.Clerk, office: site.Town.Id), false),
            (await site.Site.PersonAsync(Roles.Head, office: site.Town.Id), false),
            (await site.Site.PersonAsync(Roles.Verifier), false),
            (await site.Site.PersonAsync(Roles.Owner), false),
            (await site.Site.AdministratorAsync(), false),
        ];

        foreach ((Person person, bool may) in cast)
        {
            Browser browser = site.As(person);
            Page page = await browser.GetAsync(site.Url);
            Assert.Equal(may, Form(page) is not null);
            Assert.Equal(may, (await browser.GetAsync(form)).Status == HttpStatusCode.OK);
            string token = (await browser.GetAsync("/account")).Token;
            Page sent = await browser.PostAsync(form, ("Reason", " "), ("__RequestVerificationToken", token));
            Assert.Equal(may, sent.Status == HttpStatusCode.OK);
            if (!may)
            {
                sent = await browser.PostAsync(form, ("Reason", "伪造的"), ("__RequestVerificationToken", token));
                Assert.True(sent.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden);
            }
        }

        Assert.Empty(await EntriesAsync(site));
    }

    [Fact]
    public async Task Only_words_that_are_shared_are_marked()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        Browser clerk = site.As(site.Clerk);

        foreach (string span in (string[])["start=0&length=40", "start=-1&length=5", "start=0&length=999999", "start=0&length=0"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"{site.Url}/common?{span}")).Status);
        }
    }

    [Fact]
    public async Task What_a_reviewer_marked_another_one_does_not_take_back()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        Person reviewer = await site.Site.PersonAsync(Roles.Verifier, "督查员丙");
        Person second = await site.Site.PersonAsync(Roles.Verifier, "督查员戊");
        await site.RoundAsync(reviewer);
        Browser browser = site.As(reviewer);
        (await browser.FillInAsync(Form(await browser.GetAsync(site.Url))!, ("Reason", "通知原文"))).Expect(HttpStatusCode.Redirect);
        string withdrawal = $"{List}/{Assert.Single(await EntriesAsync(site)).Key}/withdrawal";

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(withdrawal)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.As(second).GetAsync(withdrawal)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.As(site.Author).GetAsync(List)).Status);
    }

    private static string? Form(Page page) => page.Document.QuerySelector("a[href*='/similar/common?']")?.GetAttribute("href");

    private static async Task<IReadOnlyList<WordingEntry>> EntriesAsync(SimilarSite site) =>
        await site.Site.Get<WordingStore>().EntriesAsync(site.Clerk.Organisation);
}
