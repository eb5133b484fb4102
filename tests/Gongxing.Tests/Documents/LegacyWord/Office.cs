using System.Diagnostics;

namespace Gongxing.Tests.Documents.LegacyWord;

/// <summary>LibreOffice as a second opinion. Tests that need it are skipped where it is missing, but not on CI.</summary>
internal static class Office
{
    public static bool IsMissing => Environment.GetEnvironmentVariable("CI") != "true"
        && !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "soffice.exe" : "soffice")));

    /// <summary>What LibreOffice makes of a file.</summary>
    public static byte[] Convert(byte[] content, string from, string to)
    {
        string folder = Directory.CreateTempSubdirectory("gongxing-test-").FullName;
        try
        {
            string source = Path.Combine(folder, $"source.{from}");
            File.WriteAllBytes(source, content);
            var start = new ProcessStartInfo("soffice",
            [
                $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}",
                "--headless", "--convert-to", to, "--outdir", folder, source,
            ])
            { RedirectStandardOutput = true };
            using Process process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return File.ReadAllBytes(Path.Combine(folder, $"source.{to.Split(':')[0]}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
