using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>The seeds of the texts added last, in a table that takes one text after another.</summary>
/// <param name="isSearched">Otherwise it only gathers them for a segment.</param>
internal sealed class IndexDelta(SegmentShape shape, bool isSearched)
{
    private const int None = -1;

    // A seed's slot counts texts and leads to its places, the last first; what too many texts have is only counted.
    private int[] _slots = new int[1 << 12];
    private Growing<Slot> _seeds = new(1 << 11);
    private Growing<(int Piece, ushort Place, int Next)> _places = new(1 << 12);
    // As a segment will hold them.
    private Growing<ulong> _entries = new(1 << 12);
    private Growing<ushort> _partitions = new(1 << 12);

    private readonly List<IndexPiece> _pieces = [];
    private readonly List<IndexDocument> _documents = [];
    private readonly List<bool> _removed = [];
    private bool _hasCommon;

    public IReadOnlyList<IndexDocument> Documents => _documents;

    public int Texts => _documents.Count;

    public int Places => _entries.Count;

    public int RemovedCount { get; private set; }

    /// <summary>How many removed texts may be among those that are only counted.</summary>
    public int Ghosts => _hasCommon ? RemovedCount : 0;

    public bool IsRemoved(int text) => _removed[text];

    public void Remove(int text)
    {
        _removed[text] = true;
        RemovedCount++;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(in IndexDocument document, ReadOnlySpan<ulong> seeds, ReadOnlySpan<int> places)
    {
        int text = _documents.Count;
        _documents.Add(document);
        _removed.Add(false);
        int first = _pieces.Count;
        int last = places.IsEmpty ? 0 : places[^1];
        for (int start = 0; start <= last; start += 1 << SeedLayout.PlaceBits)
        {
            _pieces.Add(new IndexPiece(text, start));
        }

        for (int i = 0; i < seeds.Length; i++)
        {
            int piece = first + (places[i] >> SeedLayout.PlaceBits);
            int place = places[i] & ((1 << SeedLayout.PlaceBits) - 1);
            _entries.Add(IndexSegment.Entry(seeds[i], piece, place));
            _partitions.Add((ushort)(seeds[i] >> (64 - IndexSegment.PartitionBits)));
            if (isSearched)
            {
                Add(ref SlotOf(IndexSegment.Key(seeds[i])), text, piece, place);
            }
        }
    }

    /// <summary>In how many texts a seed stands here, and the first of its places; -1 for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int Texts, int Place) Find(ulong seed)
    {
        ulong key = IndexSegment.Key(seed);
        int mask = _slots.Length - 1;
        for (int at = Home(key); _slots[at & mask] != 0; at++)
        {
            ref Slot slot = ref _seeds[_slots[at & mask] - 1];
            if (slot.Key == key)
            {
                return (slot.Texts, slot.Texts > shape.MostPlaced ? None : slot.Place);
            }
        }

        return (0, None);
    }

    /// <summary>Where a place is, and which comes next.</summary>
    public (IndexPiece Piece, int Place, int Next) At(int place)
    {
        (int piece, ushort inPiece, int next) = _places[place];
        return (_pieces[piece], _pieces[piece].Start + inPiece, next);
    }

    /// <summary>The same as a segment in memory; what was removed is in it, and removed there.</summary>
    public IndexSegment ToSegment()
    {
        int[] ends = ByPartition(out ulong[] entries);
        var writer = new SegmentWriter(
            shape, CollectionsMarshal.AsSpan(_documents), [.. _pieces], entries.Length, 0, length => new MemorySink(length));
        int start = 0;
        for (int partition = 0; partition < ends.Length; partition++)
        {
            // A few hundred at a time, which the nearest memory holds. Their order is that of a segment.
            Span<ulong> some = entries.AsSpan(start..ends[partition]);
            some.Sort();
            Write((ulong)partition, some, writer);
            start = ends[partition];
        }

        IndexSegment segment = writer.ToSegment(null);
        for (int text = 0; text < _removed.Count; text++)
        {
            if (_removed[text])
            {
                segment.Remove(text);
            }
        }

        return segment;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] ByPartition(out ulong[] entries)
    {
        int[] next = new int[(1 << IndexSegment.PartitionBits) + 1];
        ReadOnlySpan<ushort> partitions = _partitions.Span;
        foreach (ushort partition in partitions)
        {
            next[partition + 1]++;
        }

        for (int i = 1; i < next.Length; i++)
        {
            next[i] += next[i - 1];
        }

        entries = GC.AllocateUninitializedArray<ulong>(partitions.Length);
        ReadOnlySpan<ulong> all = _entries.Span;
        for (int i = 0; i < all.Length; i++)
        {
            entries[next[partitions[i]]++] = all[i];
        }

        // Each beginning has moved on to its end.
        return next[..^1];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Write(ulong partition, ReadOnlySpan<ulong> entries, SegmentWriter writer)
    {
        for (int i = 0; i < entries.Length;)
        {
            ulong hash = entries[i] >> IndexSegment.HashShift;
            writer.Begin(partition, hash);
            for (; i < entries.Length && entries[i] >> IndexSegment.HashShift == hash; i++)
            {
                writer.Add(entries[i]);
            }

            writer.End();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ref Slot SlotOf(ulong key)
    {
        if (_seeds.Count * 2 >= _slots.Length)
        {
            Grow();
        }

        int mask = _slots.Length - 1;
        int at = Home(key);
        while (_slots[at & mask] != 0)
        {
            ref Slot slot = ref _seeds[_slots[at & mask] - 1];
            if (slot.Key == key)
            {
                return ref slot;
            }

            at++;
        }

        _seeds.Add(new Slot { Key = key, Place = None, LastText = None });
        _slots[at & mask] = _seeds.Count;
        return ref _seeds[_seeds.Count - 1];
    }

    private void Add(ref Slot slot, int text, int piece, int place)
    {
        if (slot.LastText != text)
        {
            slot.LastText = text;
            slot.Texts++;
        }

        if (slot.Texts <= shape.MostPlaced)
        {
            _places.Add((piece, (ushort)place, slot.Place));
            slot.Place = _places.Count - 1;
        }
        else
        {
            _hasCommon = true;
        }
    }

    private int Home(ulong key) => (int)key & (_slots.Length - 1);

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        int mask = _slots.Length - 1;
        for (int i = 0; i < _seeds.Count; i++)
        {
            int at = Home(_seeds[i].Key);
            while (_slots[at & mask] != 0)
            {
                at++;
            }

            _slots[at & mask] = i + 1;
        }
    }

    private struct Slot
    {
        public ulong Key;
        public int Texts;
        public int LastText;
        public int Place;
    }
}
