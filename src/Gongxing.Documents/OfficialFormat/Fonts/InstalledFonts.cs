using System.ComponentModel;
using System.Diagnostics;

namespace Gongxing.Documents.OfficialFormat.Fonts;

/// <summary>The font families of this machine: from fontconfig, or from the files of Windows and macOS.</summary>
internal static class InstalledFonts
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>In every language the fonts name themselves; null where they cannot be known.</summary>
    public static IReadOnlySet<string>? Find() =>
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? In(Folders()) : FromFontconfig();

    /// <summary>The families of all font files in these folders and below; null if there is none.</summary>
    public static IReadOnlySet<string>? In(IEnumerable<string> folders)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            MaxRecursionDepth = 8,
        };
        foreach (string folder in folders.Where(Directory.Exists))
        {
            foreach (string file in Directory.EnumerateFiles(folder, "*.?t?", options))
            {
                names.UnionWith(FontFile.Families(file));
            }
        }

        return names.Count > 0 ? names : null;
    }

    private static IEnumerable<string> Folders() =>
        OperatingSystem.IsWindows()
            ? [Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
                Path.Combine(
                    Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData),
                    "Microsoft", "Windows", "Fonts")]
            : ["/System/Library/Fonts", "/Library/Fonts",
                Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Library", "Fonts")];

    private static HashSet<string>? FromFontconfig()
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("fc-list", [":", "family"])
            {
                RedirectStandardOutput = true,
            })!;
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            process.OutputDataReceived += (_, line) => names.UnionWith(Names(line.Data));
            process.BeginOutputReadLine();
            if (!process.WaitForExit(s_patience))
            {
                process.Kill();
                return null;
            }

            // Until the last line has come.
            process.WaitForExit();
            return process.ExitCode == 0 && names.Count > 0 ? names : null;
        }
        catch (Win32Exception)
        {
            // There is no fontconfig here.
            return null;
        }
    }

    // A family under each of its names; a hyphen is written as \-.
    private static IEnumerable<string> Names(string? line) =>
        from name in (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select name.Replace("\\", "", StringComparison.Ordinal);
}
