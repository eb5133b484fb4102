using Microsoft.AspNetCore.Authorization;

namespace Gongxing.Web.Features.Shared;

/// <summary>The main parts of the site, as far as they exist and the person may open them.</summary>
public sealed class Navigation(EndpointDataSource endpoints, IAuthorizationService authorization)
{
    // The page of each part is found by its address, so a part shows as soon as it has a page. Others may belong to it.
    private static readonly (string Url, string Text, string[] Others)[] _parts =
    [
        ("/", "Nav.Workbench", []),
        ("/materials", "Nav.Materials", ["/rules", "/common-wording"]),
        ("/rounds", "Nav.Rounds", ["/submissions", "/asked"]),
        ("/ledger", "Nav.Ledger", []),
        ("/search", "Nav.Search", []),
        ("/people", "Nav.People", []),
        ("/offices", "Nav.Offices", []),
    ];

    public async Task<IReadOnlyList<NavigationEntry>> EntriesAsync(HttpContext http)
    {
        var entries = new List<NavigationEntry>();
        foreach ((string url, string text, string[] others) in _parts)
        {
            if (Policy(url) is { } policy && (await authorization.AuthorizeAsync(http.User, policy)).Succeeded)
            {
                bool isCurrent = others.Prepend(url).Any(one => IsWithin(http.Request.Path, one));
                entries.Add(new NavigationEntry(url, text, isCurrent));
            }
        }

        return entries;
    }

    private string? Policy(string url) =>
        endpoints.Endpoints.OfType<RouteEndpoint>()
            .FirstOrDefault(endpoint => endpoint.RoutePattern.RawText?.Trim('/') == url.Trim('/'))
            ?.Metadata.GetMetadata<IAuthorizeData>()?.Policy;

    private static bool IsWithin(PathString path, string url) =>
        url == "/" ? path == "/" : path.StartsWithSegments(url, StringComparison.Ordinal);
}

public sealed record NavigationEntry(string Url, string Text, bool IsCurrent);
