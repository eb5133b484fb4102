using Gongxing.Core.People;
using Gongxing.Storage.People;

namespace Gongxing.Web.Tests.Features.People;

public class ImportTests
{
    private const string Table =
        "经办人甲\tjingban\t综合办\t科员\t经办、责任人\n\n核验人乙,heyan,综合办,,Verifier\n无单位\twu\t没有的科\t\t经办\n重名\tJINGBAN\t综合办\t\t经办\n无角色\tmei\t综合办\t\t\n";

    [Fact]
    public async Task A_pasted_table_is_checked_line_by_line_before_anything_is_added()
    {
        await using Site site = await Site.StartAsync();
        Person administrator = await site.AdministratorAsync();
        await site.OfficeAsync("综合办");

        Page page = await site.SignedInAs(administrator).FillInAsync("/people/import", ("Table", Table));

        Assert.Equal(["可添加", "可添加", "没有这个单位", "登录名已有人使用或重复", "角色缺少或不认识"], page.All("td .tag"));
        Assert.Equal(["1", "3", "4", "5", "6"], page.All("td.number"));
        Assert.Single(await site.Get<PeopleStore>().PeopleAsync(administrator.Organisation));
    }

    [Fact]
    public async Task What_is_right_is_added_with_a_password_shown_once()
    {
        await using Site site = await Site.StartAsync();
        Person administrator = await site.AdministratorAsync();
        await site.OfficeAsync("综合办");

        Browser browser = site.SignedInAs(administrator);
        Page empty = await browser.GetAsync("/people/import");
        Page page = await browser.PostAsync(
            "/people/import", ("Table", Table), ("add", "true"), ("__RequestVerificationToken", empty.Token));

        Assert.Equal(["经办人甲", "核验人乙"], page.All("tbody th"));
        var people = (await site.Get<PeopleStore>().PeopleAsync(administrator.Organisation)).ToDictionary(person => person.SignInName);
        Assert.Equal(Roles.Clerk | Roles.Owner, people["jingban"].Roles);
        Assert.Equal(Roles.Verifier, people["heyan"].Roles);
        Page next = await site.Visitor().FillInAsync("/sign-in", ("Name", "heyan"), ("Password", page.All("td code")[1]));
        Assert.Equal("/sign-in/new-password", next.Location);
    }
}
