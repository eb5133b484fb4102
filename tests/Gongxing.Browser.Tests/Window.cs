using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Gongxing.Browser.Tests;

/// <summary>A window of the browser on the site, which notes everything the browser complains of.</summary>
public sealed partial class Window : IAsyncDisposable
{
    // WCAG 2.2 AA and what axe calls best practice; target-size is off by default.
    private static readonly AxeRunOptions _rules = new()
    {
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    private readonly IBrowserContext _context;
    private readonly View _view;
    private readonly List<string> _complaints = [];

    public Window(IBrowserContext context, IPage page, View view)
    {
        (_context, Page, _view) = (context, page, view);

        // A refused script or style is a message here, and so is a failed request.
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    public Task GoAsync(string url) => AgainAsync(async () => await Page.GotoAsync(url));

    /// <summary>Puts the session of somebody who is signed in over HTTP into this window.</summary>
    public Task SignInAsync(Uri site, string token) =>
        _context.AddCookiesAsync([new Cookie { Name = "session", Value = token, Url = site.ToString() }]);

    public Task FillAsync(string name, string value) => Page.Locator($"main [name='{name}']").FillAsync(value);

    public Task PressAsync(string button) =>
        Page.Locator("button, a.button").GetByText(button, new LocatorGetByTextOptions { Exact = true }).First.ClickAsync();

    /// <summary>
    /// Has axe look at the page, and checks that it does not scroll sideways, that no row of links is cut and that the browser
    /// complained of nothing.
    /// With GONGXING_SCREENSHOTS set to a folder, a picture of it is kept there.
    /// </summary>
    public Task LookAsync() => AgainAsync(LookOnceAsync);

    /// <summary>What the page says in Chinese, also to those who only hear it; empty for nothing.</summary>
    /// <remarks>What is marked as Chinese is meant to be.</remarks>
    /// <param name="given">Words that people wrote, which no page translates.</param>
    public Task<string> ChineseAsync(params string[] given) => Page.EvaluateAsync<string>(
        """
        (given) => {
          const page = document.documentElement.cloneNode(true);
          page.querySelectorAll("[lang=zh-CN], script, style").forEach(part => part.remove());
          const said = [page.textContent];
          for (const part of page.querySelectorAll("*")) {
            for (const name of ["aria-label", "title", "placeholder", "alt", "data-label", "data-confirm"]) {
              said.push(part.getAttribute(name) || "");
            }
          }
          const own = given.reduce((text, words) => text.split(words).join(""), said.join("\n"));
          return (own.match(/.*[\u2e80-\u2fff\u3001-\u9fff\uf900-\ufaff\uff00-\uff60].*/g) || []).join("\n");
        }
        """,
        given);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private async Task LookOnceAsync()
    {
        AxeResult found = await Page.RunAxe(_rules);
        string url = new Uri(Page.Url).PathAndQuery;
        string[] violations =
        [
            .. from violation in found.Violations
               from node in violation.Nodes
               select $"{url} ({_view}): {violation.Id}: {violation.Help}: {node.Html}",
        ];
        Assert.True(violations.Length == 0, string.Join('\n', violations));
        int overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{url} ({_view}) is {overflow} px wider than the window.");
        bool isCut = await Page.EvaluateAsync<bool>(
            "[...document.querySelectorAll('.nav, .tabs')].some(bar => bar.scrollWidth > bar.clientWidth)");
        Assert.False(isCut, $"{url} ({_view}): a row of links is cut.");
        Assert.True(_complaints.Count == 0, string.Join('\n', _complaints));
        if (Environment.GetEnvironmentVariable("GONGXING_SCREENSHOTS") is { Length: > 0 } folder)
        {
            string name = NotInFileNames().Replace(url.Trim('/'), "_");
            await Page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(folder, $"{(name.Length == 0 ? "home" : name)}-{_view}.png"),
                FullPage = true,
            });
        }
    }

    // A page that fetches itself anew may do so at any moment, and then the browser gives up what was asked for.
    private static async Task AgainAsync(Func<Task> act)
    {
        for (int more = 3; ; more--)
        {
            try
            {
                await act();
                return;
            }
            catch (PlaywrightException e) when (more > 0
                && (e.Message.Contains("ERR_ABORTED", StringComparison.Ordinal)
                    || e.Message.Contains("interrupted by another navigation", StringComparison.Ordinal)
                    || e.Message.Contains("Execution context was destroyed", StringComparison.Ordinal)))
            {
            }
        }
    }

    [GeneratedRegex("[^A-Za-z0-9-]+")]
    private static partial Regex NotInFileNames();
}
