using System.Net;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Relapses;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.Materials;
using Gongxing.Storage.Relapses;
using Gongxing.Web.Tests.Features.Materials;

namespace Gongxing.Web.Tests.Features.Relapses;

public class RelapseTests
{
    private const string Old = "值班带班不到岗。7月有3个夜班的带班领导不在岗，交接记录是事后补签的。";
    private const string New = "夜间带班脱岗。国庆期间2个夜班没有领导在岗，交接记录第二天才补。";

    [Fact]
    public async Task The_earlier_words_stand_beside_the_new_with_the_closing_day_and_the_evidence()
    {
        await using Site site = await Site.StartAsync();
        (Person clerk, _, Material now, LedgerItem item) = await ClosedAsync(site);

        Page page = await site.SignedInAs(clerk).GetAsync($"/materials/{now.Id}/relapses");

        string card = Assert.Single(page.All("article.card"));
        Assert.Contains("2022 年说过", card, StringComparison.Ordinal);
        Assert.Contains("已销号，2023 年又说了。还是同一个问题吗？", card, StringComparison.Ordinal);
        Assert.Contains("都提到", card, StringComparison.Ordinal);
        Assert.Contains("事后补签", card, StringComparison.Ordinal);
        Assert.Contains("第二天才补", card, StringComparison.Ordinal);
        Assert.Contains("带班签到册〔2022〕3号", card, StringComparison.Ordinal);
        Assert.Contains(item.Number, card, StringComparison.Ordinal);
        Assert.Contains("交接记录", page.All("article mark"));
    }

