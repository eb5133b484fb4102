using System.Buffers.Binary;

namespace Gongxing.Documents.Packages;

/// <summary>Where the central directory of a zip archive lies (PKWARE APPNOTE, 4.3.12 to 4.3.16).</summary>
/// <param name="Shift">To be added to every offset: bytes that somebody put before the archive.</param>
internal readonly record struct ZipDirectory(int Start, int End, long Shift)
{
    private const int EndLength = 22;

    /// <exception cref="UnreadableException">Cut: there is no end record, which is what a broken transfer leaves.</exception>
    public static ZipDirectory Find(ReadOnlySpan<byte> all)
    {
        int end = EndRecord(all);
        long size = UInt32At(all, end + 12);
        long offset = UInt32At(all, end + 16);
        int directoryEnd = end;
        if ((offset == uint.MaxValue || size == uint.MaxValue) && Zip64Record(all, end) is int wide)
        {
            size = BinaryPrimitives.ReadInt64LittleEndian(all[(wide + 40)..]);
            offset = BinaryPrimitives.ReadInt64LittleEndian(all[(wide + 48)..]);
            directoryEnd = wide;
        }

        long start = directoryEnd - size;
        return size < 0 || start < 0 || offset < 0 || offset > start
            ? throw new UnreadableException(Unreadable.Damaged, "the directory of the archive is not where it should be")
            : new ZipDirectory((int)start, directoryEnd, start - offset);
    }

    /// <summary>Where the record that ends the archive begins.</summary>
    public static int EndRecord(ReadOnlySpan<byte> all)
    {
        // A comment of up to 65,535 bytes may follow.
        int lowest = Math.Max(0, all.Length - EndLength - ushort.MaxValue);
        for (int at = all.Length - EndLength; at >= lowest; at--)
        {
            if (UInt32At(all, at) == 0x0605_4B50)
            {
                return at;
            }
        }

        throw new UnreadableException(Unreadable.Cut, "the archive has no end");
    }

    private static int? Zip64Record(ReadOnlySpan<byte> all, int end)
    {
        int locator = end - 20;
        if (locator < 0 || UInt32At(all, locator) != 0x0706_4B50)
        {
            return null;
        }

        long at = BinaryPrimitives.ReadInt64LittleEndian(all[(locator + 8)..]);
        return at >= 0 && at <= locator - 56 && UInt32At(all, (int)at) == 0x0606_4B50 ? (int)at : null;
    }

    private static uint UInt32At(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
