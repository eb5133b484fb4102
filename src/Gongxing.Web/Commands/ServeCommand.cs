using System.CommandLine;

namespace Gongxing.Web.Commands;

/// <summary><c>gongxing serve</c>: the site.</summary>
public static class ServeCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "监听地址", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var data = new Option<string>("--data") { Description = "数据目录", DefaultValueFactory = _ => "data" };
        var database = new Option<string?>("--database") { Description = "PostgreSQL 连接串（Host=…）；不填则用数据目录里的 SQLite" };
        var command = new Command("serve", "启动网站") { urls, data, database };
        command.SetAction(async (result, ct) =>
        {
            await using WebApplication app = await GongxingSite.CreateAsync(new SiteOptions
            {
                Urls = result.GetValue(urls)!,
                Data = result.GetValue(data)!,
                Database = result.GetValue(database),
            }, ct);
            await app.StartAsync(ct);
            await app.WaitForShutdownAsync(ct);
            return 0;
        });
        return command;
    }
}
