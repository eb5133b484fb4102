using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Gongxing.Text.Similarity;

/// <summary>A text that should be in an index, and which state of it.</summary>
/// <param name="Version">The caller's: a number, or the beginning of a hash. Another one means another text.</param>
public readonly record struct IndexedText(Guid Id, ulong Version);

/// <summary>What an index knows of a text besides its seeds; as it lies in a file.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct IndexDocument(Guid Id, ulong Version, ulong Hash, long Length)
{
    public static IndexDocument Of(Guid id, ulong version, string text) => new(id, version, HashOf(text), text.Length);

    /// <summary>Whether a text is the one that was read into the index, whatever became of it since.</summary>
    public bool IsOf(string text) => text.Length == Length && HashOf(text) == Hash;

    private static ulong HashOf(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}

/// <summary>A piece of a text: which one, by its number among those beside it, and where the piece begins in its form.</summary>
internal readonly record struct IndexPiece(int Text, int Start);
