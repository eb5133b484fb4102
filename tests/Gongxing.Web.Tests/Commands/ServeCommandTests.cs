namespace Gongxing.Web.Tests.Commands;

public class ServeCommandTests
{
    [Fact]
    public async Task What_a_crash_left_of_an_upload_is_gone_with_the_next_start()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gongxing-");
        string left = Path.Combine(folder.CreateSubdirectory("uploads").FullName, "ASPNETCORE_left.tmp");
        await File.WriteAllTextAsync(left, "半份材料");

        await using (await RunningServer.StartAsync(folder.FullName))
        {
            Assert.False(File.Exists(left));
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("serve --urls http://127.0.0.1:0 --urls=http://127.0.0.1:1", "--urls 写了 2 次，只能写一次。")]
    [InlineData("compare a --against b --against c --against d", "--against 写了 3 次，只能写一次。")]
    [InlineData("serve --port 80", "没有 --port 这个选项。\n用不着“80”。")]
    [InlineData("serve --demo=samples extra", "用不着“extra”。")]
    [InlineData("serv", "没有“serv”这个命令。")]
    [InlineData("--serve", "没有 --serve 这个选项。")]
    [InlineData("rules lst", "没有“lst”这个命令。")]
    public async Task A_wrong_call_is_answered_in_our_words(string call, string said)
    {
        CommandRun run = await CommandRun.OfAsync(call.Split(' '));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"{said}\n用 gongxing ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("--help 查看用法。\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gone.pem", null)]
    [InlineData("broken.pfx", "wrong")]
    public async Task A_certificate_that_cannot_be_used_is_named_with_what_to_do(string certificate, string? password)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gongxing-");
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "broken.pfx"), "no certificate"u8.ToArray());

        CommandRun run = await CommandRun.OfAsync(
            ["serve", "--urls", "https://127.0.0.1:0", "--data", Path.Combine(folder.FullName, "data")],
            "zh_CN.UTF-8",
            ("Kestrel__Certificates__Default__Path", Path.Combine(folder.FullName, certificate)),
            ("Kestrel__Certificates__Default__Password", password ?? ""));
        folder.Delete(recursive: true);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("不能在 https://127.0.0.1:0 上启动，证书不能用：", run.Error, StringComparison.Ordinal);
        Assert.Contains("Kestrel__Certificates__Default__Path", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }
}
