using System.Collections.Frozen;

namespace Gongxing.Web.Features.Ledger;

/// <summary>Files that do something when they are opened: programs and scripts, told by their first bytes or by their name.</summary>
/// <remarks>Nothing is run here; they are not kept, because whoever verifies opens what was handed in.</remarks>
public static class RunnableFiles
{
    private const int HeadLength = 8;

    // What Windows, 统信 and 麒麟 run, or hand to an interpreter, on a double click.
    private static readonly FrozenSet<string> s_extensions = new[]
    {
        ".exe", ".com", ".scr", ".pif", ".cpl", ".dll", ".sys", ".msi", ".msp", ".msix", ".appx", ".bat", ".cmd", ".ps1", ".psm1",
        ".vbs", ".vbe", ".js", ".jse", ".mjs", ".wsf", ".wsh", ".hta", ".sct", ".lnk", ".url", ".scf", ".reg", ".inf", ".jar",
        ".apk", ".sh", ".run", ".bin", ".desktop", ".deb", ".rpm", ".appimage", ".py", ".pl", ".rb", ".php",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly byte[][] s_starts =
    [
        [0x7F, (byte)'E', (byte)'L', (byte)'F'],
        [0xCF, 0xFA, 0xED, 0xFE],
        [0xCE, 0xFA, 0xED, 0xFE],
        [0xCA, 0xFE, 0xBA, 0xBE],
        [.. "#!"u8],
    ];

    /// <summary>Reads the beginning of a stream that can seek, and leaves it at its beginning.</summary>
    public static async Task<bool> IsOneAsync(string name, Stream content, CancellationToken ct)
    {
        byte[] head = new byte[HeadLength];
        int length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        content.Position = 0;
        return IsOne(name, head.AsSpan(0, length));
    }

    public static bool IsOne(string name, ReadOnlySpan<byte> head) =>
        s_extensions.Contains(Path.GetExtension(name.TrimEnd(' ', '.')))
        || HasStart(head)
        || IsWindowsProgram(head);

    private static bool HasStart(ReadOnlySpan<byte> head)
    {
        foreach (byte[] start in s_starts)
        {
            if (head.StartsWith(start))
            {
                return true;
            }
        }

        return false;
    }

    // A text may begin with these two letters; a program has a byte below the blank right after them.
    private static bool IsWindowsProgram(ReadOnlySpan<byte> head) =>
        head.StartsWith("MZ"u8) && head[2..].IndexOfAnyInRange((byte)0, (byte)8) >= 0;
}
