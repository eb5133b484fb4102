using System.Buffers;
using System.Security.Cryptography;
using Gongxing.Text;

namespace Gongxing.Storage.Blobs;

/// <summary>Uploaded files, each under the hash of its bytes: <c>blobs/ab/ab12…</c> in the data folder.</summary>
/// <remarks>
/// A file is written beside, synced, and then renamed, so under its hash it is there as a whole or not at all, through kill -9
/// and power cuts. <see cref="AddAsync"/> returns when that is so: only then write the row that refers to it.
/// </remarks>
public sealed class BlobStore
{
    private const int BufferSize = 1 << 16;
    private const int NoSpace = 28;
    private const int QuotaUsedUp = 122;

    private readonly string _folder;
    private readonly string _incoming;

    /// <summary>Makes the folders, and clears what earlier runs left half-written.</summary>
    public BlobStore(string dataFolder)
    {
        _folder = Path.Combine(dataFolder, "blobs");
        _incoming = Path.Combine(_folder, "incoming");
        OwnerFolder.Make(dataFolder);
        OwnerFolder.Make(_folder);
        OwnerFolder.Make(_incoming);
        foreach (string left in Directory.EnumerateFiles(_incoming))
        {
            DeleteUnlessInUse(left);
        }
    }

    /// <summary>Takes a file in while it arrives.</summary>
    /// <param name="most">The largest size that is taken.</param>
    /// <returns>Null when it is larger; then nothing is kept.</returns>
    /// <exception cref="WriteFailedException">The disk is full.</exception>
    public async Task<Blob?> AddAsync(Stream content, long most, CancellationToken ct = default)
    {
        string incoming = Path.Combine(_incoming, Guid.CreateVersion7().ToString("N"));
        try
        {
            Blob? blob = await WriteAsync(content, incoming, most, ct);
            if (blob is not null)
            {
                Keep(incoming, blob.Sha256);
            }

            return blob;
        }
        catch (IOException e) when (e.HResult is NoSpace or QuotaUsedUp)
        {
            throw new WriteFailedException(WriteFailure.DiskFull, e);
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <summary>Opens a file to read it.</summary>
    /// <exception cref="DamagedBlobException">It is missing, or has another size than when it was stored.</exception>
    public FileStream Open(Blob blob)
    {
        FileStream? stream = null;
        try
        {
            stream = File.OpenRead(PathOf(blob.Sha256));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DamagedBlobException(blob.Sha256, e);
        }

        if (stream.Length != blob.Size)
        {
            stream.Dispose();
            throw new DamagedBlobException(blob.Sha256);
        }

        return stream;
    }

    public bool Has(string sha256) => File.Exists(PathOf(sha256));

    /// <summary>Where the file lies, for the process that reads documents. Only to be read.</summary>
    /// <exception cref="ArgumentException">That is no hash: nothing else may become part of a path.</exception>
    public string PathOf(string sha256)
    {
        if (sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new ArgumentException("64 lower-case hexadecimal digits are a hash.", nameof(sha256));
        }

        return Path.Combine(_folder, sha256[..2], sha256);
    }

    /// <summary>Removes a file that nothing names any more.</summary>
    /// <param name="storedBefore">If it was stored since then, somebody is about to name it, and it stays.</param>
    /// <remarks>It is looked at once more when it is out of the way: an upload may put the same file in place meanwhile.</remarks>
    /// <returns>False when it stays, or was not there.</returns>
    internal bool Remove(string sha256, DateTimeOffset storedBefore)
    {
        string path = PathOf(sha256);
        string leaving = Path.Combine(_incoming, Guid.CreateVersion7().ToString("N"));
        if (!File.Exists(path) || IsNew(path))
        {
            return false;
        }

        File.Move(path, leaving);
        if (IsNew(leaving))
        {
            File.Move(leaving, path, overwrite: true);
            return false;
        }

        File.Delete(leaving);
        return true;

        bool IsNew(string file) => File.GetLastWriteTimeUtc(file) >= storedBefore.UtcDateTime;
    }

    private static async Task<Blob?> WriteAsync(Stream content, string path, long most, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using var file = new FileStream(path, OwnFile());
            long size = 0;
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
            {
                size += read;
                if (size > most)
                {
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            file.Flush(flushToDisk: true);
            return new Blob(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Put in place anew even when the same file is there already: that one may be not yet durable, or damaged.
    private void Keep(string incoming, string sha256)
    {
        string path = PathOf(sha256);
        string folder = Path.GetDirectoryName(path)!;
        OwnerFolder.Make(folder);
        File.Move(incoming, path, overwrite: true);
        OwnerFolder.Sync(folder);
        OwnerFolder.Sync(_folder);
    }

    private static FileStreamOptions OwnFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static void DeleteUnlessInUse(string path)
    {
        try
        {
            using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
                File.Delete(path);
            }
        }
        catch (IOException)
        {
            // Another process on this folder is taking it in, or has just finished.
        }
    }
}
