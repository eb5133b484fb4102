using System.Net;
using AngleSharp.Dom;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.Materials;
using Gongxing.Web.Tests.Features.Materials;

namespace Gongxing.Web.Tests.Features.Trace;

public class IndexTests
{
    private const string Statement =
        """
        2023年度民主生活会个人对照检查材料
        一、存在的主要问题
        1.理论学习不够深入。满足于读原文，学用脱节。
        2.财务报销把关不严。有两张发票过期入账。
        二、产生问题的原因
        1.理论学习抓得不紧。总觉得工作忙，学习可以放一放。也没有定期检查的制度。
        三、今后的整改措施
        1.加强理论学习。每月集中学习1次。
        """;

    [Fact]
    public async Task Gaps_are_told_first_and_the_picture_and_the_table_say_the_same()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, Statement);

        Page page = await site.SignedInAs(clerk).GetAsync($"/materials/{material.Id}/trace");

        Assert.Contains("2 个问题：1 个没有对应的原因，1 个没有对应的措施", page.Text, StringComparison.Ordinal);
        Assert.Equal("缺原因和措施", page.Document.QuerySelector("#r-F2 .tag")!.TextContent);
        Assert.Equal("已对应", page.Document.QuerySelector("#r-F1 .tag")!.TextContent);
        IElement picture = page.Document.QuerySelector("svg.sankey")!;
        Assert.Equal(["缺原因和措施"], picture.QuerySelectorAll(".lack").Select(lack => lack.TextContent).Where(lack => lack.Length > 0));
        Assert.Equal(2, picture.QuerySelectorAll(".band").Length);
        Assert.DoesNotContain(page.Document.All, element => element.HasAttribute("style"));
    }

    [Fact]
    public async Task Where_only_a_theme_is_shared_the_table_says_that_the_review_asks()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(
            clerk,
            """
            2023年度民主生活会个人对照检查材料
            一、存在的主要问题
            （一）理论学习不够深入。满足于读原文，学用脱节。
            （二）抓落实不够坚决。安排布置多，具体执行少，工作的责任链条没有焊紧。
            （三）联系群众不够紧密。走访入户少，对诉求了解不多。
            （四）读书不系统。学习凑学时，笔记抄来抄去。
            二、产生问题的原因
            （一）学习抓得不紧。总觉得工作忙，学习可以放一放。
            （二）担当精神有所弱化。部署多，抓落实少，缺乏啃硬骨头的勇气。
            三、今后的整改措施
            （一）加强理论学习。每月集中学习1次。
            （二）强化责任担当。正人先正己，发挥表率作用，每月走访群众两次。
            """);
        Browser browser = site.SignedInAs(clerk);
        string url = $"/materials/{material.Id}/trace";

        IElement asked = (await browser.GetAsync(url)).Document.QuerySelector("#r-F2 a.tag")!;
        Assert.Equal("审阅问：问题没有措施", asked.TextContent);
        Page review = await browser.GetAsync(asked.GetAttribute("href")!);
        string number = asked.GetAttribute("href")!.Split('#')[1];
        Assert.Contains("抓落实不够坚决", review.Document.GetElementById(number)!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_added_by_choosing_both_ends_and_the_gap_is_gone()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, Statement);
        Browser browser = site.SignedInAs(clerk);

        Page done = await browser.FillInAsync($"/materials/{material.Id}/trace", ("From", "F2"), ("To", "K1"));

        Assert.Equal($"/materials/{material.Id}/trace#r-F2", done.Location);
        Page page = await browser.FollowAsync(done);
        Assert.Contains("2 个问题都有对应的原因和措施", page.Text, StringComparison.Ordinal);
        StructureRevision revision = (await site.Get<MaterialStore>().StructureAsync(material))!;
        Assert.Equal((2, clerk.Id), (revision.Number, revision.By));
    }

    [Fact]
    public async Task The_fishbone_of_a_finding_sorts_the_reasons_and_lists_them()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, Statement);
        Browser browser = site.SignedInAs(clerk);

        Page page = await browser.GetAsync($"/materials/{material.Id}/trace?finding=F1");

        IElement card = page.Document.QuerySelector("#f-F1")!;
        Assert.Contains("思想认识", card.QuerySelector("svg.fishbone")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("也没有定期检查的制度", card.QuerySelector("ul")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "还没有对应的原因", (await browser.GetAsync($"/materials/{material.Id}/trace?finding=F2")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/materials/{material.Id}/trace?finding=F9")).Status);
    }

    [Fact]
    public async Task Whoever_may_only_read_sees_no_form_and_a_forged_one_is_refused()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, Statement);
        Browser head = site.SignedInAs(await site.PersonAsync(Roles.Head));
        Browser verifier = site.SignedInAs(await site.PersonAsync(Roles.Verifier));
        string url = $"/materials/{material.Id}/trace";

        Page page = await head.GetAsync(url);
        string token = (await head.GetAsync("/account/password")).Document
            .QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Page forged = await head.PostAsync(
            $"{url}?handler=Link", ("__RequestVerificationToken", token), ("Seen", "1"), ("From", "F2"), ("To", "K1"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, forged.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await verifier.GetAsync(url)).Status);
    }
}
