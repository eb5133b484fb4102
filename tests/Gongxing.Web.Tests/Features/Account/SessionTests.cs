using System.Net;
using Gongxing.Core.People;
using Microsoft.Extensions.Time.Testing;

namespace Gongxing.Web.Tests.Features.Account;

public class SessionTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 1, 15, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_session_that_is_not_used_for_half_an_hour_is_over()
    {
        await using Site site = await Site.StartAsync(_clock);
        Browser browser = site.SignedInAs(await site.PersonAsync(Roles.Clerk));
        await browser.GetAsync("/account");
        _clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).Status);

        _clock.Advance(TimeSpan.FromMinutes(31));

        Page ended = await browser.GetAsync("/account");
        Assert.Equal("/sign-in?back=%2Faccount&expired=Idle", ended.Location);
        Assert.Contains("登录已过期，请重新登录", (await browser.FollowAsync(ended)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sends_a_form_too_late_is_told_that_it_was_not_saved_and_comes_back_to_it()
    {
        await using Site site = await Site.StartAsync(_clock);
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);
        Page form = await browser.GetAsync("/ledger/new");
        _clock.Advance(TimeSpan.FromMinutes(31));

        Page late = await browser.PostAsync("/ledger/new", ("__RequestVerificationToken", form.Token), ("FindingTitle", "重点项目落地难"));
        Page told = await browser.FollowAsync(late);

        Assert.Equal("/sign-in?back=%2Fledger%2Fnew&expired=Unsaved", late.Location);
        Assert.Contains("刚才提交的内容没有保存", told.Text, StringComparison.Ordinal);
        Page back = await browser.FillInAsync(late.Location!, ("Name", clerk.SignInName), ("Password", Site.Password));
        Assert.Equal("/ledger/new", back.Location);
    }

    [Fact]
    public async Task A_session_is_over_after_eight_hours_however_much_it_is_used()
    {
        await using Site site = await Site.StartAsync(_clock);
        Browser browser = site.SignedInAs(await site.PersonAsync(Roles.Clerk));
        for (int quarters = 0; quarters < 32; quarters++)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).Status);
            _clock.Advance(TimeSpan.FromMinutes(15));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        await using Site site = await Site.StartAsync();
        Browser browser = site.SignedInAs(await site.PersonAsync(Roles.Clerk));
        await browser.GetAsync("/account");
        Cookie kept = browser.Cookies.GetAllCookies().Single(cookie => cookie.Name == SessionCookie.Plain);

        Page away = await browser.PressAsync("/account", "退出");

        Assert.Equal("/sign-in", away.Location);
        Browser thief = site.Visitor();
        thief.Cookies.Add(new Cookie(kept.Name, kept.Value, "/", site.Address.Host));
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task Signing_in_always_gives_a_new_token_out_of_reach_of_scripts()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.SignedInAs(clerk);
        await browser.GetAsync("/account");
        string before = browser.Cookies.GetAllCookies().Single(cookie => cookie.Name == SessionCookie.Plain).Value;

        Page done = await browser.FillInAsync("/sign-in", ("Name", "person1"), ("Password", Site.Password));

        string cookie = done.Response.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(before, cookie, StringComparison.Ordinal);
        Browser old = site.Visitor();
        old.Cookies.Add(new Cookie(SessionCookie.Plain, before, "/", site.Address.Host));
        Assert.Equal(HttpStatusCode.Redirect, (await old.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task A_changed_password_signs_out_everywhere_else()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser here = site.SignedInAs(clerk);
        Browser there = site.SignedInAs(clerk);
        await there.GetAsync("/account");

        Page done = await here.FillInAsync(
            "/account/password", ("Now", Site.Password), ("New", "my very own words"), ("Again", "my very own words"));

        Assert.Equal("密码已修改，其他设备已退出。", (await here.FollowAsync(done)).Notice);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task The_own_account_lists_the_sessions_and_ends_the_others()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser here = site.SignedInAs(clerk);
        Browser there = site.SignedInAs(clerk);
        await there.GetAsync("/account");
        Assert.Equal(2, (await here.GetAsync("/account")).All("tbody tr").Length);

        await here.PressAsync("/account", "退出其他所有设备");

        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).Status);
    }
}
