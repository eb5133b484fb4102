namespace Gongxing.Web.Commands;

/// <summary>A file that a command writes: whole or not at all, and never over one that it reads.</summary>
internal static class OutputFile
{
    /// <summary>What is wrong with a path before any work is done for it; null for nothing.</summary>
    public static string? WhyNot(string path, IEnumerable<string> inputs)
    {
        string real = Real(path);
        return Directory.Exists(real) ? CommandTexts.Get("OutputIsFolder", path)
            : !Directory.Exists(Path.GetDirectoryName(real)) ? CommandTexts.Get("OutputFolderMissing", path)
            : inputs.Any(input => IsSame(Real(input), real)) ? CommandTexts.Get("OutputIsInput", path)
            : null;
    }

    public static bool IsSame(string path, string other) => string.Equals(
        path, other, OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    /// <exception cref="IOException">It could not be written; what was there before is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string real = Real(path);
        string fresh = $"{real}.{Environment.ProcessId}.tmp";
        try
        {
            using (FileStream file = new(fresh, FileMode.CreateNew, FileAccess.Write))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(fresh, real, overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    /// <summary>The path with every link in it followed.</summary>
    public static string Real(string path)
    {
        string full = Path.GetFullPath(path);
        string real = Path.GetPathRoot(full)!;
        foreach (string name in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            string next = Path.Combine(real, name);
            FileSystemInfo? target = Directory.Exists(next) ? new DirectoryInfo(next).ResolveLinkTarget(returnFinalTarget: true)
                : File.Exists(next) ? new FileInfo(next).ResolveLinkTarget(returnFinalTarget: true)
                : null;
            real = target?.FullName ?? next;
        }

        return real;
    }
}
