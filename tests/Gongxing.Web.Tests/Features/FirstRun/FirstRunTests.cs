using System.Net;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Features.FirstRun;

namespace Gongxing.Web.Tests.Features.FirstRun;

public class FirstRunTests
{
    private static readonly (string, string)[] _form =
    [
        ("Organisation", "某某街道"), ("Name", "管理员甲"), ("SignInName", "admin"),
        ("Password", "correct horse battery"), ("Again", "correct horse battery"),
    ];

    [Fact]
    public async Task The_first_visitor_on_this_machine_founds_the_organisation_and_is_signed_in_as_its_administrator()
    {
        await using Site site = await Site.StartAsync();
        Browser browser = site.Visitor();
        Assert.Equal("/first-run", (await browser.GetAsync("/")).Location);

        Page done = await browser.FillInAsync("/first-run", _form);

        Assert.Equal("/people", done.Location);
        Organisation organisation = (await site.Get<PeopleStore>().OrganisationAsync())!;
        Assert.Equal("某某街道", organisation.Name);
        Person administrator = Assert.Single(await site.Get<PeopleStore>().PeopleAsync(organisation.Id));
        Assert.Equal(("管理员甲", "admin", Roles.Administrator), (administrator.Name, administrator.SignInName, administrator.Roles));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task The_page_is_gone_once_there_is_an_organisation()
    {
        await using Site site = await Site.StartAsync();
        Browser late = site.Visitor();
        Page drawn = await late.GetAsync("/first-run");
        await site.AdministratorAsync();

        Assert.Equal("/", (await late.GetAsync("/first-run")).Location);
        Page refused = await late.PostAsync("/first-run", [.. _form, ("__RequestVerificationToken", drawn.Token)]);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Single(await site.Get<PeopleStore>().PeopleAsync((await site.AdministratorAsync()).Organisation));
    }

    [Theory]
    [InlineData("Host", "gongxing.example")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    public async Task Who_is_not_at_this_machine_needs_the_code_of_the_console(string header, string value)
    {
        await using Site site = await Site.StartAsync();
        Browser stranger = site.Visitor();
        stranger.Headers[header] = value;

        Page refused = await stranger.FillInAsync("/first-run", [.. _form, ("Code", "ABCD-EFGH-JKLM")]);
        Assert.Equal(["启动码不对，请看启动程序的窗口"], refused.Errors);

        Page done = await stranger.FillInAsync("/first-run", [.. _form, ("Code", site.Get<FirstRunCode>().Code)]);
        Assert.Equal("/people", done.Location);
    }

    [Fact]
    public async Task Behind_a_proxy_everybody_needs_the_code()
    {
        await using Site site = await Site.StartAsync(change: options => options with { Proxy = IPAddress.Loopback });

        Page page = await site.Visitor().FillInAsync("/first-run", _form);

        Assert.Equal(["启动码不对，请看启动程序的窗口"], page.Errors);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_each_field_and_in_the_summary()
    {
        await using Site site = await Site.StartAsync();

        Page page = await site.Visitor().FillInAsync("/first-run", ("Password", "12345678"), ("Again", "1"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("错误：", page.Title, StringComparison.Ordinal);
        Assert.Contains("请填写“单位名称”", page.Errors);
        Assert.Contains("两次输入的密码不一样", page.Errors);
        Assert.Contains("这个密码太常见，最先被人猜到，请换一个", page.Errors);
        Assert.Contains("错误：请填写“单位名称”", page.All("#Organisation-error"));
        Assert.Null(await site.Get<PeopleStore>().OrganisationAsync());
    }
}
