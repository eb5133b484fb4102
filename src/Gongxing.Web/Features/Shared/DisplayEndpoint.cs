using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Shared;

/// <summary>POST /display: takes the choice of language or large print and goes back to where it was made.</summary>
public static class DisplayEndpoint
{
    public static void MapDisplay(this IEndpointRouteBuilder site) => site.MapPost("/display", Choose).AllowAnonymous();

    private static RedirectHttpResult Choose(
        HttpContext http,
        [FromForm] string? language,
        [FromForm] string? large,
        [FromForm] string? back)
    {
        var year = new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            Secure = http.Request.IsHttps,
        };
        if (Display.Languages.Any(known => known.Name == language))
        {
            http.Response.Cookies.Append(Display.LanguageCookie, language!, year);
        }

        if (large is "yes" or "no")
        {
            http.Response.Cookies.Append(Display.LargeCookie, large, year);
        }

        return TypedResults.LocalRedirect(LocalUrl.Or(back, "/"));
    }
}
