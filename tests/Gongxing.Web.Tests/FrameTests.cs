using System.IO.Compression;
using System.Net;
using System.Text;
using Gongxing.Core.People;

namespace Gongxing.Web.Tests;

public class FrameTests
{
    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_and_back_afterwards()
    {
        await using Site site = await Site.StartAsync();
        await site.AdministratorAsync();

        Page page = await site.Visitor().GetAsync("/account?x=1");

        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.Equal("/sign-in?back=%2Faccount%3Fx%3D1", page.Location);
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "没有找到这个页面")]
    [InlineData("/people", HttpStatusCode.Forbidden, "您没有办理此事的权限")]
    public async Task Who_cannot_go_on_is_told_why_and_what_to_do(string url, HttpStatusCode status, string sentence)
    {
        await using Site site = await Site.StartAsync();

        Page page = await site.SignedInAs(await site.PersonAsync(Roles.Clerk)).GetAsync(url);

        Assert.Equal(status, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Contains("回工作台", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_is_what_the_browser_asks_for_until_somebody_chooses()
    {
        await using Site site = await Site.StartAsync();
        Browser browser = site.SignedInAs(await site.PersonAsync(Roles.Clerk));
        Assert.Equal("zh-CN", (await browser.GetAsync("/account")).Document.DocumentElement.GetAttribute("lang"));
        browser.Headers["Accept-Language"] = "en-GB,en;q=0.9";
        Assert.Equal("en", (await browser.GetAsync("/account")).Document.DocumentElement.GetAttribute("lang"));

        Page chosen = await browser.PressAsync("/account?x=1", "中文");

        Assert.Equal("/account?x=1", chosen.Location);
        Page page = await browser.FollowAsync(chosen);
        Assert.Equal("zh-CN", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["我的账号"], page.All("h1"));
    }

    [Fact]
    public async Task The_language_can_be_chosen_where_an_error_is_shown()
    {
        await using Site site = await Site.StartAsync();
        Browser browser = site.SignedInAs(await site.PersonAsync(Roles.Clerk));

        Page page = await browser.GetAsync("/nowhere?x=1");

        Assert.All(page.Document.QuerySelectorAll("input[name=back]"), back => Assert.Equal("/nowhere?x=1", back.GetAttribute("value")));
        Assert.NotEmpty(page.Document.QuerySelectorAll("input[name=back]"));
    }

    [Fact]
    public async Task Large_print_is_switched_on_and_off_where_one_is()
    {
        await using Site site = await Site.StartAsync();
        Browser browser = site.SignedInAs(await site.PersonAsync(Roles.Clerk));

        Page large = await browser.FollowAsync(await browser.PressAsync("/account", "大字版"));
        Assert.Equal("large", large.Document.DocumentElement.ClassName);

        Page normal = await browser.FollowAsync(await browser.PressAsync("/account", "大字版"));
        Assert.NotEqual("large", normal.Document.DocumentElement.ClassName);
    }

    [Fact]
    public async Task Navigation_shows_only_what_the_person_may_open()
    {
        await using Site site = await Site.StartAsync();

        string[] administrators = (await site.SignedInAs(await site.AdministratorAsync()).GetAsync("/")).All(".nav a");
        string[] clerks = (await site.SignedInAs(await site.PersonAsync(Roles.Clerk)).GetAsync("/")).All(".nav a");

        Assert.Contains("人员", administrators);
        Assert.DoesNotContain("材料", administrators);
        Assert.DoesNotContain("人员", clerks);
    }

    [Theory]
    [InlineData("/asked", "审改")]
    [InlineData("/rounds/new", "审改")]
    [InlineData("/rules", "材料")]
    [InlineData("/search", "检索")]
    [InlineData("/account", null)]
    public async Task Navigation_marks_the_part_that_a_page_belongs_to(string url, string? part)
    {
        await using Site site = await Site.StartAsync();

        Page page = await site.SignedInAs(await site.PersonAsync(Roles.Clerk | Roles.Author)).GetAsync(url);

        Assert.Equal(part is null ? [] : [part], page.Expect(HttpStatusCode.OK).All(".nav a[aria-current=page]"));
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/nowhere")]
    [InlineData("/sign-in")]
    public async Task Every_answer_carries_the_headers_that_keep_strangers_out(string url)
    {
        await using Site site = await Site.StartAsync();

        Page page = await site.SignedInAs(await site.PersonAsync(Roles.Clerk)).GetAsync(url);

        string Header(string name) => string.Join(", ", page.Response.Headers.GetValues(name));
        string policy = Header("Content-Security-Policy");
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("no-store", Header("Cache-Control"));
        Assert.False(page.Response.Headers.Contains("Server"));
        Assert.Empty(page.All("[style], style, script:not([src]), [onclick]"));
    }

    [Fact]
    public async Task The_first_view_is_small_and_takes_few_requests()
    {
        await using Site site = await Site.StartAsync();
        Browser browser = site.SignedInAs(await site.PersonAsync(Roles.Clerk));
        Page page = await browser.GetAsync("/");
        string[] parts =
        [
            .. page.Document.QuerySelectorAll("link[href], script[src], img[src]")
                .Select(part => part.GetAttribute("href") ?? part.GetAttribute("src")!),
        ];
        browser.Headers["Accept-Encoding"] = "gzip";

        int bytes = Gzip(page.Body);
        foreach (string part in parts)
        {
            Page asset = (await browser.GetAsync(part)).Expect(HttpStatusCode.OK);
            Assert.Equal("gzip", asset.Response.Content.Headers.ContentEncoding.Single());
            Assert.Contains("immutable", asset.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            bytes += asset.Body.Length;
        }

        Assert.True(bytes <= 60 * 1024, $"{bytes} bytes");
        Assert.True(parts.Length + 1 <= 4, $"{parts.Length + 1} requests");
    }

    [Fact]
    public async Task Chinese_is_sent_as_it_is()
    {
        await using Site site = await Site.StartAsync();

        Page page = await site.SignedInAs(await site.PersonAsync(Roles.Clerk, name: "人员<甲>")).GetAsync("/");

        Assert.Contains("人员&lt;甲&gt;", Encoding.UTF8.GetString(page.Body), StringComparison.Ordinal);
    }

    private static int Gzip(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(body);
        }

        return compressed.ToArray().Length;
    }
}
