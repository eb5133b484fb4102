using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Shared;

/// <summary>The one page for everything that went wrong: what happened, and what to do now. Never a detail of the program.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(IStringLocalizer<SharedTexts> shared) : PageModel
{
    private static readonly int[] _known = [400, 403, 404, 409, 413, 429, 500, 503, 507];

    public string Title => shared[$"Error.{Kind}.Title"];

    public string Sentence =>
        RefusedActs.Reason(HttpContext) is { } refusal ? shared[$"Refusal.{refusal}"] : shared[$"Error.{Kind}.Sentence"];

    public string Advice => shared[$"Error.{Kind}.Advice"];

    /// <summary>What to tell the administrator, who finds it in the log; only for our own failures.</summary>
    public string? Reference => Kind == StatusCodes.Status500InternalServerError ? HttpContext.TraceIdentifier : null;

    private int Kind => _known.Contains(Response.StatusCode) ? Response.StatusCode : Response.StatusCode < 500 ? 400 : 500;

    public void OnGet() => DirectVisitFindsNothing();

    public void OnPost() => DirectVisitFindsNothing();

    private void DirectVisitFindsNothing()
    {
        if (Response.StatusCode < StatusCodes.Status400BadRequest)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
