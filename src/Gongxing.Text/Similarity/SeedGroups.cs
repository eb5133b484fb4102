using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>The seeds that stand in more than one text of a corpus.</summary>
/// <remarks>
/// Rare ones have postings: their places, seed after seed, each seed's in the order of the texts. A text knows its own postings,
/// and so finds the texts after it by reading on. Common ones, which have most of all places, are known, not where they stand:
/// a text is read again for them.
/// </remarks>
internal sealed class SeedGroups : IDisposable
{
    // Of six bytes, in a line of 64.
    private const int PostingsInLine = 10;

    private readonly Unmanaged<Posting> _postings;
    private readonly Unmanaged<int> _ownPostings;
    private readonly int[] _rareStarts;

    private SeedGroups(SeedLayout layout, IReadOnlyList<SeedGrouper> parts)
    {
        Layout = layout;
        _postings = Of<Posting>(parts.Sum(part => part.Postings.Count));
        _rareStarts = Starts(parts.Select(part => part.RareOfPiece), layout.PieceCount);
        _ownPostings = Of<int>(_rareStarts[^1]);
        Common = CommonOf(layout, parts);
    }

    public SeedLayout Layout { get; }

    /// <summary>The seeds that stand in too many texts, or in any.</summary>
    public CommonSeeds Common { get; }

    public ReadOnlySpan<Posting> Postings => _postings.Span;

    /// <summary>Has memory bring a posting and those of its seed that come soon after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ExpectPosting(int posting)
    {
        _postings.Expect(posting);
        _postings.Expect(posting + PostingsInLine);
    }

    /// <summary>Where in <see cref="Postings"/> the rare seeds of a piece are; in no order.</summary>
    public ReadOnlySpan<int> RareOf(int piece) => _ownPostings.Span[_rareStarts[piece].._rareStarts[piece + 1]];

    public void Dispose()
    {
        _postings.Dispose();
        _ownPostings.Dispose();
    }

    private static Unmanaged<T> Of<T>(int count)
        where T : unmanaged
    {
        var items = new Unmanaged<T>(count);
        items.AddMany(count);
        return items;
    }

    /// <param name="parts">Disposed of when all is taken over.</param>
    public static SeedGroups Join(SeedLayout layout, IReadOnlyList<SeedGrouper> parts, CancellationToken ct)
    {
        var groups = new SeedGroups(layout, parts);
        int[][] nextRare = Cursors(groups._rareStarts, [.. parts.Select(part => part.RareOfPiece)]);
        int[] firstPosting = new int[parts.Count];
        for (int i = 1; i < parts.Count; i++)
        {
            firstPosting[i] = firstPosting[i - 1] + parts[i - 1].Postings.Count;
        }

        Workers.Run(parts.Count, i =>
        {
            groups.AddRare(parts[i], firstPosting[i], nextRare[i]);
            parts[i].Dispose();
        }, ct);
        return groups;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRare(SeedGrouper part, int first, int[] next)
    {
        ReadOnlySpan<Posting> postings = part.Postings.Span;
        postings.CopyTo(_postings.Span[first..]);
        Span<int> own = _ownPostings.Span;
        for (int i = 0; i < postings.Length; i++)
        {
            own[next[postings[i].Piece]++] = first + i;
        }
    }

    private static CommonSeeds CommonOf(SeedLayout layout, IReadOnlyList<SeedGrouper> parts)
    {
        var seeds = new List<ulong>();
        var counts = new List<int>();
        foreach (SeedGrouper part in parts)
        {
            seeds.AddRange(part.CommonHashes);
            counts.AddRange(part.CommonCounts);
        }

        ulong[] sorted = [.. seeds];
        int[] ofSorted = [.. counts];
        Array.Sort(sorted, ofSorted);
        return new CommonSeeds(sorted, ofSorted, layout.SeedBits);
    }

    // Where each part writes what it has of each piece.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[][] Cursors(int[] starts, int[][] counts)
    {
        int[][] cursors = new int[counts.Length][];
        int[] next = starts[..^1];
        for (int part = 0; part < counts.Length; part++)
        {
            cursors[part] = (int[])next.Clone();
            for (int piece = 0; piece < next.Length; piece++)
            {
                next[piece] += counts[part][piece];
            }
        }

        return cursors;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Starts(IEnumerable<int[]> counts, int pieces)
    {
        int[] starts = new int[pieces + 1];
        foreach (int[] some in counts)
        {
            for (int piece = 0; piece < pieces; piece++)
            {
                starts[piece + 1] += some[piece];
            }
        }

        for (int piece = 0; piece < pieces; piece++)
        {
            starts[piece + 1] = checked(starts[piece] + starts[piece + 1]);
        }

        return starts;
    }
}

/// <summary>A place of a rare seed.</summary>
internal readonly struct Posting(int piece, ushort place, int texts, bool isLast)
{
    public const int PieceBits = 24;
    private const int LastMark = 1 << 15;

    // Six bytes: there are some hundreds for every text.
    private readonly ushort _low = (ushort)piece;
    private readonly ushort _high = (ushort)((piece >> 16) + (texts << 8) + (isLast ? LastMark : 0));

    public int Piece => ((_high & 0xFF) << 16) | _low;

    /// <summary>In how many texts the seed stands.</summary>
    public int Texts => (_high >> 8) & 0x7F;

    /// <summary>Whether it is the last place of its seed.</summary>
    public bool IsLast => (_high & LastMark) != 0;

    public ushort Place { get; } = place;
}
