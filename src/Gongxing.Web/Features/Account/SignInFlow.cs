using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Account;

/// <summary>The steps of signing in: password, code where one is set up, a password of one's own where the first was given.</summary>
public sealed class SignInFlow(
    Installation installation,
    SignInStore store,
    SessionStore sessions,
    SecurityStore security,
    Passwords passwords,
    SignInTickets tickets,
    UnknownNames unknown,
    TimeProvider clock)
{
    /// <summary>Checks a password, whether there is such a name or not: the same answer after the same time.</summary>
    public async Task<PasswordCheck> CheckAsync(HttpContext http, string name, string password, CancellationToken ct)
    {
        Organisation organisation = (await installation.OrganisationAsync(ct))!;
        SignIn? signIn = await store.FindAsync(organisation.Id, name, ct);
        Lockout lockout = signIn?.Lockout ?? unknown.Find(name);
        if (lockout.IsLocked(clock.GetUtcNow()))
        {
            return new PasswordCheck(null, lockout.LockedUntil);
        }

        PasswordVerificationResult result = await passwords.VerifyAsync(signIn?.PasswordHash, password, ct);
        if (signIn is not { Person.IsActive: true } || result == PasswordVerificationResult.Failed)
        {
            return new PasswordCheck(null, (await FailAsync(http, organisation.Id, signIn, name, ct)).LockedUntil);
        }

        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            await store.RehashAsync(signIn.Person, await passwords.HashAsync(password, ct), ct);
            signIn = await store.FindAsync(organisation.Id, signIn.Person.Id, ct);
        }

        return new PasswordCheck(signIn, null);
    }

    /// <summary>On to what is still asked for, or in.</summary>
    public async Task<IActionResult> GoOnAsync(HttpContext http, SignIn signIn, bool codeGiven, string back, CancellationToken ct)
    {
        if (signIn.TotpSecret is not null && !codeGiven)
        {
            tickets.Give(http, signIn, SignInStep.Code, back);
            return new RedirectResult("/sign-in/code");
        }

        if (signIn.MustChangePassword)
        {
            tickets.Give(http, signIn, SignInStep.NewPassword, back);
            return new RedirectResult("/sign-in/new-password");
        }

        await EnterAsync(http, signIn.Person, ct);
        return new LocalRedirectResult(LocalUrl.Or(back, "/"));
    }

    /// <summary>Starts a session and gives its token to the browser; one it held before is over.</summary>
    public async Task EnterAsync(HttpContext http, Person person, CancellationToken ct)
    {
        if (SessionCookie.Read(http.Request) is { } before)
        {
            await sessions.EndAsync(person.Organisation, before, ct);
        }

        await store.SucceedAsync(person, Device.Place(http), ct);
        SessionCookie.Set(http, await sessions.StartAsync(person, Device.Of(http.Request), ct));
        SignInTickets.Take(http);
    }

    private async Task<Lockout> FailAsync(HttpContext http, OrganisationId organisation, SignIn? signIn, string name, CancellationToken ct)
    {
        if (signIn is not null)
        {
            return await store.FailAsync(signIn.Person, Device.Place(http), ct);
        }

        // Not the name that was typed: people type their password there.
        await security.AddAsync(organisation, SecurityAct.SignInFailed, null, null, Device.Place(http), ct);
        return unknown.Fail(name);
    }
}

/// <param name="SignIn">Who it is; null when the name or the password is wrong.</param>
/// <param name="LockedUntil">Until when no attempt is taken, if that is so.</param>
public sealed record PasswordCheck(SignIn? SignIn, DateTimeOffset? LockedUntil);
