using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web;
using Gongxing.Web.Tests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Gongxing.Browser.Tests;

public class FirstDayTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task From_the_first_run_to_a_clerk_at_the_workbench()
    {
        await using Site site = await Site.StartAsync();
        await using Window window = await chromium.OpenAsync(site.Address, new View(1366, "zh-CN", false));
        await window.GoAsync("/");
        await window.LookAsync();
        await window.PressAsync("开始使用");
        await window.LookAsync();
        await window.FillAsync("Organisation", "某某街道");
        await window.FillAsync("Name", "管理员甲");
        await window.FillAsync("SignInName", "admin");
        await window.FillAsync("Password", Password);
        await window.FillAsync("Again", Password);
        await window.PressAsync("开始使用");
        await window.LookAsync();

        await window.PressAsync("添加人员");
        await window.FillAsync("Form.Name", "经办人甲");
        await window.FillAsync("SignInName", "jingban");
        await window.Page.GetByLabel("经办收材料").CheckAsync();
        await window.PressAsync("添加");
        await window.LookAsync();
        string initial = await window.Page.Locator(".once").InnerTextAsync();
        await window.PressAsync("退出");

        await window.FillAsync("Name", "jingban");
        await window.FillAsync("Password", initial);
        await window.LookAsync();
        await window.PressAsync("登录");
        await window.FillAsync("Password", "my very own words");
        await window.FillAsync("Again", "my very own words");
        await window.LookAsync();
        await window.PressAsync("保存并进入");

        Assert.Equal("/", new Uri(window.Page.Url).AbsolutePath);
        Assert.Contains("经办人甲", await window.Page.Locator("main h1").InnerTextAsync(), StringComparison.Ordinal);
        await window.LookAsync();
    }

    [Theory]
    [InlineData(1366, "zh-CN", false)]
    [InlineData(390, "zh-CN", false)]
    [InlineData(1366, "zh-CN", true)]
    [InlineData(390, "en", true)]
    public async Task Every_page_can_be_read_by_everybody(int width, string language, bool large)
    {
        var view = new View(width, language, large);
        await using Site site = await Site.StartAsync();
        Office office = await site.OfficeAsync("综合办公室");
        Person administrator = await site.AdministratorAsync();
        Person everything = await site.PersonAsync(Policies.Admits[Policies.Content], "经办人甲", office.Id);

        foreach (Person person in new[] { administrator, everything })
        {
            await using Window window = await chromium.OpenAsync(site.Address, view);
            await window.SignInAsync(site.Address, await site.Get<SessionStore>().StartAsync(person, "Chromium, Linux"));
            foreach (string url in Pages(site, person))
            {
                await window.GoAsync(url);
                await window.LookAsync();
            }
        }

        await using (Window window = await chromium.OpenAsync(site.Address, view))
        {
            await window.SignInAsync(site.Address, await site.Get<SessionStore>().StartAsync(administrator, "Chromium, Linux"));
            foreach (string url in new[] { $"/people/{everything.Id}", $"/offices/{office.Id}", "/people?q=nobody" })
            {
                await window.GoAsync(url);
                await window.LookAsync();
            }

            await window.GoAsync("/people/new");
            await window.Page.Locator("main form button").ClickAsync();
            await window.LookAsync();
            await window.GoAsync("/people/import");
            await window.FillAsync("Table", "甲\tjia\t综合办公室\t科员\tClerk\n乙\tyi\t没有的科\t\tClerk");
            await window.Page.Locator("main form button").ClickAsync();
            await window.LookAsync();
        }

        await using Window visitor = await chromium.OpenAsync(site.Address, view);
        await visitor.GoAsync("/sign-in");
        await visitor.LookAsync();
    }

    // Those without an id in their address; pages of one thing are looked at by the tests that make one.
    private static IEnumerable<string> Pages(Site site, Person person) =>
        from endpoint in site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let policy = endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy
        let address = endpoint.RoutePattern.RawText!.Trim('/')
        where policy is not null && person.Is(Policies.Admits[policy]) && !address.Contains('{', StringComparison.Ordinal)
        where endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is not null
        where address != "sign-out"
        select $"/{address}";
}
