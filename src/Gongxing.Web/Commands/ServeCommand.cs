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
        var urls = new Option<string>("--urls") { Description = "监听地址", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var data = new Option<string>("--data") { Description = "数据目录", DefaultValueFactory = _ => "data" };
        var database = new Option<string?>("--database") { Description = "PostgreSQL 连接串（Host=…）；不填则用数据目录里的 SQLite" };
        var proxy = new Option<string?>("--proxy") { Description = "反向代理的 IP 地址；只相信它转来的 X-Forwarded-For 和 X-Forwarded-Proto" };
        var demo = new Option<string?>("--demo") { Description = "示例材料所在目录；数据目录为空时，先装入虚构的示例" };
        var command = new Command("serve", "启动网站") { urls, data, database, proxy, demo };
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
                result.AddError($"--proxy 须为 IP 地址，不是 {address}");
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
            return await FailAsync($"网站没有启动：{e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException)
        {
            string what = string.IsNullOrWhiteSpace(options.Database) ? $"数据目录 {options.Data}" : "数据库或数据目录";
            return await FailAsync($"不能使用{what}：{e.Message} 请检查路径、权限和磁盘，或用 --data 换一个目录。");
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
                return await FailAsync(WhyNotListening(options.Urls, e));
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
        string where = string.IsNullOrWhiteSpace(options.Database) ? options.Data : $"{options.Data}（文件和密钥），数据库为 PostgreSQL";
        Console.WriteLine($"躬行已启动：{url} ，数据在 {where} 。按 Ctrl+C 停止。");
        if (options.Proxy is null && app.Urls.Any(IsOpenToEavesdroppers))
        {
            Console.WriteLine("注意：http 不加密，同一网络里的人能看到密码。请改用 https，或放在 https 代理之后并用 --proxy 指明代理。");
        }

        if (await app.Services.GetRequiredService<Installation>().OrganisationAsync(ct) is null)
        {
            string code = app.Services.GetRequiredService<FirstRunCode>().Code;
            Console.WriteLine($"初次使用：请在本机打开上面的地址；从别的机器打开时需要启动码 {code} 。");
        }
    }

    private static async Task ShowAsync(WebApplication app, SiteOptions options, string samples, CancellationToken ct)
    {
        Console.WriteLine("正在装入示例…");
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        string? password = await scope.ServiceProvider.GetRequiredService<DemoData>()
            .EnsureAsync(samples, Path.Combine(options.Data, "demo-password"), ct);
        Console.WriteLine(password is null
            ? $"{options.Data} 里已有别的数据，没有装入示例。"
            : $"示例已装入。登录名 clerk（经办）、author（撰写人）、owner（责任人）、verifier（核验人）、head（领导）、admin（系统管理员），密码都是 {password} 。");
    }

    private static string WhyNotListening(string urls, Exception e) =>
        e.InnerException is AddressInUseException
            ? $"{urls} 已被其他程序占用：请先停掉它，或用 --urls 换一个端口。"
        : urls.Contains("https:", StringComparison.OrdinalIgnoreCase) && e is not (SocketException or FormatException)
            ? $"不能在 {urls} 上启动，证书不能用：{e.Message.Split('\n')[0].Trim()} 请用环境变量 Kestrel__Certificates__Default__Path 指明"
                + "证书文件，用 Kestrel__Certificates__Default__KeyPath 指明私钥文件（PEM），或用 …__Password 给出密码（PFX）。"
        : $"不能在 {urls} 上启动：{e.Message} 请用 --urls 换一个地址，例如 http://127.0.0.1:5080 。";

    private static bool IsOpenToEavesdroppers(string url) =>
        new Uri(url) is { Scheme: "http", IsLoopback: false };

    private static async Task<int> FailAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return WrongUsage;
    }
}
