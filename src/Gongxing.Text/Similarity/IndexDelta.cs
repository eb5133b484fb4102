using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>The seeds of the texts added last, in a table that takes one text after another.</summary>
internal sealed class IndexDelta(SegmentShape shape)
{
    private const int None = -1;

    // A seed's slot counts texts and leads to its places, the last first; what too many texts have is only counted.
    private int[] _slots = new int[1 << 12];
    private Growing<Slot> _seeds = new(1 << 11);
    private Growing<(int Piece, ushort Place, int Next)> _places = new(1 << 12);
    private readonly List<IndexPiece> _pieces = [];
    private readonly List<IndexDocument> _documents = [];
    private readonly List<bool> _removed = [];
    private bool _hasCommon;

    public IReadOnlyList<IndexDocument> Documents => _documents;

    public int Texts => _documents.Count;

    public int Places => _places.Count;

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
            Add(ref SlotOf(IndexSegment.Key(seeds[i])), text, piece, places[i] & ((1 << SeedLayout.PlaceBits) - 1));
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
        ulong[] keys = GC.AllocateUninitializedArray<ulong>(_seeds.Count);
        int[] seeds = GC.AllocateUninitializedArray<int>(_seeds.Count);
        for (int i = 0; i < seeds.Length; i++)
        {
            keys[i] = _seeds[i].Key;
            seeds[i] = i;
        }

        Array.Sort(keys, seeds);
        var writer = new SegmentWriter(
            shape, CollectionsMarshal.AsSpan(_documents), [.. _pieces], _places.Count, 0, length => new MemorySink(length));
        var order = new List<int>();
        for (int i = 0; i < seeds.Length; i++)
        {
            const int RestBits = 30;
            writer.Begin(keys[i] >> RestBits, keys[i] & ((1UL << RestBits) - 1));
            ref Slot seed = ref _seeds[seeds[i]];
            if (seed.Texts > shape.MostPlaced)
            {
                writer.Count(seed.Texts);
            }
            else
            {
                order.Clear();
                for (int place = seed.Place; place != None; place = _places[place].Next)
                {
                    order.Add(place);
                }

                for (int j = order.Count - 1; j >= 0; j--)
                {
                    writer.Add(_places[order[j]].Piece, _places[order[j]].Place);
                }
            }

            writer.End();
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
