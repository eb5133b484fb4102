using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Gongxing.Web.Tests.Commands;

/// <summary>What <c>./run</c> asks the program for: a script beside it tells.</summary>
public sealed class RunLauncherTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("gongxing-run").FullName;

    public RunLauncherTests()
    {
        string launcher = Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "run");
        File.Copy(launcher, Path.Combine(_root, "run"));

        // Copied for its permission to be run.
        string program = Path.Combine(_root, "gongxing");
        File.Copy(launcher, program);
        File.WriteAllText(program, "#!/bin/sh\necho \"$*\"\n");
    }

    [Theory]
    [InlineData("", "serve --data {root}/data --urls http://127.0.0.1:5080")]
    [InlineData("--demo", "serve --demo {root}/samples --data {root}/data-demo --urls http://127.0.0.1:5080")]
    [InlineData("--urls http://0.0.0.0:80", "serve --urls http://0.0.0.0:80 --data {root}/data")]
    [InlineData("--urls=http://0.0.0.0:80 --data=/srv", "serve --urls=http://0.0.0.0:80 --data=/srv")]
    [InlineData(
        "--demo --data /srv --proxy 10.0.0.1",
        "serve --demo {root}/samples --data /srv --proxy 10.0.0.1 --urls http://127.0.0.1:5080")]
    [InlineData("--demo /papers", "serve --demo /papers --data {root}/data-demo --urls http://127.0.0.1:5080")]
    [InlineData("--database Host=db", "serve --database Host=db --data {root}/data --urls http://127.0.0.1:5080")]
    [InlineData("--unheard-of", "serve --unheard-of --data {root}/data --urls http://127.0.0.1:5080")]
    public async Task What_is_given_takes_the_place_of_what_the_launcher_would_say(string given, string asked)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(_root, "run"), .. given.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            RedirectStandardOutput = true,
        };
        using Process run = Process.Start(start)!;
        string told = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();

        Assert.Equal(asked.Replace("{root}", _root, StringComparison.Ordinal), told.TrimEnd());
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static string Here([CallerFilePath] string here = "") => here;
}
