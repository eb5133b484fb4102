using System.Buffers.Binary;
using System.Text;

namespace Gongxing.Documents.Packages;

/// <summary>An entry of the directory of an archive as its bytes say it (PKWARE APPNOTE, 4.3.12).</summary>
/// <param name="Header">Its bytes: fixed fields, name, extra fields, comment.</param>
/// <param name="Offset">Where the entry itself begins in the file.</param>
internal sealed record ZipEntry(ReadOnlyMemory<byte> Header, long Offset)
{
    public const int FixedLength = 46;
    private const int OffsetAt = 42;
    private const int WideSizes = 1;

    public ReadOnlySpan<byte> RawName => Header.Span.Slice(FixedLength, UInt16At(Header.Span, 28));

    /// <summary>With forward slashes, as <see cref="Package"/> knows it.</summary>
    public string Name => Encoding.UTF8.GetString(RawName).Replace('\\', '/');

    public int Flags => UInt16At(Header.Span, 8);

    /// <summary>Time and date of the last change, as they stand in every header.</summary>
    public ReadOnlySpan<byte> Time => Header.Span.Slice(12, 4);

    public static List<ZipEntry> ReadAll(ReadOnlyMemory<byte> content, ZipDirectory directory)
    {
        var entries = new List<ZipEntry>();
        int position = directory.Start;
        while (position + FixedLength <= directory.End && UInt32At(content.Span, position) == 0x0201_4B50)
        {
            ReadOnlySpan<byte> fields = content.Span[position..];
            int length = FixedLength + UInt16At(fields, 28) + UInt16At(fields, 30) + UInt16At(fields, 32);
            ReadOnlyMemory<byte> header = content.Slice(position, length);
            var sizes = new Zip64Sizes(UInt32At(fields, 24), UInt32At(fields, 20), UInt32At(fields, OffsetAt));
            sizes.Widen(Extra(header.Span));
            entries.Add(new ZipEntry(header, sizes.Offset + directory.Shift));
            position += length;
        }

        return entries;
    }

    /// <summary>The header of the same entry where it begins elsewhere.</summary>
    public byte[] At(long offset)
    {
        byte[] moved = Header.ToArray();
        if (UInt32At(moved, OffsetAt) != uint.MaxValue || WideOffset(moved) is not { } wide)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(moved.AsSpan(OffsetAt), (uint)offset);
        }
        else
        {
            BinaryPrimitives.WriteInt64LittleEndian(moved.AsSpan(wide), offset);
        }

        return moved;
    }

    /// <summary>The header without the sizes of over four gigabytes that it repeats in an extra field.</summary>
    public byte[] Narrow()
    {
        ReadOnlySpan<byte> header = Header.Span;
        int start = FixedLength + RawName.Length;
        var narrow = new MemoryStream();
        narrow.Write(header[..start]);
        ReadOnlySpan<byte> extra = Extra(header);
        while (extra.Length >= 4)
        {
            int length = Math.Min(4 + UInt16At(extra, 2), extra.Length);
            narrow.Write(UInt16At(extra, 0) == WideSizes ? [] : extra[..length]);
            extra = extra[length..];
        }

        int kept = (int)narrow.Length - start;
        narrow.Write(header[^UInt16At(header, 32)..]);
        byte[] result = narrow.ToArray();
        BinaryPrimitives.WriteUInt16LittleEndian(result.AsSpan(30), (ushort)kept);
        return result;
    }

    private static ReadOnlySpan<byte> Extra(ReadOnlySpan<byte> header) =>
        header.Slice(FixedLength + UInt16At(header, 28), UInt16At(header, 30));

    private static int? WideOffset(ReadOnlySpan<byte> header)
    {
        int at = FixedLength + UInt16At(header, 28);
        int end = at + UInt16At(header, 30);
        while (at + 4 <= end)
        {
            int length = UInt16At(header, at + 2);
            if (UInt16At(header, at) == WideSizes)
            {
                // The two sizes stand before it, each only if it does not fit its own place.
                int wide = at + 4 + (UInt32At(header, 24) == uint.MaxValue ? 8 : 0) + (UInt32At(header, 20) == uint.MaxValue ? 8 : 0);
                return wide + 8 <= end ? wide : null;
            }

            at += 4 + length;
        }

        return null;
    }

    private static ushort UInt16At(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint UInt32At(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
