using System.Buffers.Binary;

namespace Gongxing.Documents.Packages;

/// <summary>
/// The three numbers of a zip entry that may stand in its extra field instead (PKWARE APPNOTE, 4.5.3).
/// </summary>
internal struct Zip64Sizes(long unpacked, long packed, long offset)
{
    private long _unpacked = unpacked;

    public long Packed { get; private set; } = packed;

    public long Offset { get; private set; } = offset;

    public void Widen(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            int id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            int length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            if (id == 1)
            {
                ReadOnlySpan<byte> values = extra.Slice(4, length);
                _unpacked = Next(_unpacked, ref values);
                Packed = Next(Packed, ref values);
                Offset = Next(Offset, ref values);
            }

            extra = extra[(4 + length)..];
        }
    }

    // Only a number that does not fit its place is repeated, in this order.
    private static long Next(long value, ref ReadOnlySpan<byte> values)
    {
        if (value != uint.MaxValue || values.Length < 8)
        {
            return value;
        }

        long wide = BinaryPrimitives.ReadInt64LittleEndian(values);
        values = values[8..];
        return wide;
    }
}
