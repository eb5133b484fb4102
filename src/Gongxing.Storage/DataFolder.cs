namespace Gongxing.Storage;

/// <summary>The folder with the embedded database, the files and the keys.</summary>
internal static class DataFolder
{
    /// <summary>Makes the folder if it is missing, open to its owner only where the system knows such rights.</summary>
    public static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