    [Fact]
    public async Task A_confirmed_relapse_links_both_items_and_leads_the_verifier_to_the_reopening()
    {
        await using Site site = await Site.StartAsync();
        (Person clerk, Person head, Material now, LedgerItem item) = await ClosedAsync(site);
        LedgerItem again = await ProposedAsync(site, clerk, now, 2023);
        Browser asHead = site.SignedInAs(head);
        string url = $"/materials/{now.Id}/relapses";

        Page done = await DecideAsync(asHead, url, RelapseAct.Confirm, "值班表和去年一样");

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Page page = await asHead.FollowAsync(done);
        Assert.Contains("已判断：是同一个问题", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/ledger/{item.Id}/reopening']"));
        Assert.Contains("2023年又说了这个问题：夜间带班脱岗 2023-0001", Flat(await asHead.GetAsync($"/ledger/{item.Id}")), StringComparison.Ordinal);
        Assert.Contains(
            "2022年说过这个问题：值班带班不到岗 2022-0001", Flat(await asHead.GetAsync($"/ledger/{again.Id}")), StringComparison.Ordinal);

        // The clerk keeps the ledger and reopens nothing: four eyes hold here as everywhere.
        Page ofClerk = await site.SignedInAs(clerk).GetAsync(url);
        Assert.Null(ofClerk.Document.QuerySelector($"a[href='/ledger/{item.Id}/reopening']"));
        Assert.Equal(LedgerState.Closed, (await site.Get<LedgerStore>().FindAsync(item.Organisation, item.Id))!.State);
    }

    [Fact]
    public async Task Refusing_needs_a_reason_and_can_be_taken_back()
    {
        await using Site site = await Site.StartAsync();
        (Person clerk, _, Material now, LedgerItem item) = await ClosedAsync(site);
        Browser browser = site.SignedInAs(clerk);
        string url = $"/materials/{now.Id}/relapses";

        Page without = await DecideAsync(browser, url, RelapseAct.Refuse, " ");
        Assert.Equal(HttpStatusCode.Conflict, without.Status);
        Assert.Single(without.Errors);

        await DecideAsync(browser, url, RelapseAct.Refuse, "那次是停电，这次是排班");
        Assert.Contains("已判断：不是同一个问题", (await browser.GetAsync(url)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("往年与后来", (await browser.GetAsync($"/ledger/{item.Id}")).Text, StringComparison.Ordinal);

        await DecideAsync(browser, url, RelapseAct.TakeBack, "");
        Assert.NotEmpty((await browser.GetAsync(url)).All("button[value=Refuse]"));
        Assert.Equal(
            [RelapseAct.Refuse, RelapseAct.TakeBack],
            (await site.Get<RelapseStore>().DecisionsAsync(now)).Select(decision => decision.Act));
    }

    [Fact]
    public async Task Of_two_who_judge_on_the_same_page_the_second_is_told()
    {
        await using Site site = await Site.StartAsync();
        (Person clerk, Person head, Material now, _) = await ClosedAsync(site);
        string url = $"/materials/{now.Id}/relapses";
        Browser late = site.SignedInAs(head);
        Page drawn = await late.GetAsync(url);

        await DecideAsync(site.SignedInAs(clerk), url, RelapseAct.Confirm, "");
        Page second = await late.PostAsync(url, [.. Fields(drawn, RelapseAct.Refuse, "不像"), ("__RequestVerificationToken", drawn.Token)]);

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("已判断：是同一个问题", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_author_reads_their_own_and_judges_nothing()
    {
        await using Site site = await Site.StartAsync();
        Person author = await site.PersonAsync(Roles.Author, "撰写人");
        Material then = await site.ReadMaterialAsync(author, Statement(2022, Old), "2022.txt");
        Material now = await site.ReadMaterialAsync(author, Statement(2023, New), "2023.txt");
        Assert.Equal((author.Id, author.Id), (then.Uploader, now.Uploader));
        Browser browser = site.SignedInAs(author);

        Page page = await browser.GetAsync($"/materials/{now.Id}/relapses");
        Page forged = await browser.PostAsync(
            $"/materials/{now.Id}/relapses",
            ("__RequestVerificationToken", page.Token),
            ("Seen", "0"),
            ("Finding", "F1"),
            ("Earlier", $"{then.Id}-0"),
            ("Act", "Confirm"));

        Assert.Contains("没有列入您能看到的台账", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("button[name=Act]"));
        Assert.True(forged.Status is HttpStatusCode.Forbidden or HttpStatusCode.Redirect);
        Assert.Empty(await site.Get<RelapseStore>().DecisionsAsync(now));
    }

    [Fact]
    public async Task A_colleagues_earlier_words_never_reach_an_author_of_the_same_office()
    {
        await using Site site = await Site.StartAsync();
        Person one = await site.PersonAsync(Roles.Author, "甲");
        Person other = await site.PersonAsync(Roles.Author, "乙");
        Person stranger = await site.PersonAsync(Roles.Author | Roles.Owner, "丙");
        await site.ReadMaterialAsync(one, Statement(2022, Old), "2022.txt");
        Material now = await site.ReadMaterialAsync(other, Statement(2023, New), "2023.txt");

        Page page = await site.SignedInAs(other).GetAsync($"/materials/{now.Id}/relapses");

        Assert.Empty(page.All("article"));
        Assert.DoesNotContain("补签", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.SignedInAs(stranger).GetAsync($"/materials/{now.Id}/relapses")).Status);
    }

    [Fact]
    public async Task The_head_whose_own_statement_it_is_reads_and_leaves_the_judging_to_others()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Person head = await site.PersonAsync(Roles.Head | Roles.Author, "本人");
        await UploadForAsync(site, clerk, head, Statement(2022, Old), "2022.txt");
        Material now = await UploadForAsync(site, clerk, head, Statement(2023, New), "2023.txt");
        string url = $"/materials/{now.Id}/relapses";

        Page own = await site.SignedInAs(head).GetAsync(url);

        Assert.Single(own.All("article"));
        Assert.Contains("本人", own.Text, StringComparison.Ordinal);
        Assert.Empty(own.All("button[name=Act]"));
        Assert.NotEmpty((await site.SignedInAs(clerk).GetAsync(url)).All("button[name=Act]"));

        // The review asks too, and quotes nothing of the earlier text.
        Page review = await site.SignedInAs(clerk).GetAsync($"/materials/{now.Id}/review");
        Assert.Contains("2022年也查摆过", review.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("补签", review.Text, StringComparison.Ordinal);
    }

    private static async Task<Material> UploadForAsync(Site site, Person by, Person subject, string text, string name)
    {
        (await site.SignedInAs(by).UploadAsync(
            "/materials", "Files", [(name, MaterialSite.Bytes(text))], ("Subject", $"{subject.Id.Value}")))
            .Expect(HttpStatusCode.Redirect);
        await site.ReadAllAsync(by);
        return (await site.Get<MaterialStore>().ListAsync(by, null, null, 1))[0].Material;
    }

    private static string Flat(Page page) =>
        System.Text.RegularExpressions.Regex.Replace(page.Text, @"\s+", " ");

    private static string Statement(int year, string finding) =>
        $"""
        {year}年度民主生活会个人对照检查材料
        一、存在的主要问题
        1.{finding}
        2.{(year == 2022 ? "财务报销把关不严。有4张发票过期入账。" : "公文流转慢。5份来文压了9天。")}
        二、产生问题的原因
        1.管理松懈。总觉得值班出不了事。
        三、今后的整改措施
        1.严格值班带班。每周抽查2次。
        """;

    private static (string, string)[] Fields(Page page, RelapseAct act, string reason) =>
    [
        ("Seen", page.Document.QuerySelector("input[name=Seen]")!.GetAttribute("value")!),
        ("Finding", page.Document.QuerySelector("input[name=Finding]")!.GetAttribute("value")!),
        ("Earlier", page.Document.QuerySelector("input[name=Earlier]")!.GetAttribute("value")!),
        ("Act", $"{act}"),
        ("Reason", reason),
    ];

    private static async Task<Page> DecideAsync(Browser browser, string url, RelapseAct act, string reason)
    {
        Page page = await browser.GetAsync(url);
        return await browser.PostAsync(url, [.. Fields(page, act, reason), ("__RequestVerificationToken", page.Token)]);
    }

    /// <summary>Said in 2022, closed by somebody independent, said again in 2023 in other words.</summary>
    private static async Task<(Person Clerk, Person Head, Material Now, LedgerItem Item)> ClosedAsync(Site site)
    {
        Person clerk = await site.PersonAsync(Roles.Clerk, "经办甲");
        Person owner = await site.PersonAsync(Roles.Owner, "责任人乙");
        Person verifier = await site.PersonAsync(Roles.Verifier, "核验人丙");
        Person head = await site.PersonAsync(Roles.Head, "领导丁");
        Material then = await site.ReadMaterialAsync(clerk, Statement(2022, Old), "2022.txt");
        Material now = await site.ReadMaterialAsync(clerk, Statement(2023, New), "2023.txt");
        LedgerItem item = await ProposedAsync(site, clerk, then, 2022);
        DateTimeOffset at = TimeProvider.System.GetUtcNow();
        DateOnly today = DateOnly.FromDateTime(at.UtcDateTime);
        item.Confirm(clerk, "", at);
        item.Plan(
            clerk,
            new LedgerPlan
            {
                Office = item.Office,
                Owner = NamedPerson.Of(owner),
                Lead = NamedPerson.Of(owner),
                Due = today.AddDays(30),
                Measures = [new PlannedMeasure("每周抽查值班", ["有抽查记录"])],
            },
            "",
            at);
        item.Accept(owner, "", at);
        var evidence = new Evidence { Reference = new EvidenceReference("带班签到册〔2022〕3号", today, "值班室") };
        item.Report(owner, 1, "已抽查", [evidence], at);
        item.VerifyMeasure(
            verifier,
            new Verification
            {
                Measure = 1,
                Method = VerificationMethod.Documents,
                Checks = [new CriterionCheck(1, CheckResult.Met, "看过", [1])],
            },
            "",
            at);
        item.RequestClosure(owner, "完成", at);
        item.Close(verifier, "同意销号", at);
        await site.Get<LedgerStore>().AppendAsync(item, "");
        return (clerk, head, now, item);
    }

    private static async Task<LedgerItem> ProposedAsync(Site site, Person clerk, Material material, int year)
    {
        MaterialStore materials = site.Get<MaterialStore>();
        LedgerDryRun run = LedgerDryRun.Of(
            (await materials.StructureAsync(material))!.Statement,
            (await materials.DocumentAsync(material))!,
            material.Id,
            1,
            year,
            new NamedOffice(material.Office, "某某街道"),
            null,
            []);
        LedgerStore ledger = site.Get<LedgerStore>();
        IReadOnlyList<LedgerItemId> made = await ledger.ProposeManyAsync(
            [run.Proposals[0]], areConfirmed: false, clerk, $"{year}", TimeProvider.System.GetUtcNow());
        return (await ledger.FindAsync(clerk.Organisation, made[0]))!;
    }
}
