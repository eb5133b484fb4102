namespace Gongxing.Web.Tests.Commands;

public class ServeCommandTests
{
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
