using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gongxing.Web.Tests;

/// <summary>An answer of the site, with its document ready to be asked.</summary>
public sealed partial record Page(HttpStatusCode Status, string? Location, HttpResponseMessage Response, byte[] Body)
{
    public string Html => Encoding.UTF8.GetString(Body);

    public IHtmlDocument Document { get; } = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(Body));

    /// <summary>What the main part says, blanks run together.</summary>
    public string Text => Blanks().Replace(Document.QuerySelector("main")?.TextContent ?? Html, " ").Trim();

    public string Title => Document.Title ?? "";

    /// <summary>The lines of the error summary.</summary>
    public string[] Errors => [.. Document.QuerySelectorAll(".summary li").Select(line => line.TextContent.Trim())];

    /// <summary>What the page says about the act before it.</summary>
    public string? Notice => Document.QuerySelector(".notice")?.TextContent.Trim();

    /// <summary>The token its forms carry.</summary>
    public string Token => Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    public string[] All(string selector) => [.. Document.QuerySelectorAll(selector).Select(found => Blanks().Replace(found.TextContent, " ").Trim())];

    public Page Expect(HttpStatusCode status) =>
        Status == status ? this : throw new InvalidOperationException($"Expected {status}, got {Status} {Location}:\n{Text}");

    internal static async Task<Page> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Headers.Location?.ToString(),
        response,
        await response.Content.ReadAsByteArrayAsync());

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
