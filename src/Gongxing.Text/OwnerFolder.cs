using System.Runtime.InteropServices;

namespace Gongxing.Text;

/// <summary>Folders only their owner may open, whose names outlive a power cut: for databases, files and indexes.</summary>
public static partial class OwnerFolder
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

    /// <summary>Makes names that were added to the folder durable. Windows does so on its own.</summary>
    /// <remarks>By hand, because .NET opens no folder: without it a rename can be lost in a power cut.</remarks>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const int ReadOnly = 0;
        int handle = Open(folder, ReadOnly);
        if (handle < 0 || FSync(handle) != 0)
        {
            int error = Marshal.GetLastPInvokeError();
            _ = handle < 0 ? 0 : Close(handle);
            throw new IOException($"The folder {folder} could not be synced: {Marshal.GetPInvokeErrorMessage(error)}", error);
        }

        _ = Close(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
