using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;

namespace Gongxing.Web.Features.Shared;

/// <summary>How a reader wants the pages: the language and large print. Two cookies of the browser, nobody's business else.</summary>
public static class Display
{
    public const string LanguageCookie = "language";
    public const string LargeCookie = "large";

    public static readonly CultureInfo[] Languages = [new("zh-CN"), new("en")];

    public static bool IsLarge(HttpRequest request) => request.Cookies[LargeCookie] == "yes";

    /// <summary>The address of the page that is shown, also when an error is shown in its place.</summary>
    public static string Here(HttpContext http) => http.Features.Get<IStatusCodeReExecuteFeature>() is { } error
        ? error.OriginalPathBase + error.OriginalPath + error.OriginalQueryString
        : http.Request.PathBase + http.Request.Path + http.Request.QueryString;

    /// <summary>The cookie of a choice made here, before what the browser was set up with.</summary>
    public static void Configure(RequestLocalizationOptions localization)
    {
        localization.DefaultRequestCulture = new RequestCulture(Languages[0]);
        localization.SupportedCultures = Languages;
        localization.SupportedUICultures = Languages;
        localization.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(http => Task.FromResult(
                http.Request.Cookies[LanguageCookie] is { Length: > 0 } language ? new ProviderCultureResult(language) : null)),
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }
}
