using System.Net;
using Gongxing.Core.People;

namespace Gongxing.Web.Tests;

/// <summary>Behind a proxy that speaks TLS, and beside one that nobody named.</summary>
public class ProxyTests
{
    [Fact]
    public async Task Behind_the_named_proxy_every_cookie_is_secure_and_every_redirect_stays_where_it_is()
    {
        await using Site site = await Site.StartAsync(change: options => options with { Proxy = IPAddress.Loopback });
        Person clerk = await site.PersonAsync(Roles.Clerk);
        using Browser browser = site.Visitor();
        browser.GoThroughTls();

        Page[] pages =
        [
            await browser.GetAsync("/materials"),
            await browser.GetAsync("/sign-in"),
            await browser.FillInAsync("/sign-in", ("Name", clerk.SignInName), ("Password", Site.Password)),
            await browser.PressAsync("/account", "大字版"),
            await browser.FillInAsync("/ledger/new", ("FindingTitle", "重点项目落地难"), ("Text", "无人跟踪")),
            await browser.GetAsync("/materials"),
        ];

        string[] cookies = [.. pages.SelectMany(SetCookies)];
        Assert.All(cookies, cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(
            ["__Host-session", "form", "large", "notice"],
            cookies.Select(cookie => cookie.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(pages, page => Assert.True(page.Response.Headers.Contains("Strict-Transport-Security")));
        Assert.StartsWith("/sign-in?back=", pages[0].Location, StringComparison.Ordinal);
        Assert.All(pages, page => Assert.True(page.Location?.StartsWith('/') ?? page.Status == HttpStatusCode.OK));
        Assert.Equal(HttpStatusCode.OK, pages[^1].Status);
    }

    [Fact]
    public async Task A_proxy_that_was_not_named_is_not_believed()
    {
        await using Site site = await Site.StartAsync(change: options => options with { Proxy = IPAddress.Parse("192.0.2.1") });
        await site.AdministratorAsync();
        using Browser browser = site.Visitor();
        browser.GoThroughTls();

        Page page = await browser.GetAsync("/sign-in");

        Assert.False(page.Response.Headers.Contains("Strict-Transport-Security"));
        Assert.DoesNotContain("secure", Assert.Single(SetCookies(page)), StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> SetCookies(Page page) =>
        page.Response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies)
            ? cookies.Where(cookie => !cookie.Contains("1970", StringComparison.Ordinal))
            : [];
}
