using System.Net;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Statements;
using Gongxing.Storage.Materials;

namespace Gongxing.Web.Tests.Features.Materials;

public class CorrectionTests
{
    [Fact]
    public async Task A_correction_is_stored_as_a_revision_and_shown_at_its_place()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk);
        Browser browser = site.SignedInAs(clerk);

        Page done = await browser.FillInAsync($"/materials/{material.Id}/elements/F1?seen=1", ("Title", "学用脱节"));

        Assert.Equal($"/materials/{material.Id}#o-F1", done.Location);
        Assert.Contains("学用脱节", (await browser.FollowAsync(done)).Text, StringComparison.Ordinal);
        StructureRevision revision = await InForceAsync(site, material);
        Assert.Equal((2, clerk.Id, "学用脱节"), (revision.Number, revision.By, revision.Statement.Findings[0].Title));
    }

    [Fact]
    public async Task What_was_corrected_can_be_taken_back_and_the_way_back_is_on_record()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk);
        Browser browser = site.SignedInAs(clerk);
        await browser.FillInAsync($"/materials/{material.Id}/elements/K1", ("Role", ""));
        Assert.Single((await InForceAsync(site, material)).Statement.Causes);

        await browser.PressAsync($"/materials/{material.Id}/revisions", "恢复到这一版：第 1 版");

        StructureRevision revision = await InForceAsync(site, material);
        Assert.Equal((3, 2), (revision.Number, revision.Statement.Causes.Count));
        Page list = await browser.GetAsync($"/materials/{material.Id}/revisions");
        Assert.Contains("移出了原因 1", list.Text, StringComparison.Ordinal);
        Assert.Contains("恢复到第 1 版", list.Text, StringComparison.Ordinal);
        string version = (await browser.GetAsync($"/materials/{material.Id}")).All("#structure + dl dd")[2];
        Assert.StartsWith("第 3 版", version, StringComparison.Ordinal);
        Assert.EndsWith("恢复到第 1 版", version, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_people_who_correct_the_same_revision_the_second_is_told_what_the_first_did()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk, "甲经办");
        Material material = await site.ReadMaterialAsync(clerk);
        Browser first = site.SignedInAs(clerk);
        Browser second = site.SignedInAs(await site.PersonAsync(Roles.Clerk, "乙经办"));
        string url = $"/materials/{material.Id}/elements/F1?seen=1";
        Page form = await second.GetAsync(url);
        string token = form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await first.FillInAsync(url, ("Title", "甲先改"));

        Page late = await second.PostAsync(
            $"/materials/{material.Id}/elements/F1?handler=Title",
            ("__RequestVerificationToken", token), ("Seen", "1"), ("Title", "乙后改"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("甲经办 · 改了问题 1的名称", late.Text, StringComparison.Ordinal);
        Assert.Equal("甲先改", (await InForceAsync(site, material)).Statement.Findings[0].Title);
        Assert.Contains("已有人先作了校正", (await second.GetAsync(url)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_element_is_split_and_merged_and_linked_by_forms()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk);
        Browser browser = site.SignedInAs(clerk);
        string finding = $"/materials/{material.Id}/elements/F1";
        Page form = await browser.GetAsync(finding);
        string at = form.Document.QuerySelector("input[name=At]")!.GetAttribute("value")!;

        await browser.FillInAsync(finding, ("At", at));
        Assert.Equal(3, (await InForceAsync(site, material)).Statement.Findings.Count);

        await browser.PressAsync(finding, "合并");
        Assert.Equal(2, (await InForceAsync(site, material)).Statement.Findings.Count);

        StructureRevision before = await InForceAsync(site, material);
        string other = (await browser.GetAsync(finding)).Document.QuerySelector("select[name=Other] option")!.GetAttribute("value")!;
        await browser.PressAsync(finding, "建立对应", ("Other", other));
        ElementLink made = (await InForceAsync(site, material)).Statement.Links.Except(before.Statement.Links).Single();
        Assert.Equal(("F1", other, LinkBasis.ByHand), (made.From, made.To, made.Basis));
    }

    [Fact]
    public async Task A_paragraph_the_program_did_not_understand_is_marked_by_hand()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, "会议通知\n定于周三开会。\n食堂排队太久，职工有意见。\n");
        Browser browser = site.SignedInAs(clerk);

        await browser.FillInAsync($"/materials/{material.Id}/paragraphs/2", ("As", "Finding"));

        Finding marked = Assert.Single((await InForceAsync(site, material)).Statement.Findings);
        Assert.Equal("食堂排队太久，职工有意见", marked.Title);
    }

    [Fact]
    public async Task Year_and_kind_are_set_by_hand_and_reading_anew_forgets_corrections()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk);
        Browser browser = site.SignedInAs(clerk);

        await browser.FillInAsync($"/materials/{material.Id}/description", ("Kind", "Team"), ("Year", "2022"));
        Statement set = (await InForceAsync(site, material)).Statement;
        Assert.Equal((StatementKind.Team, 2022), (set.Kind, set.Year));

        await browser.PressAsync($"/materials/{material.Id}/description", "重新识别");
        Statement anew = (await InForceAsync(site, material)).Statement;
        Assert.Equal((StatementKind.Individual, 2023), (anew.Kind, anew.Year));
    }

    private static async Task<StructureRevision> InForceAsync(Site site, Material material) =>
        (await site.Get<MaterialStore>().StructureAsync(material))!;
}
