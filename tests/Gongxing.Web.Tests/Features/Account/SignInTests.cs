using System.Net;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Account;
using Microsoft.Extensions.Time.Testing;

namespace Gongxing.Web.Tests.Features.Account;

public class SignInTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 1, 15, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_right_password_leads_to_the_page_that_was_asked_for()
    {
        await using Site site = await Site.StartAsync();
        await site.PersonAsync(Roles.Clerk);
        Browser browser = site.Visitor();
        Page away = await browser.GetAsync("/account?x=1");

        Page done = await browser.FillInAsync(away.Location!, ("Name", " PERSON1 "), ("Password", Site.Password));

        Assert.Equal("/account?x=1", done.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.FollowAsync(done)).Status);
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("https://evil.example/")]
    public async Task After_signing_in_nobody_is_sent_to_another_site(string back)
    {
        await using Site site = await Site.StartAsync();
        await site.PersonAsync(Roles.Clerk);

        Page done = await site.Visitor().FillInAsync("/sign-in", ("Name", "person1"), ("Password", Site.Password), ("Back", back));

        Assert.Equal("/", done.Location);
    }

    [Theory]
    [InlineData("person1")]
    [InlineData("nobody")]
    public async Task Wrong_passwords_are_answered_alike_for_names_that_exist_and_names_that_do_not(string name)
    {
        await using Site site = await Site.StartAsync(_clock);
        await site.PersonAsync(Roles.Clerk);
        Browser browser = site.Visitor();

        for (int attempt = 1; attempt < Lockout.FreeAttempts; attempt++)
        {
            Assert.Equal(["登录名或密码不对。"], (await TryAsync(browser, name, "wrong")).Errors);
        }

        Assert.Equal(["错误次数太多，请在 09:01 之后再试。"], (await TryAsync(browser, name, "wrong")).Errors);
        Assert.Equal(["错误次数太多，请在 09:01 之后再试。"], (await TryAsync(browser, name, Site.Password)).Errors);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["错误次数太多，请在 09:03 之后再试。"], (await TryAsync(browser, name, "wrong")).Errors);
    }

    [Fact]
    public async Task After_the_wait_the_right_password_is_taken_again()
    {
        await using Site site = await Site.StartAsync(_clock);
        await site.PersonAsync(Roles.Clerk);
        Browser browser = site.Visitor();
        for (int attempt = 0; attempt < Lockout.FreeAttempts; attempt++)
        {
            await TryAsync(browser, "person1", "wrong");
        }

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("/", (await TryAsync(browser, "person1", Site.Password)).Location);
    }

    [Fact]
    public async Task The_twenty_first_wrong_attempt_of_an_address_within_a_minute_is_turned_away()
    {
        await using Site site = await Site.StartAsync();
        await site.AdministratorAsync();
        Browser browser = site.Visitor();
        Page drawn = await browser.GetAsync("/sign-in");
        (string, string)[] fields = [("Name", "nobody"), ("Password", "wrong"), ("__RequestVerificationToken", drawn.Token)];

        List<HttpStatusCode> answers = [];
        for (int attempt = 0; attempt < 21; attempt++)
        {
            answers.Add((await browser.PostAsync("/sign-in", fields)).Status);
        }

        Assert.All(answers.Take(20), answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[20]);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in")).Status);
    }

    [Fact]
    public async Task A_whole_office_signs_in_from_behind_one_address_within_a_minute()
    {
        await using Site site = await Site.StartAsync();
        await site.AdministratorAsync();
        await site.PersonAsync(Roles.Clerk);
        using Browser drawing = site.Visitor();
        string token = (await drawing.GetAsync("/sign-in")).Token;

        for (int person = 0; person < 25; person++)
        {
            Page answer = await drawing.PostAsync(
                "/sign-in", ("Name", "person1"), ("Password", Site.Password), ("__RequestVerificationToken", token));

            Assert.Equal(HttpStatusCode.Redirect, answer.Status);
            drawing.Cookies.GetAllCookies().Single(cookie => cookie.Name == "session").Expired = true;
        }
    }

    [Fact]
    public async Task A_password_that_was_handed_out_has_to_be_changed_before_anything_else()
    {
        await using Site site = await Site.StartAsync();
        Person administrator = await site.AdministratorAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        string handedOut = await site.Get<Passwords>().HashAsync("handed out by hand", default);
        await site.Get<SignInStore>().SetPasswordAsync(clerk, handedOut, administrator.Id, keep: null);
        Browser browser = site.Visitor();

        Page next = await TryAsync(browser, "person1", "handed out by hand");
        Assert.Equal("/sign-in/new-password", next.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).Status);
        Page same = await browser.FillInAsync(next.Location!, ("Password", "handed out by hand"), ("Again", "handed out by hand"));
        Assert.Equal(["不能和原来的密码相同"], same.Errors);

        Page done = await browser.FillInAsync(next.Location!, ("Password", "my very own words"), ("Again", "my very own words"));

        Assert.Equal("/", done.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.FollowAsync(done)).Status);
        Assert.Equal("/", (await TryAsync(site.Visitor(), "person1", "my very own words")).Location);
    }

    [Fact]
    public async Task The_step_after_the_password_is_open_for_five_minutes()
    {
        await using Site site = await Site.StartAsync(_clock);
        Person administrator = await site.AdministratorAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        await site.Get<SignInStore>().SetPasswordAsync(
            clerk, await site.Get<Passwords>().HashAsync("handed out by hand", default), administrator.Id, keep: null);
        Browser browser = site.Visitor();
        await TryAsync(browser, "person1", "handed out by hand");

        _clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("/sign-in", (await browser.GetAsync("/sign-in/new-password")).Location);
    }

    [Fact]
    public async Task A_form_without_its_token_is_not_taken()
    {
        await using Site site = await Site.StartAsync();
        await site.PersonAsync(Roles.Clerk);

        Page page = await site.Visitor().PostAsync("/sign-in", ("Name", "person1"), ("Password", Site.Password));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("请求没有被接受", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_about_signing_in_is_in_the_security_log()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Browser browser = site.Visitor();
        await TryAsync(browser, "nobody", "wrong");
        await TryAsync(browser, "person1", "wrong");
        await TryAsync(browser, "person1", Site.Password);
        await browser.PressAsync("/account", "退出");

        var entries = await site.Get<SecurityStore>().ListAsync(clerk.Organisation, before: null, 4);

        Assert.Equal(
            [
                (SecurityAct.SignedOut, (PersonId?)clerk.Id),
                (SecurityAct.SignedIn, clerk.Id),
                (SecurityAct.SignInFailed, clerk.Id),
                (SecurityAct.SignInFailed, null),
            ],
            entries.Select(entry => (entry.Act, entry.Subject)));
        Assert.All(entries, entry => Assert.StartsWith("127.0.0.1", entry.Detail, StringComparison.Ordinal));
    }

    private static Task<Page> TryAsync(Browser browser, string name, string password) =>
        browser.FillInAsync("/sign-in", ("Name", name), ("Password", password));
}
