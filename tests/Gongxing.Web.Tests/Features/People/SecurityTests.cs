using Gongxing.Core.People;
using Gongxing.Storage.People;

namespace Gongxing.Web.Tests.Features.People;

public class SecurityTests
{
    [Fact]
    public async Task The_administrator_reads_who_failed_to_sign_in_and_what_was_changed_of_whom()
    {
        await using Site site = await Site.StartAsync();
        Person administrator = await site.AdministratorAsync();
        Office office = await site.OfficeAsync("项目办");
        Person owner = await site.PersonAsync(Roles.Owner, "责任人乙");
        await site.Visitor().FillInAsync("/sign-in", ("Name", owner.SignInName), ("Password", "not the password"));
        await site.Get<PeopleStore>().ChangeAsync(
            owner with { Office = office.Id, Roles = Roles.Owner | Roles.Verifier }, administrator.Id);

        Page page = await site.SignedInAs(administrator).GetAsync("/people/security");

        Assert.Equal(
            ["修改人员", "登录失败", "添加人员", "添加单位", "建立单位"],
            page.All("tbody td.main"));
        string[] changed = page.All("tbody tr:first-child td");
        Assert.Equal(["修改人员", "管理员甲", "责任人乙", "单位: 某某街道 → 项目办; 角色: 责任人 → 责任人, 核验人"], changed);
        Assert.Equal(["登录失败", "", "责任人乙"], page.All("tbody tr:nth-child(2) td")[..3]);
    }

    [Fact]
    public async Task A_lockout_stands_in_the_log_and_the_log_of_one_person_has_what_they_did_and_what_was_done_about_them()
    {
        await using Site site = await Site.StartAsync();
        Person administrator = await site.AdministratorAsync();
        Person owner = await site.PersonAsync(Roles.Owner, "责任人乙");
        await site.PersonAsync(Roles.Clerk, "经办甲");
        for (int i = 0; i < Lockout.FreeAttempts; i++)
        {
            await site.Visitor().FillInAsync("/sign-in", ("Name", owner.SignInName), ("Password", "not the password"));
        }

        Browser browser = site.SignedInAs(administrator);
        Page owners = await browser.GetAsync($"/people/security?person={owner.Id.Value}");
        Page locked = await browser.GetAsync("/people/security?act=Locked");

        Assert.Equal(["锁定", .. Enumerable.Repeat("登录失败", Lockout.FreeAttempts), "添加人员"], owners.All("tbody td.main"));
        Assert.Equal(["责任人乙"], locked.All("tbody td[data-label=涉及人员]"));
        Assert.Equal("责任人乙", owners.Document.QuerySelector("#person option[selected]")!.TextContent);
    }

    [Fact]
    public async Task The_log_goes_on_where_the_page_before_ended_and_shows_one_act_alone()
    {
        await using Site site = await Site.StartAsync();
        Person administrator = await site.AdministratorAsync();
        for (int i = 1; i <= 20; i++)
        {
            await site.OfficeAsync($"科室{i:D2}");
        }

        await site.PersonAsync(Roles.Clerk, "经办甲");
        Browser browser = site.SignedInAs(administrator);
        Page first = await browser.GetAsync("/people/security");
        Page second = await browser.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Page people = await browser.GetAsync("/people/security?act=PersonAdded");

        Assert.Equal(20, first.All("tbody tr").Length);
        Assert.Equal(["添加单位", "建立单位"], second.All("tbody td.main"));
        Assert.EndsWith("经办", Assert.Single(people.All("tbody tr")), StringComparison.Ordinal);
    }
}
