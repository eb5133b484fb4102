using System.Data.Common;
using System.Net;
using Dapper;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;
using Gongxing.Storage;
using Gongxing.Storage.People;
using Gongxing.Storage.Rounds;
using Gongxing.Web.Features.Similar;
using Gongxing.Web.Tests.Features.Materials;

namespace Gongxing.Web.Tests.Features.Similar;

public class MatchesTests
{
    [Fact]
    public async Task What_another_statement_has_too_stands_beside_it_with_whose_it_is_and_in_which_part()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();

        Page page = await site.As(site.Clerk).GetAsync(site.Url);

        string match = Assert.Single(page.All(".match"));
        Assert.StartsWith("石桥镇 副镇长乙 2023年度", match, StringComparison.Ordinal);
        Assert.Contains("防汛责任没有压实", Assert.Single(page.All(".match details")), StringComparison.Ordinal);
        Assert.Contains("没有逐个水库去核对人员和电话", Assert.Single(page.All(".sides .a .passage")), StringComparison.Ordinal);
        Assert.Contains("三座小水库值班室", Assert.Single(page.All(".sides .b .passage")), StringComparison.Ordinal);
        Assert.DoesNotContain(page.All(".sides .b mark"), equal => equal.Contains('三', StringComparison.Ordinal));
        Assert.Contains("由人判断", page.Text, StringComparison.Ordinal);
        Assert.Equal("其他材料", Assert.Single(page.All("#others")));
        string toText = page.Document.QuerySelector(".links a")!.GetAttribute("href")!;
        Page text = await site.As(site.Clerk).GetAsync(toText);
        Assert.Contains(
            "防汛责任没有压实",
            text.Document.QuerySelector(toText[toText.IndexOf('#', StringComparison.Ordinal)..])!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_sees_that_a_passage_is_shared_and_nothing_of_the_other_text()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        Browser author = site.As(site.Author);

        Page page = await author.GetAsync(site.Url);

        string hidden = Assert.Single(page.All(".text.whole"));
        Assert.Contains("没有逐个水库去核对人员和电话", hidden, StringComparison.Ordinal);
        Assert.Contains("这一段与别的材料相同", page.Text, StringComparison.Ordinal);
        string[] secrets =
        [
            SimilarSite.Secret, "三座", "值班室", "副镇长乙", "石桥镇", "乙的秘密文件", $"{site.Other.Id}", $"{site.Other.Id.Value}",
            $"{site.Other.Series.Value:D}",
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, page.Html, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(page.All(".match"));
        Page pair = await author.GetAsync($"{site.Url}/{site.Other.Id}");
        Assert.Equal(HttpStatusCode.NotFound, pair.Status);
        Page made = await author.GetAsync($"{site.Url}/{MaterialId.New()}");
        Assert.Equal(made.All("main"), pair.All("main"));
        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync($"/materials/{site.Other.Id}/similar/{site.Own.Id}")).Status);
    }

    [Fact]
    public async Task Who_hands_in_guess_after_guess_is_told_no_more_of_what_they_may_not_read_that_day()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        Browser author = site.As(site.Author);
        (await author.UploadAsync(
            [.. Enumerable.Range(2, MatchesModel.MostADay - 1).Select(i => ($"{i}.txt", MaterialSite.Bytes($"第{i}次试一句。")))]))
            .Expect(HttpStatusCode.Redirect);
        await site.Site.ReadAllAsync(site.Author);
        Material last = await site.UploadDraftAsync(site.Own, $"{SimilarSite.OwnText()}\n补一句。", site.Author);
        Material more = await site.UploadDraftAsync(
            site.Own, $"{SimilarSite.OwnText()}\n这里引用：“{SimilarSite.Shared}”\n{SimilarSite.Formula}", site.Author);

        Page told = await author.GetAsync($"/materials/{last.Id}/similar");
        Page ofClerk = await author.GetAsync(site.Url);
        await site.UploadAsync(SimilarSite.OwnText(year: 2022), "去年.txt", site.Author);
        Page untold = await author.GetAsync($"/materials/{more.Id}/similar");

        Assert.NotNull(told.Document.QuerySelector("#hidden"));
        Assert.Null(told.Document.QuerySelector("#untold"));
        Assert.NotNull(untold.Document.QuerySelector("#untold"));
        Assert.Contains($"前 {MatchesModel.MostADay} 份", untold.Text, StringComparison.Ordinal);
        Assert.All(
            (string[])["#hidden", "#quoted", "#mandated", "#circulating"],
            group => Assert.Null(untold.Document.QuerySelector(group)));

        // What they may read is told as ever, and so is everything to everybody else, and of what others handed in for them.
        Assert.Contains("2022年度", Assert.Single(untold.All(".match")), StringComparison.Ordinal);
        Assert.Equal(2, (await site.As(site.Clerk).GetAsync($"/materials/{more.Id}/similar")).All(".match").Length);
        Assert.NotNull(ofClerk.Document.QuerySelector("#hidden"));
    }

    [Fact]
    public async Task Everybody_sees_as_much_as_they_may_read()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        Person reviewer = await site.Site.PersonAsync(Roles.Verifier, "督查员丙");
        string round = await site.RoundAsync(reviewer);

        // C clerk who uploaded both, T clerk of the town, H head above all, E head elsewhere, R reviewer of the own one,
        // V another verifier, W owner, X administrator. b: both by name; r: both by name, of the other what is shared and no more,
        // and no overview; a: the own one, the other unnamed; n: not this page.
        (Person, char)[] cast =
        [
            (site.Clerk, 'b'),
            (await site.Site.PersonAsync(Roles.Head), 'b'),
            (await site.Site.PersonAsync(Roles.Clerk, office: site.Town.Id), 'a'),
            (reviewer, 'r'),
            (site.Author, 'a'),
            (site.Colleague, 'n'),
            (await site.Site.PersonAsync(Roles.Head, office: site.OtherTown.Id), 'n'),
            (await site.Site.PersonAsync(Roles.Verifier), 'n'),
            (await site.Site.PersonAsync(Roles.Owner, office: site.Town.Id), 'n'),
            (await site.Site.AdministratorAsync(), 'n'),
        ];
        foreach ((Person person, char sees) in cast)
        {
            Browser browser = site.As(person);
            Page own = await browser.GetAsync(site.Url);
            Page pair = await browser.GetAsync($"{site.Url}/{site.Other.Id}");
            Page overview = await browser.GetAsync($"{round}/similar");

            Assert.Equal(sees != 'n', own.Status == HttpStatusCode.OK);
            Assert.Equal(sees is 'b' or 'r' ? 1 : 0, own.All(".match").Length);
            Assert.Equal(sees == 'a' ? 1 : 0, own.All("#hidden").Length);
            Assert.Equal(sees is 'b' or 'r', pair.Status == HttpStatusCode.OK);
            Assert.Equal(sees == 'b' ? 1 : 0, overview.All("table.cards tbody tr").Length);
            Assert.Equal(sees == 'b', pair.Html.Contains("先修最急的路段", StringComparison.Ordinal));
            if (sees is not ('b' or 'r'))
            {
                Assert.All(
                    (Page[])[own, pair, overview],
                    page => Assert.DoesNotContain(SimilarSite.Secret, page.Html, StringComparison.Ordinal));
            }
        }

        // Elsewhere the reviewer has nothing of the other one, and nothing here either when the round is over.
        Browser asReviewer = site.As(reviewer);
        Assert.Equal(HttpStatusCode.NotFound, (await asReviewer.GetAsync($"/materials/{site.Other.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await asReviewer.GetAsync($"/materials/{site.Other.Id}/similar/{site.Own.Id}")).Status);
        (await site.As(site.Clerk).FillInAsync($"{round}/closure", ("Note", "审完了"))).Expect(HttpStatusCode.Redirect);
        Assert.Equal(HttpStatusCode.NotFound, (await asReviewer.GetAsync($"{site.Url}/{site.Other.Id}")).Status);
    }

    [Fact]
    public async Task Who_reviews_the_one_reads_of_the_other_the_passage_and_not_a_word_around_it()
    {
        await using SimilarSite site = await SimilarSite.StartAsync(
            $"{SimilarSite.OwnText()}\n{SimilarSite.Formula}",
            $"{SimilarSite.OtherText(SimilarSite.Shared)}\n钥匙放在镇上。{SimilarSite.Formula}");
        Person reviewer = await site.Site.PersonAsync(Roles.Verifier, "督查员丙");
        await site.RoundAsync(reviewer);
        Page head = await site.As(await site.Site.PersonAsync(Roles.Head)).GetAsync(site.Url);

        Page own = await site.As(reviewer).GetAsync(site.Url);
        Page pair = await site.As(reviewer).GetAsync($"{site.Url}/{site.Other.Id}");

        // Of the passage itself both show everything; what stands around it is for who may read the whole.
        Assert.Contains("两座小水库", Assert.Single(own.All(".sides .b .passage")), StringComparison.Ordinal);
        Assert.Contains(SimilarSite.Secret, head.Html, StringComparison.Ordinal);
        Assert.Contains("值班制度落得不实", head.Html, StringComparison.Ordinal);
        string[] around = [SimilarSite.Secret, "值班制度落得不实", "值班室常年", "公路养护", "钥匙放在"];
        Assert.All(
            (Page[])[own, pair],
            page => Assert.All(around, words => Assert.DoesNotContain(words, page.Html, StringComparison.Ordinal)));
        Assert.Single(pair.All("article.b .passage"));
    }

    [Fact]
    public async Task What_a_reviewer_saw_beside_a_statement_goes_with_the_assignment_the_role_and_the_other_one()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        Person reviewer = await site.Site.PersonAsync(Roles.Verifier, "督查员丙");
        string round = await site.RoundAsync(reviewer);
        Browser clerk = site.As(site.Clerk);
        IReadOnlyList<SubmissionLine> lines = await site.Site.Get<RoundListStore>().LinesAsync(site.Clerk, round: null);
        SubmissionId own = lines.Single(line => line.Material == site.Own.Id).Id;
        SubmissionId other = lines.Single(line => line.Material == site.Other.Id).Id;
        PeopleStore people = site.Site.Get<PeopleStore>();

        await SeesAsync(true);
        (await clerk.FillInAsync($"/submissions/{other}/removal", ("Note", "放错了"))).Expect(HttpStatusCode.Redirect);
        await SeesAsync(false);
        (await clerk.FillInAsync($"{round}/statements", ("Chosen", $"{site.Other.Id.Value}"))).Expect(HttpStatusCode.Redirect);
        await SeesAsync(true);
        (await clerk.PressAsync($"/submissions/{own}/reviewers", "取消分派：督查员丙")).Expect(HttpStatusCode.Redirect);
        await SeesAsync(false);
        (await clerk.FillInAsync($"/submissions/{own}/reviewers", ("Reviewer", $"{reviewer.Id.Value}"))).Expect(HttpStatusCode.Redirect);
        await SeesAsync(true);
        await people.ChangeAsync(reviewer with { Roles = Roles.Owner }, site.Clerk.Id);
        await SeesAsync(false);
        await people.ChangeAsync(reviewer with { Office = site.OtherTown.Id }, site.Clerk.Id);
        await SeesAsync(true);

        async Task SeesAsync(bool sees)
        {
            Browser browser = site.As(reviewer);
            Page pair = await browser.GetAsync($"{site.Url}/{site.Other.Id}");
            Page page = await browser.GetAsync(site.Url);
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, pair.Status);
            Assert.Equal(sees ? 1 : 0, page.All(".match").Length);
            Assert.Equal(sees, $"{pair.Html}{page.Html}".Contains("副镇长乙", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_statement_of_the_same_person_from_an_earlier_year_stands_apart_from_others()
    {
        await using SimilarSite site = await SimilarSite.StartAsync(
            other: SimilarSite.OtherText("没有别的话了，这里也写一些与谁都不同的情况。"));
        Material earlier = await site.UploadAsync(SimilarSite.OtherText(SimilarSite.Shared, 2022), "去年.txt", site.Author);

        Page page = await site.As(site.Author).GetAsync(site.Url);

        Assert.StartsWith("云岭镇 镇长甲 2022年度", Assert.Single(page.All(".match")), StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("#own"));
        Assert.Null(page.Document.QuerySelector("#others"));
        Assert.NotNull((await site.As(site.Author).GetAsync($"/materials/{earlier.Id}/similar")).Document.QuerySelector("#own"));
    }

    [Fact]
    public async Task What_both_quote_is_a_quotation_and_does_not_count()
    {
        string quoted = $"文件里说：“{SimilarSite.Shared}”";
        await using SimilarSite site = await SimilarSite.StartAsync(
            SimilarSite.OwnText(quoted), SimilarSite.OtherText(quoted));

        Page page = await site.As(site.Clerk).GetAsync(site.Url);

        Assert.Empty(page.All(".match"));
        Assert.NotNull(page.Document.QuerySelector("#quoted"));
        Assert.Contains("没有逐个水库", Assert.Single(page.All(".text.whole")), StringComparison.Ordinal);
        Assert.DoesNotContain("%", page.Document.QuerySelector("#summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_any_such_text_says_is_common_wording_and_does_not_count()
    {
        await using SimilarSite site = await SimilarSite.StartAsync(
            SimilarSite.OwnText(SimilarSite.Formula), SimilarSite.OtherText(SimilarSite.Formula));

        Page page = await site.As(site.Clerk).GetAsync(site.Url);
        Page author = await site.As(site.Author).GetAsync(site.Url);

        Assert.Empty(page.All(".match"));
        Assert.NotNull(page.Document.QuerySelector("#mandated"));
        Assert.Contains("列出问题清单", Assert.Single(page.All(".text.whole")), StringComparison.Ordinal);
        Assert.DoesNotContain("%", page.Document.QuerySelector("#summary")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("[href*='similar/common']"));
        Assert.Null(author.Document.QuerySelector("#hidden"));
        Assert.NotNull(author.Document.QuerySelector("#mandated"));

        // Both may be read by a clerk; what anybody writes opens no colleague's statement to a reviewer.
        Person reviewer = await site.Site.PersonAsync(Roles.Verifier, "督查员丙");
        await site.RoundAsync(reviewer);
        Page pair = await site.As(site.Clerk).GetAsync($"{site.Url}/{site.Other.Id}");
        Assert.Contains("只有引用和常用表述", pair.Document.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("不计在内", Assert.Single(pair.All(".passages li")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.As(reviewer).GetAsync(site.Url)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.As(reviewer).GetAsync($"{site.Url}/{site.Other.Id}")).Status);
    }

    [Fact]
    public async Task Drafts_of_one_material_never_match_each_other_and_only_the_newest_of_others_counts()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        string changed = SimilarSite.OwnText("汛前十二座水库我都去过，值守表贴在墙上，电话一个一个打通了。");
        Material next = await site.UploadDraftAsync(site.Own, changed, site.Author);
        Browser head = site.As(await site.Site.PersonAsync(Roles.Head));

        Assert.Contains("没有发现", (await head.GetAsync($"/materials/{next.Id}/similar")).Text, StringComparison.Ordinal);
        Assert.Single((await head.GetAsync(site.Url)).All(".match"));
        Assert.Empty((await head.GetAsync($"/materials/{site.Other.Id}/similar")).All(".match"));
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/materials/{next.Id}/similar/{site.Own.Id}")).Status);
        Assert.Contains(
            "没有逐个水库", (await head.GetAsync($"/materials/{site.Other.Id}/similar/{site.Own.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_statement_is_found_no_longer()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        Browser clerk = site.As(site.Clerk);
        Assert.Single((await clerk.GetAsync(site.Url)).All(".match"));

        await site.Site.Get<Gongxing.Storage.Materials.MaterialStore>().RemoveAsync(site.Other, TimeProvider.System.GetUtcNow());

        Assert.Contains("没有发现", (await clerk.GetAsync(site.Url)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_many_statements_goes_round_and_is_no_pair_s()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        (string, byte[])[] files =
        [
            .. Enumerable.Range(0, 8).Select(i => ($"{i}.txt", MaterialSite.Bytes(
                $"第{i}份材料\n这里是各自写的开头{(char)('甲' + i)}。\n1.安全方面。{SimilarSite.Shared}\n完。"))),
        ];
        (await site.As(site.Clerk).UploadAsync(files)).Expect(HttpStatusCode.Redirect);
        await site.Site.ReadAllAsync(site.Clerk);

        Page page = await site.As(site.Author).GetAsync(site.Url);

        Assert.Contains("份材料里都有", page.Document.QuerySelector("#circulating")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#hidden"));
        Assert.DoesNotContain("%", page.Document.QuerySelector("#summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_short_text_nothing_is_claimed_and_of_one_that_is_not_read_it_is_said()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        Browser clerk = site.As(site.Clerk);
        Material brief = await site.UploadAsync($"2023年度民主生活会个人对照检查材料\n{SimilarSite.Shared}", "短.txt", site.Author);
        (await clerk.UploadAsync(("坏.docx", [1, 2, 3]))).Expect(HttpStatusCode.Redirect);
        await site.Site.ReadAllAsync(site.Clerk);
        Material broken = (await site.Site.Get<Gongxing.Storage.Materials.MaterialStore>()
            .ListAsync(site.Clerk, MaterialState.Unreadable, null, 1))[0].Material;

        Page shortly = await clerk.GetAsync($"/materials/{brief.Id}/similar");
        Assert.Contains("不足 300 字", shortly.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("没有发现", shortly.Text, StringComparison.Ordinal);
        Page unread = await clerk.GetAsync($"/materials/{broken.Id}/similar");
        Assert.Contains("还没有读成", unread.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("没有发现", unread.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_could_not_run_is_never_the_same_as_nothing_found()
    {
        await using SimilarSite site = await SimilarSite.StartAsync();
        await site.Site.Get<Database>().WriteAsync(
            site.Clerk.Organisation,
            (DbConnection connection, DbTransaction transaction) => connection.ExecuteAsync(
                "update material_document set content = @content where material = @Id",
                new { content = new byte[] { 1, 2, 3 }, site.Other.Id },
                transaction));

        Page page = await site.As(site.Clerk).GetAsync(site.Url);

        Assert.Contains("这次没有比成", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("没有发现", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.As(site.Clerk).GetAsync($"/materials/{site.Own.Id}")).Status);
    }
}
