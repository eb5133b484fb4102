using System.Net;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Storage.Materials;
using Gongxing.Storage.Remarks;
using Gongxing.Text;
using Gongxing.Web.Tests.Features.Materials;

namespace Gongxing.Web.Tests.Features.Remarks;

public class ReviewTests
{
    [Fact]
    public async Task A_question_stands_at_the_exact_words_and_its_note_leads_back_to_them()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);

        Page page = (await site.SignedInAs(clerk).GetAsync($"/materials/{material.Id}/review")).Expect(HttpStatusCode.OK);

        (string number, _) = ReviewSite.Blank(page);
        Assert.Equal($"XX{number}", page.Document.QuerySelector($"#m{number}")!.ParentElement!.TextContent);
        Assert.Contains("没填的内容", page.Document.QuerySelector($"#q{number} .asks")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"#m{number}", page.Document.QuerySelector($"#q{number} .numeral")!.GetAttribute("href"));
        Assert.Contains("处还没处理", page.Text, StringComparison.Ordinal);
        Assert.Equal("审阅", page.All(".tabs [aria-current]").First());
    }

    [Fact]
    public async Task A_decision_is_shown_and_on_record_and_can_be_taken_back()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk, "经办人甲");
        Material material = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);
        Browser browser = site.SignedInAs(clerk);
        string url = $"/materials/{material.Id}/review";
        (string number, string fingerprint) = ReviewSite.Blank(await browser.GetAsync(url));

        Page sent = await browser.DecideAsync(url, RemarkAct.Adopt);

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.EndsWith($"#q{number}", sent.Location, StringComparison.Ordinal);
        Page adopted = await browser.FollowAsync(sent);
        Assert.Contains("经办人甲", adopted.All($"#q{number} .decided").Single(), StringComparison.Ordinal);
        Assert.Contains("采纳", adopted.All($"#q{number} .tag"));

        await browser.DecideAsync(url, RemarkAct.TakeBack);

        Assert.Empty((await browser.GetAsync(url)).All($"#q{number} .decided"));
        Assert.Equal(
            [(fingerprint, RemarkAct.Adopt, clerk.Id), (fingerprint, RemarkAct.TakeBack, clerk.Id)],
            (await site.Get<RemarkStore>().DecisionsAsync(material)).Select(one => (one.Fingerprint, one.Act, one.By)));
    }

    [Fact]
    public async Task A_rejection_without_a_reason_is_not_taken_and_says_so_at_the_remark()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);
        Browser browser = site.SignedInAs(clerk);
        string url = $"/materials/{material.Id}/review";
        (string number, _) = ReviewSite.Blank(await browser.GetAsync(url));

        Page refused = await browser.DecideAsync(url, RemarkAct.Reject, " ");

        Assert.Contains("请写明理由", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("true", refused.Document.QuerySelector($"#reason{number}")!.GetAttribute("aria-invalid"));
        Assert.Empty(await site.Get<RemarkStore>().DecisionsAsync(material));

        Page taken = await browser.FollowAsync(await browser.DecideAsync(url, RemarkAct.Reject, "县里统一这样写"));

        Assert.Contains("县里统一这样写", taken.All($"#q{number} .decided").Single(), StringComparison.Ordinal);
        Page rejected = await browser.GetAsync($"{url}?state=Rejected");
        Assert.Single(rejected.All(".question"));
        Page none = await browser.GetAsync($"{url}?state=Changed&rule=C18");
        Assert.Contains("没有符合的意见", none.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_decide_about_what_both_saw_the_second_is_told()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);
        Browser browser = site.SignedInAs(clerk);
        string url = $"/materials/{material.Id}/review";
        Page seen = await browser.GetAsync(url);
        await browser.DecideAsync(url, RemarkAct.Change);

        (_, string fingerprint) = ReviewSite.Blank(seen);
        Page late = await browser.PostAsync(
            url, ("About", fingerprint), ("Seen", "0"), ("Act", "Adopt"), ("__RequestVerificationToken", seen.Token));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("已有人先办了这件事", late.Text, StringComparison.Ordinal);
        Assert.Single(await site.Get<RemarkStore>().DecisionsAsync(material));
    }

    [Theory]
    [InlineData("subject", HttpStatusCode.OK, true)]
    [InlineData("clerk of the office", HttpStatusCode.OK, true)]
    [InlineData("head", HttpStatusCode.OK, false)]
    [InlineData("clerk above", HttpStatusCode.OK, false)]
    [InlineData("clerk elsewhere", HttpStatusCode.NotFound, false)]
    [InlineData("verifier", HttpStatusCode.NotFound, false)]
    [InlineData("owner", HttpStatusCode.NotFound, false)]
    [InlineData("administrator", HttpStatusCode.Forbidden, false)]
    public async Task Who_sees_a_review_and_its_files_and_who_decides(string who, HttpStatusCode status, bool decides)
    {
        await using Site site = await Site.StartAsync();
        Office town = await site.OfficeAsync("云岭镇");
        Person uploader = await site.PersonAsync(Roles.Clerk, office: town.Id);
        Person subject = await site.PersonAsync(Roles.Author);
        await site.SignedInAs(uploader).UploadAsync(
            "/materials", "Files", [("材料.txt", MaterialSite.Bytes(ReviewSite.WithBlank))], ("Subject", $"{subject.Id.Value}"));
        await site.ReadAllAsync(uploader);
        Material material = (await site.Get<MaterialStore>().ListAsync(uploader, null, null, 1))[0].Material;
        Person person = who switch
        {
            "subject" => subject,
            "clerk of the office" => await site.PersonAsync(Roles.Clerk, office: town.Id),
            "head" => await site.PersonAsync(Roles.Head),
            "clerk above" => await site.PersonAsync(Roles.Clerk),
            "clerk elsewhere" => await site.PersonAsync(Roles.Clerk, office: (await site.OfficeAsync("青石镇人民政府")).Id),
            "verifier" => await site.PersonAsync(Roles.Verifier, office: town.Id),
            "owner" => await site.PersonAsync(Roles.Owner, office: town.Id),
            _ => await site.AdministratorAsync(),
        };
        Browser browser = site.SignedInAs(person);
        string url = $"/materials/{material.Id}/review";

        Page page = await browser.GetAsync(url);
        Assert.Equal(status, page.Status);
        foreach (string file in ReviewSite.Files)
        {
            Assert.Equal(status, (await browser.GetAsync($"{url}/{file}")).Status);
        }

        Assert.Equal(status, (await browser.GetAsync($"/materials/{material.Id}/drafts")).Status);
        Assert.Equal(decides, page.All(".decide").Length > 0);
        if (status == HttpStatusCode.OK)
        {
            (_, string fingerprint) = ReviewSite.Blank(page);
            Page sent = await browser.PostAsync(
                url, ("About", fingerprint), ("Seen", "0"), ("Act", "Adopt"), ("__RequestVerificationToken", page.Token));
            Assert.Equal(decides ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden, sent.Status);
        }
    }

    [Fact]
    public async Task Where_no_structure_was_recognised_nothing_to_ask_is_said_of_the_wording_alone()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, "会议定于周三上午召开，请准时参加。");
        await site.ReviewAllAsync(clerk);
        Browser browser = site.SignedInAs(clerk);

        Page page = await browser.GetAsync($"/materials/{material.Id}/review");
        string listed = Assert.Single((await browser.GetAsync("/materials")).All("tbody td[data-label=审阅]"));

        Assert.Equal("没有认出结构，只查了字句", Assert.Single(page.All("#no-structure")));
        Assert.Equal("字句上没有要问的", Assert.Single(page.All("#none")));
        Assert.Matches("类别是“其他”，适用的规则 [1-9][0-9]* 条，逐句查过。另有 [1-9][0-9]* 条只用于别的类别或模板，没有查。", page.Text);
        Assert.Contains("不等于材料过关", page.Text, StringComparison.Ordinal);
        Assert.Equal("字句上没有要问的 没有认出结构，缺什么、对不对应没有查", listed);
    }

    [Fact]
    public async Task A_statement_whose_structure_was_recognised_is_said_to_be_looked_at_as_a_whole()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);

        Page page = await site.SignedInAs(clerk).GetAsync($"/materials/{material.Id}/review");

        Assert.Empty(page.All("#no-structure"));
        Assert.Contains("类别是“个人”，适用的规则", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_that_could_not_run_is_never_shown_as_one_without_remarks()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await BrokenAsync(site, clerk);
        Browser browser = site.SignedInAs(clerk);

        Page page = await browser.GetAsync($"/materials/{material.Id}/review");

        Assert.Contains("审阅没有完成", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("没有要问的", page.Text, StringComparison.Ordinal);
        foreach (string file in ReviewSite.Files)
        {
            Assert.Equal(HttpStatusCode.InternalServerError, (await browser.GetAsync($"/materials/{material.Id}/review/{file}")).Status);
        }

        await site.ReviewAllAsync(clerk);
        Assert.Contains("审阅出错", (await browser.GetAsync("/materials")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_materials_says_how_many_questions_are_open()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);
        await site.ReviewAllAsync(clerk);
        Browser browser = site.SignedInAs(clerk);
        Page before = await browser.GetAsync("/materials");
        int open = (await browser.GetAsync($"/materials/{material.Id}/review")).All(".question").Length;
        Assert.Contains($"{open} 处要问", before.Text, StringComparison.Ordinal);

        await browser.DecideAsync($"/materials/{material.Id}/review", RemarkAct.Change);

        Page after = await browser.GetAsync("/materials");
        Assert.Contains(open == 1 ? "都处理了" : $"{open - 1} 处要问", after.Text, StringComparison.Ordinal);
    }

    // A structure that speaks of words beyond the text, as no reader makes it: the rules that look there fail.
    private static async Task<Material> BrokenAsync(Site site, Person clerk)
    {
        var store = site.Get<MaterialStore>();
        Material material = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);
        StructureRevision structure = (await store.StructureAsync(material))!;
        var beyond = new TextSpan(1_000_000, 10);
        await store.ReviseAsync(material, structure with
        {
            Number = structure.Number + 1,
            By = clerk.Id,
            Statement = structure.Statement with
            {
                Sections = [.. structure.Statement.Sections.Select(section => section with { Span = beyond })],
                Aspects = [new Aspect("方面", null, beyond)],
                Findings = [new Finding("F1", "方面", "问题", beyond, 1)],
                Causes = [new Cause("K1", "原因", beyond, 1)],
                Measures = [new Measure("M1", null, "措施", beyond, 1)],
                Links = [],
            },
        });
        return material;
    }
}
