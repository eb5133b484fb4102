using System.Net;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.Ledger;

namespace Gongxing.Web.Tests.Features.Materials;

public class ProposalsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_counted_is_what_is_written_and_nothing_is_made_up(bool onPostgres)
    {
        await using Site site = onPostgres ? await PostgresSite.StartAsync() : await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Person owner = await site.PersonAsync(Roles.Owner, "责任人甲");
        Material material = await site.ReadMaterialAsync(clerk);
        Browser browser = site.SignedInAs(clerk);
        string url = $"/materials/{material.Id}/proposals";

        Page counts = await browser.FillInAsync(url, ("Rows[0].Owner", $"{owner.Id.Value}"), ("Rows[0].Due", "2024-06-30"));
        Assert.Contains("将生成 2 个整改事项（2023 年度）", counts.Text, StringComparison.Ordinal);
        Assert.Contains("其中 1 个没有指定责任人", counts.Text, StringComparison.Ordinal);
        Assert.Contains("其中 1 个的完成时限已经过去", counts.Text, StringComparison.Ordinal);
        Assert.Empty(await KnownAsync(site, material));

        Page done = await browser.PressOnAsync(counts, url, "确认生成 2 个事项");

        Page after = await browser.FollowAsync(done);
        Assert.Equal("已生成 2 个整改事项，列在下面。", after.Notice);
        Assert.Equal(2, after.All("tbody td a[href^='/ledger/']").Length);
        Assert.Contains("2 个问题已在台账里", (await browser.GetAsync(url)).Text, StringComparison.Ordinal);
        LedgerItem[] items = await ItemsAsync(site, clerk);
        Assert.Equal(2, items.Length);
        LedgerItem first = items.Single(item => item.Title.StartsWith("理论学习", StringComparison.Ordinal));
        LedgerItem second = items.Single(item => item != first);
        Assert.Equal((owner.Id, new DateOnly(2024, 6, 30)), (first.Proposal.Owner!.Id, first.Proposal.Due));
        Assert.Equal((null, (DateOnly?)null), (second.Proposal.Owner, second.Proposal.Due));
        Assert.Equal(LedgerState.Confirmed, first.State);
    }

    [Fact]
    public async Task A_row_that_is_left_out_is_not_written_and_is_offered_again()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk);
        Browser browser = site.SignedInAs(clerk);
        string url = $"/materials/{material.Id}/proposals";

        Page counts = await browser.FillInAsync(url, ("Rows[1].Include", "false"));
        await browser.PressOnAsync(counts, url, "确认生成 1 个事项");

        Assert.Single(await KnownAsync(site, material));
        Page again = await browser.GetAsync(url);
        Assert.Contains("1 个问题已在台账里", again.Text, StringComparison.Ordinal);
        Assert.Single(again.All("input[type=checkbox]"));
    }

    [Fact]
    public async Task Confirming_twice_writes_once()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk);
        Browser browser = site.SignedInAs(clerk);
        string url = $"/materials/{material.Id}/proposals";
        Page counts = await browser.FillInAsync(url, ("Rows[0].Due", ""));

        Page first = await browser.PressOnAsync(counts, url, "确认生成 2 个事项");
        Page second = await browser.PressOnAsync(counts, url, "确认生成 2 个事项");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.Status, second.Status));
        Assert.Equal(2, (await ItemsAsync(site, clerk)).Length);
    }

    [Fact]
    public async Task A_structure_that_was_corrected_meanwhile_is_shown_again_and_nothing_is_written()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk);
        Browser browser = site.SignedInAs(clerk);
        string url = $"/materials/{material.Id}/proposals";
        Page counts = await browser.FillInAsync(url, ("Rows[0].Due", ""));
        await browser.FillInAsync($"/materials/{material.Id}/elements/F1", ("Title", "学用脱节"));

        Page late = await browser.PressOnAsync(counts, url, "确认生成 2 个事项");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Empty(await KnownAsync(site, material));
    }

    [Theory]
    [InlineData(Roles.Author)]
    [InlineData(Roles.Head)]
    public async Task Only_who_keeps_the_ledger_puts_findings_into_it(Roles role)
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk);

        Page page = await site.SignedInAs(await site.PersonAsync(role)).GetAsync($"/materials/{material.Id}/proposals");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }

    private static Task<IReadOnlyList<Gongxing.Text.TextSpan>> KnownAsync(Site site, Material material) =>
        site.Get<LedgerStore>().KnownFindingsAsync(material.Organisation, material.Id);

    private static async Task<LedgerItem[]> ItemsAsync(Site site, Person reader)
    {
        LedgerPage page = await site.Get<LedgerListStore>().ListAsync(
            reader, new LedgerFilter(), new DateOnly(2024, 1, 1), null, false, 50);
        return await Task.WhenAll(page.Lines.Select(async line => (await site.Get<LedgerStore>().FindAsync(reader.Organisation, line.Id))!));
    }
}
