using System.Diagnostics;
using System.Text;
using Gongxing.Documents.Workers;

namespace Gongxing.Web.Tests.Commands;

/// <summary>A run of the real program, and what came of it.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static Task<CommandRun> OfAsync(params string[] arguments) => OfAsync(arguments, "zh_CN.UTF-8");

    /// <summary>With standard output going to a file of another kind.</summary>
    public static Task<CommandRun> IntoAsync(string path, params string[] arguments)
    {
        WorkerCommand own = WorkerCommand.Own();
        return OfAsync(
            new ProcessStartInfo(
                "/bin/sh",
                ["-c", "to=$1; shift; exec \"$@\" > \"$to\"", "sh", path, own.FileName, .. OfProgram(own), .. arguments]),
            "zh_CN.UTF-8");
    }

    public static Task<CommandRun> OfAsync(string[] arguments, string language, params (string Name, string Value)[] settings)
    {
        WorkerCommand own = WorkerCommand.Own();
        return OfAsync(new ProcessStartInfo(own.FileName, [.. OfProgram(own), .. arguments]), language, null, settings);
    }

    /// <summary>Interrupted as by Ctrl+C once something has happened.</summary>
    public static Task<CommandRun> InterruptedAsync(Task when, params string[] arguments)
    {
        // What a shell runs in the background is deaf to Ctrl+C, and so would be what it starts.
        WorkerCommand own = WorkerCommand.Own();
        return OfAsync(
            new ProcessStartInfo("env", ["--default-signal=INT", own.FileName, .. OfProgram(own), .. arguments]), "zh_CN.UTF-8", when);
    }

    private static IEnumerable<string> OfProgram(WorkerCommand own) =>
        own.Arguments.Where(argument => argument != WorkerCommand.Verb);

    private static async Task<CommandRun> OfAsync(
        ProcessStartInfo start, string language, Task? interrupt = null, params (string Name, string Value)[] settings)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardOutputEncoding = Encoding.UTF8;
        start.StandardErrorEncoding = Encoding.UTF8;
        start.Environment["LC_ALL"] = language;
        foreach ((string name, string value) in settings)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        if (interrupt is not null)
        {
            await interrupt;
            using Process kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
            await kill.WaitForExitAsync();
        }

        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, await output, error);
    }
}
