namespace Gongxing.Web;

/// <summary>The cookie with the session's token. Gone when the browser closes; the server ends it earlier.</summary>
public static class SessionCookie
{
    // With the prefix a browser takes the cookie only over TLS and from this very host; plain http on loopback has no TLS.
    public const string Secure = "__Host-session";
    public const string Plain = "session";

    public static string? Read(HttpRequest request) => request.Cookies[Name(request)];

    public static void Set(HttpContext http, string token) => http.Response.Cookies.Append(Name(http.Request), token, Shape(http));

    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(Name(http.Request), Shape(http));

    private static string Name(HttpRequest request) => request.IsHttps ? Secure : Plain;

    // Lax: a link in a message from elsewhere opens the page it points to, but no form from elsewhere is signed in.
    private static CookieOptions Shape(HttpContext http) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/" };
}
