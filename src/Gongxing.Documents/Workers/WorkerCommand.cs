using System.Runtime.InteropServices;

namespace Gongxing.Documents.Workers;

/// <summary>The command line that starts a worker process.</summary>
public sealed record WorkerCommand(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>The verb of the program under which it is a worker. Not listed in its help.</summary>
    public const string Verb = "parse-worker";

    private const string Program = "gongxing";

    /// <summary>The program that is running, or, where another one hosts it (tests), the one that lies beside it.</summary>
    public static WorkerCommand Own()
    {
        string? running = Environment.ProcessPath;
        return running is not null && Path.GetFileNameWithoutExtension(running) == Program
            ? new(running, [Verb])
            : new(Dotnet(), [Path.Combine(AppContext.BaseDirectory, $"{Program}.dll"), Verb]);
    }

    /// <summary>The host of this very runtime: <c>dotnet/shared/Microsoft.NETCore.App/10.0.0/</c> lies three folders below it.</summary>
    private static string Dotnet() => Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
