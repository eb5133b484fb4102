using Microsoft.Playwright;

namespace Gongxing.Browser.Tests;

/// <summary>The Chromium of this machine, without a window, started once for all tests. Nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] _places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly string[] _flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _driver;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        string? executable = _places.FirstOrDefault(File.Exists);
        if (executable is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            return;
        }

        _driver = await Playwright.CreateAsync();
        _browser = await _driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = _flags });
    }

    /// <summary>A window of its own cookies on <paramref name="site"/>. Skips the test where there is no Chromium, but not on CI.</summary>
    public async Task<Window> OpenAsync(Uri site, View view)
    {
        Assert.SkipWhen(_browser is null, "Chromium is not installed: apt-get install chromium");
        IBrowserContext context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            ViewportSize = new ViewportSize { Width = view.Width, Height = 900 },
            Locale = view.Language,
            TimezoneId = "Asia/Shanghai",
        });
        context.SetDefaultTimeout(60_000);
        if (view.Large)
        {
            await context.AddCookiesAsync([new Cookie { Name = "large", Value = "yes", Url = site.ToString() }]);
        }

        return new Window(context, await context.NewPageAsync(), view);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _driver?.Dispose();
    }
}
