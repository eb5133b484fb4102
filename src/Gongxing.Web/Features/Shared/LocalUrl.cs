using Microsoft.AspNetCore.WebUtilities;

namespace Gongxing.Web.Features.Shared;

/// <summary>Addresses of this site.</summary>
public static class LocalUrl
{
    /// <summary><paramref name="url"/> if it stays on this site, else <paramref name="otherwise"/>.</summary>
    public static string Or(string? url, string otherwise) =>
        url is ['/', ..] && (url.Length == 1 || url[1] is not ('/' or '\\')) && !url.Any(char.IsControl) ? url : otherwise;

    /// <summary>The address of the page that is shown with some of its query changed; null takes a part away.</summary>
    public static string With(this HttpRequest request, params (string Name, string? Value)[] changes)
    {
        var query = request.Query
            .Where(part => !changes.Any(change => string.Equals(change.Name, part.Key, StringComparison.OrdinalIgnoreCase)))
            .SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value))
            .Concat(changes.Where(change => change.Value is not null)
                .Select(change => KeyValuePair.Create(change.Name, change.Value)));
        return QueryHelpers.AddQueryString(request.PathBase + request.Path, query);
    }
}
