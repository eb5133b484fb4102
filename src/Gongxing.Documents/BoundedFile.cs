namespace Gongxing.Documents;

/// <summary>A file taken into memory, unless it is larger than a document may be.</summary>
public static class BoundedFile
{
    /// <summary>Reads no byte of a file that is too large, and stops at the limit where the length is not known before.</summary>
    /// <exception cref="UnreadableException">Not found, not to be opened, or too large.</exception>
    public static async Task<byte[]> ReadAsync(string path, ReadLimits limits, CancellationToken ct)
    {
        try
        {
            await using FileStream file = File.OpenRead(path);
            if (file.CanSeek && file.Length > limits.FileBytes)
            {
                throw new UnreadableException(Unreadable.TooLarge, $"{file.Length} bytes");
            }

            var content = new MemoryStream(file.CanSeek ? (int)file.Length : 0);
            byte[] block = new byte[64 << 10];
            int read;
            while ((read = await file.ReadAsync(block, ct)) > 0)
            {
                content.Write(block, 0, read);
                if (content.Length > limits.FileBytes)
                {
                    throw new UnreadableException(Unreadable.TooLarge, $"more than {limits.FileBytes} bytes");
                }
            }

            return content.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnreadableException(Unreadable.NotFound, e.Message);
        }
    }
}
