using System.Net;
using Gongxing.Core.People;
using Microsoft.Extensions.Time.Testing;
using OtpNet;

namespace Gongxing.Web.Tests.Features.Account;

public class SecondFactorTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2024, 1, 15, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task With_a_second_step_the_password_alone_opens_nothing()
    {
        await using Site site = await Site.StartAsync(_clock);
        (byte[] secret, _) = await TurnOnAsync(site, await site.PersonAsync(Roles.Clerk));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Browser browser = site.Visitor();

        Page next = await PasswordAsync(browser);
        Assert.Equal("/sign-in/code", next.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).Status);
        Page done = await browser.FillInAsync("/sign-in/code", ("Code", CodeOf(secret)));

        Assert.Equal("/", done.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        await using Site site = await Site.StartAsync(_clock);
        (byte[] secret, _) = await TurnOnAsync(site, await site.PersonAsync(Roles.Clerk));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Browser first = site.Visitor();
        await PasswordAsync(first);
        await first.FillInAsync("/sign-in/code", ("Code", CodeOf(secret)));
        Browser second = site.Visitor();
        await PasswordAsync(second);

        Page replayed = await second.FillInAsync("/sign-in/code", ("Code", CodeOf(secret)));

        Assert.Equal(["验证码不对，或已经用过；请等下一个。"], replayed.Errors);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_the_phone_once()
    {
        await using Site site = await Site.StartAsync(_clock);
        (_, string[] codes) = await TurnOnAsync(site, await site.PersonAsync(Roles.Clerk));
        Assert.Equal(10, codes.Length);
        Browser first = site.Visitor();
        await PasswordAsync(first);
        Browser second = site.Visitor();
        await PasswordAsync(second);

        string typed = codes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal);
        Assert.Equal("/", (await first.FillInAsync("/sign-in/code", ("Code", typed))).Location);

        Assert.Single((await second.FillInAsync("/sign-in/code", ("Code", typed))).Errors);
    }

    [Fact]
    public async Task Wrong_codes_lock_as_wrong_passwords_do()
    {
        await using Site site = await Site.StartAsync(_clock);
        (byte[] secret, _) = await TurnOnAsync(site, await site.PersonAsync(Roles.Clerk));
        Browser browser = site.Visitor();
        await PasswordAsync(browser);
        for (int attempt = 0; attempt < Lockout.FreeAttempts; attempt++)
        {
            await browser.FillInAsync("/sign-in/code", ("Code", "000000"));
        }

        Page page = await browser.FillInAsync("/sign-in/code", ("Code", CodeOf(secret)));

        Assert.Equal(["错误次数太多，请在 09:01 之后再试。"], page.Errors);
    }

    [Fact]
    public async Task It_is_turned_off_with_the_password_only()
    {
        await using Site site = await Site.StartAsync(_clock);
        Person clerk = await site.PersonAsync(Roles.Clerk);
        await TurnOnAsync(site, clerk);
        Browser browser = site.SignedInAs(clerk);

        Page wrong = await browser.FillInAsync("/account/second-factor", ("Password", "wrong"));
        Assert.Equal(["现在的密码不对"], wrong.Errors);
        Page done = await browser.FillInAsync("/account/second-factor", ("Password", Site.Password));

        Assert.Equal("/account", done.Location);
        Assert.Equal("/", (await PasswordAsync(site.Visitor())).Location);
    }

    private static Task<Page> PasswordAsync(Browser browser) =>
        browser.FillInAsync("/sign-in", ("Name", "person1"), ("Password", Site.Password));

    private string CodeOf(byte[] secret) => new Totp(secret).ComputeTotp(_clock.GetUtcNow().UtcDateTime);

    private async Task<(byte[] Secret, string[] Codes)> TurnOnAsync(Site site, Person person)
    {
        Browser browser = site.SignedInAs(person);
        Page page = await browser.GetAsync("/account/second-factor");
        byte[] secret = Base32Encoding.ToBytes(page.All("code").Single().Replace(" ", "", StringComparison.Ordinal));
        string box = page.Document.QuerySelector("input[name=Secret]")!.GetAttribute("value")!;
        Page on = await browser.PostAsync(
            "/account/second-factor",
            ("Secret", box), ("Code", CodeOf(secret)), ("__RequestVerificationToken", page.Token));
        return (secret, on.All(".codes code"));
    }
}
