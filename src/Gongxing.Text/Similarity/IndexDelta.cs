using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>The seeds of the texts added last, in a table that takes one text after another.</summary>
internal sealed class IndexDelta(int cap)
{
    private const int None = -1;

    // A seed's slot counts texts and leads to its places, the last first; what too many texts have is only counted.
    private int[] _slots = new int[1 << 12];
    private Growing<Slot> _seeds = new(1 << 11);
    private Growing<(int Piece, ushort Place, int Next)> _places = new(1 << 12);
    private readonly List<IndexPiece> _pieces = [];

    public int Texts { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int text, ReadOnlySpan<ulong> seeds, ReadOnlySpan<int> places)
    {
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

        Texts++;
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
                return (slot.Texts, slot.Texts > cap ? None : slot.Place);
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

    public IndexSegment ToSegment()
    {
        Slot[] seeds = _seeds.Span.ToArray();
        Array.Sort(seeds, static (one, other) => one.Key.CompareTo(other.Key));
        var writer = new IndexSegment.SegmentWriter(_places.Count);
        var order = new List<int>();
        foreach (Slot seed in seeds)
        {
            const int RestBits = 30;
            writer.Begin(seed.Key >> RestBits, seed.Key & ((1UL << RestBits) - 1));
            if (seed.Texts > cap)
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

                for (int i = order.Count - 1; i >= 0; i--)
                {
                    writer.Add(_places[order[i]].Piece, _places[order[i]].Place);
                }
            }

            writer.End(cap, _pieces);
        }

        return writer.ToSegment([.. _pieces]);
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

        if (slot.Texts <= cap)
        {
            _places.Add((piece, (ushort)place, slot.Place));
            slot.Place = _places.Count - 1;
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
