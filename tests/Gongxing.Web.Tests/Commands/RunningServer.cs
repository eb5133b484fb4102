using System.Diagnostics;
using System.Text;
using Gongxing.Documents.Workers;

namespace Gongxing.Web.Tests.Commands;

/// <summary>The real program as it serves a data folder, in a process that can be killed.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly Process _process;

    private RunningServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<RunningServer> StartAsync(string data)
    {
        WorkerCommand own = WorkerCommand.Own();
        string[] program = [.. own.Arguments.Where(argument => argument != WorkerCommand.Verb)];
        Process process = Process.Start(new ProcessStartInfo(
            own.FileName, [.. program, "serve", "--urls", "http://127.0.0.1:0", "--data", data])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["LC_ALL"] = "zh_CN.UTF-8" },
        })!;
        string? line = await process.StandardOutput.ReadLineAsync();
        if (line?.Split('：', ' ') is not [_, var address, ..] || !Uri.TryCreate(address, UriKind.Absolute, out Uri? url))
        {
            process.Kill();
            throw new InvalidOperationException($"It did not start: {line}");
        }

        return new RunningServer(process, url);
    }

    public Browser Visitor() => new(Address);

    /// <summary>Ends it at once (SIGKILL), whatever it is doing.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }
}
