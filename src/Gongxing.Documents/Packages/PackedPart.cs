using System.Buffers.Binary;
using System.IO.Compression;

namespace Gongxing.Documents.Packages;

/// <summary>A part as it stands deflated in an archive.</summary>
internal sealed record PackedPart(ReadOnlyMemory<byte> Packed, long Length, uint Checksum)
{
    public static PackedPart Of(IEnumerable<ReadOnlyMemory<byte>> blocks)
    {
        var packed = new MemoryStream();
        var sum = default(Crc32);
        long length = 0;
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            foreach (ReadOnlyMemory<byte> block in blocks)
            {
                deflate.Write(block.Span);
                sum.Add(block.Span);
                length += block.Length;
            }
        }

        return new PackedPart(packed.GetBuffer().AsMemory(0, (int)packed.Length), length, sum.Value);
    }

    /// <summary>Checksum, packed and unpacked size, as they follow each other in every header.</summary>
    public void WriteSizes(Span<byte> header)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(header, Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], (uint)Packed.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], (uint)Length);
    }
}
