using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Gongxing.Web.Tests;

/// <summary>The real site on a free port of this machine, with a data folder of its own that goes when it is disposed.</summary>
/// <remarks>
/// One a test: nothing is shared, so tests run in parallel.
/// <code>
/// await using Site site = await Site.StartAsync();
/// Person clerk = await site.PersonAsync(Roles.Clerk);
/// Page page = await site.SignedInAs(clerk).FillInAsync("/ledger/new", ("Finding", "…"));
/// Assert.Equal("/ledger", page.Location);
/// </code>
/// </remarks>
public sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _data;

    private Site(WebApplication app, DirectoryInfo data)
    {
        _app = app;
        _data = data;
        Address = new Uri(app.Urls.Single());
    }

    public Uri Address { get; }

    public string Data => _data.FullName;

    /// <param name="clock">Time as the site sees it, e.g. a FakeTimeProvider; the real time when null.</param>
    /// <param name="change">Other options to start with.</param>
    public static async Task<Site> StartAsync(TimeProvider? clock = null, Func<SiteOptions, SiteOptions>? change = null)
    {
        DirectoryInfo data = Directory.CreateTempSubdirectory("gongxing-");
        var options = new SiteOptions
        {
            Urls = "http://127.0.0.1:0",
            Data = data.FullName,
            Clock = clock ?? TimeProvider.System,
            PasswordRounds = 1,
        };
        WebApplication app = await GongxingSite.CreateAsync(change?.Invoke(options) ?? options);
        await app.StartAsync();
        return new Site(app, data);
    }

    /// <summary>A store or anything else the site has registered once.</summary>
    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>A browser in which nobody is signed in.</summary>
    public Browser Visitor() => new(Address);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
