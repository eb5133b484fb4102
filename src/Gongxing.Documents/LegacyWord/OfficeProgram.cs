using System.Diagnostics;

namespace Gongxing.Documents.LegacyWord;

/// <summary>An installed LibreOffice, run once for each file in a folder and with a profile of its own.</summary>
internal sealed class OfficeProgram
{
    /// <summary>
    /// Environment variable that names the program where it is not on the path; <c>none</c> for no program.
    /// </summary>
    public const string Setting = "GONGXING_SOFFICE";

    private const string FolderPrefix = "gongxing-convert-";

    // No macro runs, and nothing that a document links to is fetched.
    private const string Profile =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        </oor:items>
        """;

    private readonly string _path;

    private OfficeProgram(string path) => _path = path;

    /// <summary>The program that is set, or the first on the path, or null.</summary>
    public static OfficeProgram? Find() => Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } path
        ? (File.Exists(path) ? new OfficeProgram(path) : null)
        : (OnPath("soffice") ?? OnPath("libreoffice")) is { } found ? new OfficeProgram(found) : null;

    /// <summary>The file as .docx.</summary>
    /// <exception cref="UnreadableException">Damaged, too large or too slow.</exception>
    public byte[] Convert(ReadOnlySpan<byte> content, string extension, ReadLimits limits)
    {
        SweepAbandoned(limits);
        string folder = Directory.CreateTempSubdirectory(FolderPrefix).FullName;
        try
        {
            string source = Path.Combine(folder, $"source.{extension}");
            File.WriteAllBytes(source, content);
            Directory.CreateDirectory(Path.Combine(folder, "profile", "user"));
            File.WriteAllText(Path.Combine(folder, "profile", "user", "registrymodifications.xcu"), Profile);
            Run(folder, source, limits);
            return Result(Path.Combine(folder, "source.docx"), limits);
        }
        finally
        {
            Delete(folder);
        }
    }

    private void Run(string folder, string source, ReadLimits limits)
    {
        // Some of the time is left for reading what comes out.
        TimeSpan time = limits.Time * 0.8;
        ProcessStartInfo start = Command(time);
        foreach (string argument in (string[])
            ["--headless", "--norestore", "--convert-to", "docx", "--outdir", folder,
             $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}", source])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["HOME"] = folder;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(time))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            throw new UnreadableException(Unreadable.TimedOut, $"conversion took over {time.TotalSeconds:0.#} s");
        }
    }

    /// <remarks>
    /// This process may be killed before it can kill the program. Where there is the <c>timeout</c> of Unix, that ends the
    /// program all the same.
    /// </remarks>
    private ProcessStartInfo Command(TimeSpan time)
    {
        if (OnPath("timeout") is not { } timeout || OperatingSystem.IsWindows())
        {
            return new ProcessStartInfo(_path);
        }

        var start = new ProcessStartInfo(timeout);
        start.ArgumentList.Add("--signal=KILL");
        start.ArgumentList.Add(FormattableString.Invariant($"{time.TotalSeconds + 1:0.###}"));
        start.ArgumentList.Add(_path);
        return start;
    }

    private static byte[] Result(string path, ReadLimits limits)
    {
        var file = new FileInfo(path);
        return !file.Exists ? throw new UnreadableException(Unreadable.Damaged, "the office program could not open it")
            : file.Length > limits.UnpackedBytes ? throw new UnreadableException(Unreadable.Bomb, $"converted to {file.Length} bytes")
            : File.ReadAllBytes(path);
    }

    /// <summary>Deletes folders that killed processes left.</summary>
    private static void SweepAbandoned(ReadLimits limits)
    {
        foreach (DirectoryInfo folder in new DirectoryInfo(Path.GetTempPath()).EnumerateDirectories(FolderPrefix + "*"))
        {
            if (TimeProvider.System.GetUtcNow() - folder.LastWriteTimeUtc > 10 * limits.Time)
            {
                Delete(folder.FullName);
            }
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file is still held open or belongs to somebody else; the next conversion sweeps again.
        }
    }

    private static string? OnPath(string program)
    {
        string file = OperatingSystem.IsWindows() ? program + ".exe" : program;
        string path = Environment.GetEnvironmentVariable("PATH") ?? "";
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }
}
