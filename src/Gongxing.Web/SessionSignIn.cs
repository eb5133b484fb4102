using System.Text.Encodings.Web;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Gongxing.Web;

/// <summary>Tells who a request is from by the session cookie, and sends whoever is nobody to sign in.</summary>
/// <remarks>The session is looked up at every request: who is disabled, loses a role or is signed out is out at once.</remarks>
public sealed class SessionSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    Installation installation,
    SessionStore sessions,
    SiteOptions site) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Request) is not { } token
            || await installation.OrganisationAsync(Context.RequestAborted) is not { } organisation
            || await sessions.FindAsync(organisation.Id, token, site.SessionIdle, Context.RequestAborted) is not (Person person, _))
        {
            return AuthenticateResult.NoResult();
        }

        return AuthenticateResult.Success(new AuthenticationTicket(CurrentPerson.ToPrincipal(person), Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        bool founded = await installation.OrganisationAsync(Context.RequestAborted) is not null;
        bool reads = HttpMethods.IsGet(Request.Method);

        // A form stands at the address it is sent to, without the name of its button.
        string here = reads ? Display.Here(Context) : Request.PathBase + Request.Path;
        List<string> asked = here is "/" or "/sign-out" ? [] : [$"back={Uri.EscapeDataString(here)}"];
        if (SessionCookie.Read(Request) is not null)
        {
            asked.Add($"expired={(reads ? SessionExpiry.Idle : SessionExpiry.Unsaved)}");
        }

        Response.Redirect(!founded ? "/first-run" : asked.Count == 0 ? "/sign-in" : $"/sign-in?{string.Join('&', asked)}");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

/// <summary>What somebody is told whose session has ended.</summary>
public enum SessionExpiry
{
    /// <summary>They came back to a page.</summary>
    Idle,

    /// <summary>They sent a form, which was not taken.</summary>
    Unsaved,
}
