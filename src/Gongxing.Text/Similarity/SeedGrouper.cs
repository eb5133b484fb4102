namespace Gongxing.Text.Similarity;

/// <summary>Sorts partitions of seeds and tells the rare from the common; one for each thread.</summary>
internal sealed class SeedGrouper(SeedLayout layout, CommonSeeds common, int cap)
{
    private ulong[] _entries = [];
    private ulong[] _room = [];
    private Growing<Posting> _postings = new(1 << 10);
    private Growing<(int Piece, ushort Place)> _commonPlaces = new(1 << 10);
    private Growing<int> _commonSizes = new(1 << 8);
    private Growing<int> _commonCounts = new(1 << 8);

    public ref Growing<Posting> Postings => ref _postings;

    /// <summary>The places of the common seeds, seed after seed.</summary>
    public ref Growing<(int Piece, ushort Place)> CommonPlaces => ref _commonPlaces;

    /// <summary>How many places each common seed has, and in how many texts it counts.</summary>
    public ref Growing<int> CommonSizes => ref _commonSizes;

    public ref Growing<int> CommonCounts => ref _commonCounts;

    public int[] RareOfPiece { get; } = new int[layout.PieceCount];

    public int[] CommonOfPiece { get; } = new int[layout.PieceCount];

    /// <summary>Takes the seeds of a partition from all threads that found some, in the order of the texts they read.</summary>
    public void Add(int partition, IReadOnlyList<SeedPartitions> found)
    {
        int count = Gather(partition, found);
        ulong[] sorted = RadixSort.Sort(_entries, _room, count, layout.HashShift);
        ReadOnlySpan<ulong> entries = sorted.AsSpan(0, count);
        int known = FirstKnown(partition);
        for (int start = 0; start < count;)
        {
            ulong hash = entries[start] >> layout.HashShift;
            int end = start + 1;
            while (end < count && entries[end] >> layout.HashShift == hash)
            {
                end++;
            }

            if (end - start > 1)
            {
                Group(entries[start..end], Known(ref known, partition, hash));
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
            _room = GC.AllocateUninitializedArray<ulong>(_entries.Length);
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

    private void Group(ReadOnlySpan<ulong> places, int known)
    {
        int texts = TextsIn(places);
        if (texts < 2)
        {
            return;
        }

        int counted = known == CommonSeeds.Allowed ? known : texts + known;
        if (counted > cap)
        {
            AddCommon(places, counted);
            return;
        }

        for (int i = 0; i < places.Length; i++)
        {
            int piece = layout.PieceOf(places[i]);
            RareOfPiece[piece]++;
            _postings.Add(new Posting(piece, SeedLayout.PlaceInPiece(places[i]), counted, i == places.Length - 1));
        }
    }

    private int TextsIn(ReadOnlySpan<ulong> places)
    {
        int texts = 0;
        int last = -1;
        foreach (ulong place in places)
        {
            int text = layout.TextOf(layout.PieceOf(place));
            texts += text == last ? 0 : 1;
            last = text;
        }

        return texts;
    }

    private void AddCommon(ReadOnlySpan<ulong> places, int counted)
    {
        _commonSizes.Add(places.Length);
        _commonCounts.Add(counted);
        foreach (ulong place in places)
        {
            int piece = layout.PieceOf(place);
            CommonOfPiece[piece]++;
            _commonPlaces.Add((piece, SeedLayout.PlaceInPiece(place)));
        }
    }
}
