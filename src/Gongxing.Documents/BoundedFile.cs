namespace Gongxing.Documents;

/// <summary>A file taken into memory, unless it is larger than a document may be.</summary>
public static class BoundedFile
{
    private const int Block = 64 << 10;

    /// <summary>
    /// Reads no byte of a file that is too large, and stops at the limit where the length is not known before. A pipe into
    /// which nobody writes, or a network folder that does not answer, is given up after the time a document may take.
    /// </summary>
    /// <exception cref="UnreadableException">Not found, no file, not to be opened, too large, or too slow.</exception>
    public static async Task<byte[]> ReadAsync(string path, ReadLimits limits, CancellationToken ct)
    {
        try
        {
            // Opening itself may wait without end, and the thread that waits cannot be called back.
            return await Task.Run(() => Read(path, limits, ct), ct).WaitAsync(limits.Time, ct);
        }
        catch (TimeoutException)
        {
            throw new UnreadableException(Unreadable.TimedOut, "the file did not arrive");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnreadableException(WhyNotOpened(path, e), e.Message);
        }
    }

    private static Unreadable WhyNotOpened(string path, Exception e)
    {
        if (Directory.Exists(path))
        {
            return Unreadable.Folder;
        }

        try
        {
            // What may not be opened and what does not exist are told apart by the file, not by the link to it.
            return e is IOException && new FileInfo(path).LinkTarget is not null ? Unreadable.BrokenLink : Unreadable.NotFound;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Unreadable.NotFound;
        }
    }

    private static byte[] Read(string path, ReadLimits limits, CancellationToken ct)
    {
        using FileStream file = File.OpenRead(path);
        if (file.CanSeek && file.Length > limits.FileBytes)
        {
            throw new UnreadableException(Unreadable.TooLarge, $"{file.Length} bytes");
        }

        var content = new MemoryStream(file.CanSeek ? (int)file.Length : 0);
        byte[] block = new byte[Block];
        int read;
        while ((read = file.Read(block)) > 0)
        {
            ct.ThrowIfCancellationRequested();
            content.Write(block, 0, read);
            if (content.Length > limits.FileBytes)
            {
                throw new UnreadableException(Unreadable.TooLarge, $"more than {limits.FileBytes} bytes");
            }
        }

        return content.ToArray();
    }
}
