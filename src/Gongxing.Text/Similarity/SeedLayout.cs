using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>How a seed of a corpus is held in 64 bits while it is sorted: hash, piece of a text, place in the piece.</summary>
/// <remarks>
/// The topmost bits of the hash choose the partition and are not stored. A text longer than a piece has several of them,
/// numbered on; its seeds are found in the whole, so no border hides one.
/// </remarks>
internal sealed class SeedLayout
{
    public const int PlaceBits = 14;
    private const int FewestPieceBits = 20;
    private const int SeedsInPartition = 1 << 17;

    // Null where each text is one piece.
    private readonly int[]? _textOfPiece;
    private readonly int[]? _firstPiece;

    /// <param name="lengths">Of the texts.</param>
    public SeedLayout(ReadOnlySpan<int> lengths)
    {
        Texts = lengths.Length;
        long units = 0;
        long pieces = 0;
        foreach (int length in lengths)
        {
            units += length;
            pieces += PiecesOf(length);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(pieces, 1 << Posting.PieceBits, nameof(lengths));
        PieceCount = (int)pieces;
        if (pieces > Texts)
        {
            (_textOfPiece, _firstPiece) = Pieces(lengths, (int)pieces);
        }

        // Two seeds in five units is what closed syncmers of eight come to.
        ExpectedSeeds = units * 2 / 5;
        int pieceBits = Math.Max(FewestPieceBits, BitOperations.Log2((uint)Math.Max(1, pieces)) + 1);
        HashShift = PlaceBits + pieceBits;
        PartitionBits = Math.Clamp(BitOperations.Log2((ulong)(ExpectedSeeds / SeedsInPartition) | 1) + 1, 4, 10);
    }

    public int Texts { get; }

    public int PieceCount { get; }

    public long ExpectedSeeds { get; }

    public int PartitionBits { get; }

    public int Partitions => 1 << PartitionBits;

    /// <summary>The bits of an entry from here up are hash.</summary>
    public int HashShift { get; }

    public bool HasLongTexts => _textOfPiece is not null;

    public int PartitionOf(ulong seed) => (int)(seed >> (64 - PartitionBits));

    /// <summary>The lower bits of the entry at a text's first place. Later ones only add to it: pieces follow on.</summary>
    public ulong FirstPlaceOf(int text) => (ulong)(uint)FirstPieceOf(text) << PlaceBits;

    /// <summary>What an entry holds of a seed's hash, where it holds it.</summary>
    public ulong HashOf(ulong seed) => (seed << PartitionBits) >> HashShift << HashShift;

    /// <summary>What is left of the seed of an entry: its topmost bits.</summary>
    public ulong SeedOf(int partition, ulong entry) =>
        ((ulong)partition << (64 - PartitionBits)) | (entry >> HashShift << HashShift >> PartitionBits);

    /// <summary>How many of a seed's topmost bits are left in its entry.</summary>
    public int SeedBits => 64 - HashShift + PartitionBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PieceOf(ulong entry) => (int)((entry & ((1UL << HashShift) - 1)) >> PlaceBits);

    public static ushort PlaceInPiece(ulong entry) => (ushort)(entry & ((1 << PlaceBits) - 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FirstPieceOf(int text) => _firstPiece is null ? text : text == Texts ? PieceCount : _firstPiece[text];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int TextOf(int piece) => _textOfPiece is null ? piece : _textOfPiece[piece];

    /// <summary>Where in its text a piece begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int StartOf(int piece) =>
        _textOfPiece is null ? 0 : (piece - _firstPiece![_textOfPiece[piece]]) << PlaceBits;

    private static int PiecesOf(int length) => (length >> PlaceBits) + 1;

    private static (int[] TextOfPiece, int[] FirstPiece) Pieces(ReadOnlySpan<int> lengths, int count)
    {
        int[] textOfPiece = new int[count];
        int[] firstPiece = new int[lengths.Length];
        int piece = 0;
        for (int text = 0; text < lengths.Length; text++)
        {
            firstPiece[text] = piece;
            int end = piece + PiecesOf(lengths[text]);
            textOfPiece.AsSpan(piece, end - piece).Fill(text);
            piece = end;
        }

        return (textOfPiece, firstPiece);
    }
}
