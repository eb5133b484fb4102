using System.Net;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Account;
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
    private readonly Func<Task>? _afterwards;
    private Person? _administrator;
    private int _people;

    private Site(WebApplication app, DirectoryInfo data, Func<Task>? afterwards)
    {
        _app = app;
        _data = data;
        _afterwards = afterwards;
        Address = new Uri(app.Urls.Single());
    }

    /// <summary>Of everybody made here.</summary>
    public const string Password = "correct horse battery";

    public Uri Address { get; }

    public string Data => _data.FullName;

    /// <param name="clock">Time as the site sees it, e.g. a FakeTimeProvider; the real time when null.</param>
    /// <param name="change">Other options to start with.</param>
    /// <param name="afterwards">Done when the site is gone.</param>
    public static async Task<Site> StartAsync(
        TimeProvider? clock = null, Func<SiteOptions, SiteOptions>? change = null, Func<Task>? afterwards = null)
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
        return new Site(app, data, afterwards);
    }

    /// <summary>A store or anything else the site has registered once.</summary>
    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>A browser in which nobody is signed in.</summary>
    public Browser Visitor() => new(Address);

    /// <summary>A browser in which <paramref name="person"/> is signed in (a session starts with its first request).</summary>
    public Browser SignedInAs(Person person) => new(Address, async cookies =>
    {
        string token = await Get<SessionStore>().StartAsync(person, "Test");
        cookies.Add(new Cookie(SessionCookie.Plain, token, "/", Address.Host));
    });

    /// <summary>The administrator, and with the first call the organisation (某某街道, which is its topmost office too).</summary>
    public async Task<Person> AdministratorAsync()
    {
        string hash = await Get<Passwords>().HashAsync(Password, default);
        return _administrator ??= await Get<PeopleStore>().FoundAsync("某某街道", "admin", "管理员甲", hash);
    }

    /// <summary>An office under <paramref name="parent"/>, or under the topmost.</summary>
    public async Task<Office> OfficeAsync(string name, OfficeId? parent = null)
    {
        Person administrator = await AdministratorAsync();
        return await Get<PeopleStore>().AddOfficeAsync(
            administrator.Organisation, name, parent ?? administrator.Office, administrator.Id);
    }

    /// <summary>Somebody active with these roles and <see cref="Password"/>, in the topmost office if none is given.</summary>
    public async Task<Person> PersonAsync(Roles roles, string? name = null, OfficeId? office = null)
    {
        Person administrator = await AdministratorAsync();
        int number = Interlocked.Increment(ref _people);
        var person = new Person(
            administrator.Organisation,
            PersonId.New(),
            $"person{number}",
            name ?? $"人员{number}",
            office ?? administrator.Office,
            "科员",
            roles,
            IsActive: true);
        string hash = await Get<Passwords>().HashAsync(Password, default);
        await Get<PeopleStore>().AddAsync(person, hash, mustChangePassword: false, administrator.Id);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
        await (_afterwards?.Invoke() ?? Task.CompletedTask);
    }
}
