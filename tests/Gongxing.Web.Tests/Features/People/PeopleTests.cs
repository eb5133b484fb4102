using System.Net;
using Gongxing.Core.People;
using Gongxing.Storage.People;

namespace Gongxing.Web.Tests.Features.People;

public class PeopleTests
{
    [Fact]
    public async Task Somebody_new_signs_in_with_the_password_that_is_shown_once()
    {
        await using Site site = await Site.StartAsync();
        Person administrator = await site.AdministratorAsync();
        Office office = await site.OfficeAsync("综合办");

        Page added = await site.SignedInAs(administrator).FillInAsync(
            "/people/new",
            ("Form.Name", "经办人甲"), ("SignInName", "jingban"), ("Form.Office", office.Id.ToString()),
            ("Form.Post", "科员"), ("Form.Roles", "Clerk"), ("Form.Roles", "Owner"));

        string password = Assert.Single(added.All(".once"));
        Person clerk = (await site.Get<PeopleStore>().PeopleAsync(administrator.Organisation)).Single(p => p.SignInName == "jingban");
        Assert.Equal(("经办人甲", office.Id, "科员", Roles.Clerk | Roles.Owner), (clerk.Name, clerk.Office, clerk.Post, clerk.Roles));
        Page next = await site.Visitor().FillInAsync("/sign-in", ("Name", "jingban"), ("Password", password));
        Assert.Equal("/sign-in/new-password", next.Location);
    }

    [Fact]
    public async Task A_sign_in_name_is_given_once()
    {
        await using Site site = await Site.StartAsync();
        await site.PersonAsync(Roles.Clerk);

        Page page = await site.SignedInAs(await site.AdministratorAsync()).FillInAsync(
            "/people/new", ("Form.Name", "另一人"), ("SignInName", "ＰＥＲＳＯＮ１"), ("Form.Roles", "Clerk"));

        Assert.Equal(["这个登录名已有人使用，请换一个。"], page.Errors);
    }

    [Fact]
    public async Task An_administrator_holds_no_other_role()
    {
        await using Site site = await Site.StartAsync();

        Page page = await site.SignedInAs(await site.AdministratorAsync()).FillInAsync(
            "/people/new", ("Form.Name", "另一人"), ("SignInName", "other"), ("Form.Roles", "Administrator"), ("Form.Roles", "Clerk"));

        Assert.Equal(["系统管理员不接触业务内容，不能同时担任其他角色。"], page.Errors);
    }

    [Fact]
    public async Task What_is_missing_of_somebody_new_is_said_in_words()
    {
        await using Site site = await Site.StartAsync();

        Page page = await site.SignedInAs(await site.AdministratorAsync()).FillInAsync("/people/new", ("Form.Name", ""));

        Assert.Equal(["请填写“姓名”", "请填写“登录名”", "请至少选一个角色"], page.Errors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_is_deactivated_is_out_at_once_and_cannot_come_back()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).Status);

        await site.SignedInAs(await site.AdministratorAsync()).PressAsync($"/people/{clerk.Id}", "停用账号");

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).Status);
        Page page = await site.Visitor().FillInAsync("/sign-in", ("Name", "person1"), ("Password", Site.Password));
        Assert.Equal(["登录名或密码不对。"], page.Errors);
    }

    [Fact]
    public async Task Who_gets_other_roles_signs_in_again()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);
        await browser.GetAsync("/account");

        Page saved = await site.SignedInAs(await site.AdministratorAsync())
            .FillInAsync($"/people/{clerk.Id}", ("Form.Name", "改名"), ("Form.Roles", "Verifier"));

        Assert.Equal($"/people/{clerk.Id}", saved.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).Status);
        Person changed = (await site.Get<PeopleStore>().FindAsync(clerk.Organisation, clerk.Id))!;
        Assert.Equal(("改名", Roles.Verifier), (changed.Name, changed.Roles));
    }

    [Fact]
    public async Task What_is_not_changed_in_the_form_stays_as_it_was()
    {
        await using Site site = await Site.StartAsync();
        Office above = await site.OfficeAsync("甲科");
        Office office = await site.OfficeAsync("乙科", above.Id);
        Person clerk = await site.PersonAsync(Roles.Clerk | Roles.Owner, office: office.Id);
        Browser browser = site.SignedInAs(await site.AdministratorAsync());

        await browser.FillInAsync($"/people/{clerk.Id}", ("Form.Name", "改名"));
        await browser.FillInAsync($"/offices/{office.Id}", ("Name", "乙室"));

        Assert.Equal(clerk with { Name = "改名" }, await site.Get<PeopleStore>().FindAsync(clerk.Organisation, clerk.Id));
        Assert.Contains(office with { Name = "乙室" }, await site.Get<PeopleStore>().OfficesAsync(clerk.Organisation));
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using Site site = await Site.StartAsync();
        Person administrator = await site.AdministratorAsync();

        Page page = await site.SignedInAs(administrator).PressAsync($"/people/{administrator.Id}", "停用账号");

        Assert.Equal(["这是最后一名系统管理员，请先另设一名。"], page.Errors);
    }

    [Fact]
    public async Task A_reset_password_signs_the_person_out_and_is_shown_once()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);
        await browser.GetAsync("/account");
        Browser administrator = site.SignedInAs(await site.AdministratorAsync());

        Page reset = await administrator.PressAsync($"/people/{clerk.Id}", "重置密码");

        string password = Assert.Single(reset.All(".once"));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).Status);
        Page next = await site.Visitor().FillInAsync("/sign-in", ("Name", "person1"), ("Password", password));
        Assert.Equal("/sign-in/new-password", next.Location);
        Assert.Empty((await administrator.GetAsync($"/people/{clerk.Id}")).All(".once"));
    }

    [Fact]
    public async Task The_list_is_filtered_by_word_and_role_in_its_address()
    {
        await using Site site = await Site.StartAsync();
        await site.PersonAsync(Roles.Clerk, "王甲");
        await site.PersonAsync(Roles.Verifier, "王乙");
        await site.PersonAsync(Roles.Verifier, "李丙");

        Page page = await site.SignedInAs(await site.AdministratorAsync()).GetAsync("/people?q=王&role=Verifier");

        Assert.Equal(["王乙"], page.All("tbody th"));
        Assert.Equal("显示 1 人，共 4 人", page.All(".bar p").Single());
    }

    [Fact]
    public async Task Offices_are_added_renamed_and_moved_but_never_under_themselves()
    {
        await using Site site = await Site.StartAsync();
        Person administrator = await site.AdministratorAsync();
        Browser browser = site.SignedInAs(administrator);
        Office one = await site.OfficeAsync("甲科");
        Office two = await site.OfficeAsync("乙科", one.Id);

        Page added = await browser.FillInAsync("/offices", ("Name", "丙科"), ("Parent", two.Id.ToString()));
        Assert.Equal("已添加：丙科。", (await browser.FollowAsync(added)).Notice);
        Page circle = await browser.FillInAsync($"/offices/{one.Id}", ("Name", "甲科"), ("Parent", two.Id.ToString()));
        Assert.Equal(["单位不能放到自己或自己的下级之下。"], circle.Errors);
        Page moved = await browser.FillInAsync($"/offices/{two.Id}", ("Name", "乙室"), ("Parent", administrator.Office.ToString()));

        Assert.Equal(["某某街道", "甲科", "乙室", "丙科"], (await browser.FollowAsync(moved)).All("tbody th"));
    }
}
