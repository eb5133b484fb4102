namespace Gongxing.Web.Commands;

/// <summary>The one path of a file or folder, however it was spelt and through whatever links it was reached.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>As the file system tells names apart.</summary>
    public static StringComparer Comparer { get; } = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
        ? StringComparer.OrdinalIgnoreCase
        : StringComparer.Ordinal;

    public static string Of(string path)
    {
        try
        {
            return Of(Path.GetFullPath(path), MostLinks);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Links in a circle, or a folder that may not be looked into: reading it will say so.
            return Path.GetFullPath(path);
        }
    }

    // A link may lead to a path with links in it.
    private static string Of(string full, int links)
    {
        string real = Path.GetPathRoot(full)!;
        foreach (string part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            FileSystemInfo entry = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
            if (links > 0 && entry.LinkTarget is not null && entry.ResolveLinkTarget(returnFinalTarget: false) is { } target)
            {
                real = Of(Path.GetFullPath(target.FullName), links - 1);
            }
        }

        return real;
    }
}
