using System.Net;

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

    [Fact]
    public async Task An_address_without_a_page_is_answered_in_Chinese_with_what_to_do()
    {
        await using Site site = await Site.StartAsync();

        Page page = await site.Visitor().GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("没有找到这个页面", page.Text, StringComparison.Ordinal);
    }
}
