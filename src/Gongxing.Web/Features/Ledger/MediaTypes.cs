namespace Gongxing.Web.Features.Ledger;

/// <summary>What kind of file something is, told by its first bytes. Names and what a browser claims are not believed.</summary>
public static class MediaTypes
{
    public const string Unknown = "application/octet-stream";

    private const int HeadLength = 512;

    private static readonly (byte[] Start, string Type)[] _starts =
    [
        ("%PDF-"u8.ToArray(), "application/pdf"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ("GIF8"u8.ToArray(), "image/gif"),
        ("BM"u8.ToArray(), "image/bmp"),
        ([0x49, 0x49, 0x2A, 0x00], "image/tiff"),
        ([0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"),
        ([0x50, 0x4B, 0x03, 0x04], "application/zip"),
        ("Rar!"u8.ToArray(), "application/vnd.rar"),
        ([0x37, 0x7A, 0xBC, 0xAF], "application/x-7z-compressed"),
    ];

    /// <summary>Reads the beginning of a stream that can seek, and leaves it at its beginning.</summary>
    public static async Task<string> OfAsync(Stream content, CancellationToken ct)
    {
        byte[] head = new byte[HeadLength];
        int length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        content.Position = 0;
        return Of(head.AsSpan(0, length));
    }

    public static string Of(ReadOnlySpan<byte> head)
    {
        foreach ((byte[] start, string type) in _starts)
        {
            if (head.StartsWith(start))
            {
                return type == "application/zip" ? Package(head) : type;
            }
        }

        return head.IndexOf("ftyp"u8) == 4 ? "video/mp4"
            : head.StartsWith("RIFF"u8) && head.IndexOf("WEBP"u8) == 8 ? "image/webp"
            : head.Length > 0 && head.IndexOfAnyInRange((byte)0, (byte)8) < 0 ? "text/plain"
            : Unknown;
    }

    // Office programs put the part that names the kind, or a folder of that name, near the front.
    private static string Package(ReadOnlySpan<byte> head) =>
        head.IndexOf("word/"u8) >= 0 ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        : head.IndexOf("xl/"u8) >= 0 ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : head.IndexOf("ppt/"u8) >= 0 ? "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        : "application/zip";
}
