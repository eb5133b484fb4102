using System.Diagnostics;
using System.Text;
using Gongxing.Documents.Workers;

namespace Gongxing.Web.Tests.Commands;

/// <summary>A run of the real program, and what came of it.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandRun> OfAsync(params string[] arguments) => OfAsync(arguments, "zh_CN.UTF-8");

    public static async Task<CommandRun> OfAsync(string[] arguments, string language, params (string Name, string Value)[] settings)
    {
        WorkerCommand own = WorkerCommand.Own();
        var start = new ProcessStartInfo(own.FileName, [.. own.Arguments.Where(argument => argument != WorkerCommand.Verb), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = language;
        foreach ((string name, string value) in settings)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, await output, error);
    }
}
