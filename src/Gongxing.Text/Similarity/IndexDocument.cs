using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>A text that should be in an index, and which state of it.</summary>
/// <param name="Version">The caller's: a number, or the beginning of a hash. Another one means another text.</param>
public readonly record struct IndexedText(Guid Id, ulong Version);

/// <summary>What an index knows of a text besides its seeds; as it lies in a file.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct IndexDocument(Guid Id, ulong Version, int Length, uint Sum)
{
    public static IndexDocument Of(Guid id, ulong version, string text) => new(id, version, text.Length, SumOf(text));

    /// <summary>Whether a text is the one that was read into the index, whatever became of it since.</summary>
    public bool IsOf(string text) => text.Length == Length && SumOf(text) == Sum;

    private static uint SumOf(string text) => Checksum.Of(MemoryMarshal.AsBytes(text.AsSpan()));
}

/// <summary>A piece of a text: which one, by its number among those beside it, and where the piece begins in its form.</summary>
internal readonly record struct IndexPiece(int Text, int Start);
