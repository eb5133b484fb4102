using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>Sorts partitions of seeds and tells the rare from the common; one for each thread.</summary>
internal sealed class SeedGrouper(SeedLayout layout, CommonSeeds common, int cap, int threads) : IDisposable
{
    // What one text says again and again is known by the first few times; every pair of its places would be looked at otherwise.
    internal const int MostAlike = 8;

    private ulong[] _entries = [];
    private readonly SeedSort _sort = new();

    // About what a corpus of one genre comes to; memory that is not needed is never touched.
    private readonly Unmanaged<Posting> _postings = new((int)Math.Min(Array.MaxLength, layout.ExpectedSeeds / 4 / threads));
    private Growing<ulong> _commonHashes = new(1 << 8);
    private Growing<int> _commonCounts = new(1 << 8);

    public Unmanaged<Posting> Postings => _postings;

    /// <summary>What the layout keeps of each common seed, partition after partition.</summary>
    public ReadOnlySpan<ulong> CommonHashes => _commonHashes.Span;

    /// <summary>In how many texts each common seed counts.</summary>
    public ReadOnlySpan<int> CommonCounts => _commonCounts.Span;

    public int[] RareOfPiece { get; } = new int[layout.PieceCount];

    public void Dispose() => _postings.Dispose();

    /// <summary>Takes the seeds of a partition from all threads that found some, in the order of the texts they read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int partition, IReadOnlyList<SeedPartitions> found)
    {
        int count = Gather(partition, found);
        Span<ulong> entries = _sort.Sort(_entries.AsSpan(0, count));
        int known = FirstKnown(partition);
        int shift = layout.HashShift;
        for (int start = 0; start < entries.Length;)
        {
            // The sort looks at the topmost bits only; the few seeds that agree in them are told apart here.
            ulong top = entries[start] >> SeedSort.LowestBit;
            ulong different = 0;
            int end = start + 1;
            for (; end < entries.Length && entries[end] >> SeedSort.LowestBit == top; end++)
            {
                different |= entries[end] ^ entries[start];
            }

            if (end - start > 1)
            {
                Span<ulong> alike = entries[start..end];
                if (different >> shift == 0)
                {
                    Group(alike, partition, Known(ref known, partition, alike[0] >> shift));
                }
                else
                {
                    GroupEach(alike, partition, ref known);
                }
            }

            start = end;
        }
    }

    private void GroupEach(Span<ulong> entries, int partition, ref int known)
    {
        // By hash, then text, then place: as they would have come.
        entries.Sort();
        for (int start = 0; start < entries.Length;)
        {
            ulong hash = entries[start] >> layout.HashShift;
            int end = start + 1;
            while (end < entries.Length && entries[end] >> layout.HashShift == hash)
            {
                end++;
            }

            if (end - start > 1)
            {
                Group(entries[start..end], partition, Known(ref known, partition, hash));
            }

            start = end;
        }
    }

    private int Gather(int partition, IReadOnlyList<SeedPartitions> found)
    {
        int count = found.Sum(some => some.Count(partition));
        if (_entries.Length < count)
        {
            _entries = GC.AllocateUninitializedArray<ulong>(count + (count / 8));
        }

        int start = 0;
        foreach (SeedPartitions some in found)
        {
            int length = some.Count(partition);
            some.CopyTo(partition, _entries.AsSpan(start, length));
            start += length;
        }

        return count;
    }

    // The seeds known to be common are sorted as the entries are, so one walk goes beside the other.
    private int FirstKnown(int partition)
    {
        if (common.Seeds.IsEmpty)
        {
            return 0;
        }

        int at = common.Seeds.BinarySearch((ulong)partition << (64 - layout.PartitionBits));
        return at < 0 ? ~at : at;
    }

    private int Known(ref int at, int partition, ulong hash)
    {
        int count = 0;
        for (; at < common.Seeds.Length && layout.PartitionOf(common.Seeds[at]) == partition; at++)
        {
            ulong seed = layout.HashOf(common.Seeds[at]) >> layout.HashShift;
            if (seed > hash)
            {
                break;
            }

            count = seed == hash ? Math.Max(count, common.Counts[at]) : count;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Group(Span<ulong> places, int partition, int known)
    {
        int texts = TextsIn(places);
        if (texts < 2)
        {
            return;
        }

        int counted = known == CommonSeeds.Allowed ? known : texts + known;
        if (counted > cap)
        {
            _commonHashes.Add(layout.SeedOf(partition, places[0]));
            _commonCounts.Add(counted);
            return;
        }

        places = places.Length - texts < MostAlike ? places : places[..FirstOfEach(places)];
        for (int i = 0; i < places.Length; i++)
        {
            int piece = layout.PieceOf(places[i]);
            RareOfPiece[piece]++;
            _postings.Add(new Posting(piece, SeedLayout.PlaceInPiece(places[i]), counted, i == places.Length - 1));
        }
    }

    // Brings the first places of each text to the front, in order.
    private int FirstOfEach(Span<ulong> places)
    {
        int kept = 0;
        int alike = 0;
        int last = -1;
        foreach (ulong place in places)
        {
            int text = layout.TextOf(layout.PieceOf(place));
            alike = text == last ? alike + 1 : 1;
            last = text;
            if (alike <= MostAlike)
            {
                places[kept++] = place;
            }
        }

        return kept;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int TextsIn(ReadOnlySpan<ulong> places)
    {
        int texts = 1;
        int last = layout.PieceOf(places[0]);
        for (int i = 1; i < places.Length; i++)
        {
            int piece = layout.PieceOf(places[i]);
            texts += piece != last && (!layout.HasLongTexts || layout.TextOf(piece) != layout.TextOf(last)) ? 1 : 0;
            last = piece;
        }

        return texts;
    }
}
