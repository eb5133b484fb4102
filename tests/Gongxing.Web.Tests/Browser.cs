using System.Net;

namespace Gongxing.Web.Tests;

/// <summary>What a browser without script does: keeps cookies, fetches pages, fills in forms. Redirects are not followed.</summary>
public sealed class Browser(Uri address, Func<CookieContainer, Task>? beforeFirst = null) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
    });

    private Func<CookieContainer, Task>? _beforeFirst = beforeFirst;

    public CookieContainer Cookies { get; } = new();

    /// <summary>Sent with every request, e.g. Accept-Language.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public Task<Page> GetAsync(string url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, url)));

    /// <summary>Sends a form as it stands, also a forged one: no token is added, nothing is fetched first.</summary>
    public Task<Page> PostAsync(string url, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(address, url))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });

    /// <summary>
    /// Opens a page, fills in the form in its main part that has all these fields, and sends it; what is not named is sent as
    /// the page has it, the token included. A button's name and value count as a field. To tick a box give its value; to tick
    /// several of one name, name them several times; an empty value takes the ticks away.
    /// </summary>
    public async Task<Page> FillInAsync(string url, params (string Name, string Value)[] fields)
    {
        Page page = (await GetAsync(url)).Expect(HttpStatusCode.OK);
        Form form = Form.With(page, fields.Select(field => field.Name));
        return await SendAsync(form.ToRequest(new Uri(address, url), fields, []));
    }

    /// <summary>As <see cref="FillInAsync"/>, with files chosen in the file input named <paramref name="input"/>.</summary>
    public async Task<Page> UploadAsync(
        string url,
        string input,
        IEnumerable<(string FileName, byte[] Content)> files,
        params (string Name, string Value)[] fields)
    {
        Page page = (await GetAsync(url)).Expect(HttpStatusCode.OK);
        Form form = Form.With(page, fields.Select(field => field.Name).Append(input));
        return await SendAsync(form.ToRequest(
            new Uri(address, url), fields, [.. files.Select(file => (input, file.FileName, file.Content))]));
    }

    /// <summary>Presses a button of a page that was got before from <paramref name="url"/>, as it stood then.</summary>
    public Task<Page> PressOnAsync(Page page, string url, string button) =>
        SendAsync(Form.Of(page, button, out (string, string)[] pressed).ToRequest(new Uri(address, url), pressed, []));

    /// <summary>Opens a page and presses the button that reads <paramref name="button"/>, with its form filled in.</summary>
    public async Task<Page> PressAsync(string url, string button, params (string Name, string Value)[] fields)
    {
        Page page = (await GetAsync(url)).Expect(HttpStatusCode.OK);
        Form form = Form.Of(page, button, out (string, string)[] pressed);
        return await SendAsync(form.ToRequest(new Uri(address, url), [.. fields, .. pressed], []));
    }

    /// <summary>Opens where the answer sent the browser to.</summary>
    public Task<Page> FollowAsync(Page page) =>
        GetAsync(page.Location ?? throw new InvalidOperationException($"{page.Status} leads nowhere:\n{page.Text}"));

    /// <summary>Before a proxy that speaks TLS: what this browser has open is https, whatever reaches the site.</summary>
    public void GoThroughTls() => Headers["X-Forwarded-Proto"] = "https";

    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        Uri open = Headers.GetValueOrDefault("X-Forwarded-Proto") == "https"
            ? new UriBuilder(request.RequestUri!) { Scheme = "https" }.Uri
            : request.RequestUri!;
        if (_beforeFirst is { } prepare)
        {
            _beforeFirst = null;
            await prepare(Cookies);
        }

        if (Cookies.GetCookieHeader(open) is { Length: > 0 } cookieHeader)
        {
            request.Headers.Add("Cookie", cookieHeader);
        }

        foreach ((string name, string value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using (request)
        {
            using HttpResponseMessage response = await _http.SendAsync(request);
            if (response.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies))
            {
                foreach (string cookie in cookies)
                {
                    Cookies.SetCookies(open, cookie);
                }
            }

            return await Page.ReadAsync(response);
        }
    }

    public void Dispose() => _http.Dispose();
}
