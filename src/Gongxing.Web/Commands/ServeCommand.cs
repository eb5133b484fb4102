using System.CommandLine;
using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Gongxing.Storage;
using Gongxing.Text;
using Gongxing.Web.Demo;
using Gongxing.Web.Features.FirstRun;
using Microsoft.AspNetCore.Connections;

namespace Gongxing.Web.Commands;

/// <summary><c>gongxing serve</c>: the site.</summary>
public static class ServeCommand
{
    private const int WrongUsage = 2;

    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = CommandTexts.Get("Urls"), DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var data = new Option<string>("--data") { Description = CommandTexts.Get("SiteData"), DefaultValueFactory = _ => "data" };
        var database = new Option<string?>("--database") { Description = CommandTexts.Get("SiteDatabase") };
        var proxy = new Option<string?>("--proxy") { Description = CommandTexts.Get("Proxy") };
        var demo = new Option<string?>("--demo") { Description = CommandTexts.Get("Demo") };
        var command = new Command("serve", CommandTexts.Get("Serve")) { urls, data, database, proxy, demo };
        command.SetAction((result, ct) => RunAsync(
            new SiteOptions
            {
                Urls = result.GetValue(urls)!,
                Data = Path.GetFullPath(result.GetValue(data)!),
                Database = result.GetValue(database),
                Proxy = result.GetValue(proxy) is { } address ? IPAddress.Parse(address) : null,
            },
            result.GetValue(demo),
            ct));
        proxy.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var address }] && !IPAddress.TryParse(address, out _))
            {
                result.AddError(CommandTexts.Get("NoAddress", "--proxy", address));
            }
        });
        return command;
    }

    // While a file arrives it lies where only the owner of the data may read, and what a crash left there goes with the next start.
    private static void KeepUploadsIn(string folder)
    {
        OwnerFolder.Make(Path.GetDirectoryName(folder)!);
        OwnerFolder.Make(folder);
        foreach (string left in Directory.EnumerateFiles(folder))
        {
            try
            {
                File.Delete(left);
            }
            catch (IOException)
            {
                // Another process of the same site is receiving it.
            }
        }

        Environment.SetEnvironmentVariable("ASPNETCORE_TEMP", folder);
    }

    private static async Task<int> RunAsync(SiteOptions options, string? demo, CancellationToken ct)
    {
        WebApplication app;
        try
        {
            KeepUploadsIn(Path.Combine(options.Data, "uploads"));
            app = await GongxingSite.CreateAsync(options, ct);
        }
        catch (MigrationException e)
        {
            return Fail(CommandTexts.Get("NotStarted", e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException)
        {
            string what = string.IsNullOrWhiteSpace(options.Database) ? CommandTexts.Get("TheDataFolder", options.Data) : CommandTexts.Get("TheDatabase");
            return Fail(CommandTexts.Get("DataUnusable", what, e.Message));
        }

        await using (app)
        {
            try
            {
                await app.StartAsync(ct);
            }
            catch (Exception e) when (e is IOException or SocketException or FormatException or InvalidOperationException
                or CryptographicException)
            {
                return Fail(WhyNotListening(options.Urls, e));
            }

            if (demo is not null)
            {
                await ShowAsync(app, options, demo, ct);
            }

            await SayAsync(app, options, ct);
            await app.WaitForShutdownAsync(ct);
        }

        return 0;
    }

    private static async Task SayAsync(WebApplication app, SiteOptions options, CancellationToken ct)
    {
        string url = string.Join(' ', app.Urls);
        string where = string.IsNullOrWhiteSpace(options.Database) ? options.Data : CommandTexts.Get("DataBeside", options.Data);
        Console.WriteLine(CommandTexts.Get("Started", url, where));
        if (options.Proxy is null && app.Urls.Any(IsOpenToEavesdroppers))
        {
            Console.WriteLine(CommandTexts.Get("NotEncrypted"));
        }

        if (await app.Services.GetRequiredService<Installation>().OrganisationAsync(ct) is null)
        {
            string code = app.Services.GetRequiredService<FirstRunCode>().Code;
            Console.WriteLine(CommandTexts.Get("FirstUse", code));
        }
    }

    private static async Task ShowAsync(WebApplication app, SiteOptions options, string samples, CancellationToken ct)
    {
        Console.WriteLine(CommandTexts.Get("DemoLoading"));
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        string? password = await scope.ServiceProvider.GetRequiredService<DemoData>()
            .EnsureAsync(samples, Path.Combine(options.Data, "demo-password"), ct);
        Console.WriteLine(password is null
            ? CommandTexts.Get("DemoNotLoaded", options.Data)
            : CommandTexts.Get("DemoLoaded", password));
    }

    private static string WhyNotListening(string urls, Exception e) =>
        e.InnerException is AddressInUseException
            ? CommandTexts.Get("AddressInUse", urls)
        : urls.Contains("https:", StringComparison.OrdinalIgnoreCase) && e is not (SocketException or FormatException)
            ? CommandTexts.Get("CertificateUnusable", urls, e.Message.Split('\n')[0].Trim())
        : CommandTexts.Get("AddressUnusable", urls, e.Message);

    private static bool IsOpenToEavesdroppers(string url) =>
        new Uri(url) is { Scheme: "http", IsLoopback: false };

    private static int Fail(string sentence)
    {
        TerminalText.Complain(sentence);
        return WrongUsage;
    }
}
