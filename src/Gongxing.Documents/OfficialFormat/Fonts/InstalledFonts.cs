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
                RedirectStandardError = true,
            })!;
            using var patience = new Timer(_ => process.Kill(), null, s_patience, Timeout.InfiniteTimeSpan);
            string list = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 && list.Length > 0
                ? list.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(name => name.Replace("\\", "", StringComparison.Ordinal))
                    .ToHashSet(StringComparer.OrdinalIgnoreCase)
                : null;
        }
        catch (Win32Exception)
        {
            // There is no fontconfig here.
            return null;
        }
    }
}
