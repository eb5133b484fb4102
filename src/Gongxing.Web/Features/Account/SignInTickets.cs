using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Microsoft.AspNetCore.DataProtection;

namespace Gongxing.Web.Features.Account;

/// <summary>Remembers between two pages that the password was right: who, what is asked next, where to go then.</summary>
/// <remarks>
/// Sealed in a cookie of the browser, good for five minutes and only while the password stays as it is. It opens no page but
/// the next step of signing in.
/// </remarks>
public sealed class SignInTickets(IDataProtectionProvider protection, TimeProvider clock, SignInStore store, Installation installation)
{
    private const string Cookie = "signing-in";

    private static readonly TimeSpan _life = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _seal = protection.CreateProtector(Cookie);

    public void Give(HttpContext http, SignIn signIn, SignInStep step, string back)
    {
        var ticket = new Ticket(signIn.Person.Id.Value, step, back, clock.GetUtcNow() + _life, MarkOf(signIn));
        http.Response.Cookies.Append(Cookie, _seal.Protect(JsonSerializer.Serialize(ticket)), Shape(http));
    }

    /// <summary>Who is at this step of signing in and where they want to go; null when they have to begin again.</summary>
    public async Task<(SignIn SignIn, string Back)?> FindAsync(HttpContext http, SignInStep step, CancellationToken ct)
    {
        if (Open(http.Request.Cookies[Cookie]) is not { } ticket
            || ticket.Step != step
            || ticket.Until <= clock.GetUtcNow()
            || await installation.OrganisationAsync(ct) is not { } organisation
            || await store.FindAsync(organisation.Id, new PersonId(ticket.Person), ct) is not { Person.IsActive: true } signIn
            || MarkOf(signIn) != ticket.Mark)
        {
            return null;
        }

        return (signIn, ticket.Back);
    }

    public static void Take(HttpContext http) => http.Response.Cookies.Delete(Cookie, Shape(http));

    private Ticket? Open(string? box)
    {
        try
        {
            return box is null ? null : JsonSerializer.Deserialize<Ticket>(_seal.Unprotect(box));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string MarkOf(SignIn signIn) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(signIn.PasswordHash)).AsSpan(0, 8));

    private static CookieOptions Shape(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/sign-in" };

    private sealed record Ticket(Guid Person, SignInStep Step, string Back, DateTimeOffset Until, string Mark);
}
