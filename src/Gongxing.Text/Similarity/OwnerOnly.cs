namespace Gongxing.Text.Similarity;

/// <summary>Files only their owner may open: an index gives away as much as its texts.</summary>
internal static class OwnerOnly
{
    /// <summary>What the name of a file ends with until it is whole.</summary>
    public const string Unfinished = ".tmp";

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens a file nobody else may have open.</summary>
    /// <exception cref="IOException">Somebody has.</exception>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        return new FileStream(path, options);
    }

    /// <summary>Brings a file to the disk and gives it its name, so that after any end of the machine it is whole or not there.</summary>
    public static void Finish(FileStream file, string path)
    {
        file.Flush(flushToDisk: true);
        file.Dispose();
        File.Move(path + Unfinished, path, overwrite: true);
        OwnerFolder.Sync(Path.GetDirectoryName(path)!);
    }
}
