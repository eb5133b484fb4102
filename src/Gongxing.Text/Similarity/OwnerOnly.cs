using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>Files and folders only their owner may open: an index gives away as much as its texts.</summary>
internal static partial class OwnerOnly
{
    /// <summary>What the name of a file ends with until it is whole.</summary>
    public const string Unfinished = ".tmp";

    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, File | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Opens a file nobody else may have open.</summary>
    /// <exception cref="IOException">Somebody has.</exception>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File;
        }

        return new FileStream(path, options);
    }

    /// <summary>Brings a file to the disk and gives it its name, so that after any end of the machine it is whole or not there.</summary>
    public static void Finish(FileStream file, string path)
    {
        file.Flush(flushToDisk: true);
        file.Dispose();
        System.IO.File.Move(path + Unfinished, path, overwrite: true);
        Sync(Path.GetDirectoryName(path)!);
    }

    // By hand, because .NET opens no folder: without it a rename can be lost in a power cut. Windows does so on its own.
    private static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        int handle = Open(folder, 0);
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
