using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>The seeds of many texts, sorted; never changed once made.</summary>
/// <remarks>
/// <code>
/// directory    where the entries of each bucket begin; a bucket is the topmost bits of a hash
/// entries      hash below the partition (30 bits) | 0 | piece of a text (19) | place in it (14), by partition, hash, piece, place
///              hash below the partition (30 bits) | 1 | in how many texts (33), for what too many texts have
/// pieces       which text a piece belongs to, and where in it the piece begins
/// </code>
/// All of it is flat arrays of numbers, so that a file can hold it as it is.
/// </remarks>
internal sealed class IndexSegment
{
    public const int PartitionBits = 12;
    public const int MostPieces = 1 << (CountBits - SeedLayout.PlaceBits);
    private const int CountBits = 33;
    private const int HashShift = CountBits + 1;
    private const ulong CommonMark = 1UL << CountBits;

    private readonly ulong[] _entries;
    private readonly int[] _directory;
    private readonly int _bucketShift;
    private readonly IndexPiece[] _pieces;

    private IndexSegment(ulong[] entries, int[] directory, int bucketShift, IndexPiece[] pieces)
    {
        _entries = entries;
        _directory = directory;
        _bucketShift = bucketShift;
        _pieces = pieces;
    }

    public static IndexSegment Empty { get; } = new SegmentWriter(0).ToSegment([]);

    public int EntryCount => _entries.Length;

    public ReadOnlySpan<IndexPiece> Pieces => _pieces;

    /// <summary>How much of a seed's hash an entry's place and bits tell.</summary>
    public static ulong Key(ulong seed) => seed >> (64 - PartitionBits - (64 - HashShift));

    /// <summary>The bucket of a seed, for <see cref="Find"/>. Asked for many seeds first, so that memory answers them at once.</summary>
    public int BucketStart(ulong seed) => _directory[(int)(seed >> _bucketShift)];

    /// <summary>The first entry of a bucket, only to have it at hand.</summary>
    public ulong Touch(int start) => start < _entries.Length ? _entries[start] : 0;

    /// <summary>The entries of a seed: one for each place, or a single one that only counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<ulong> Find(ulong seed, int start)
    {
        ulong hash = seed << PartitionBits >> HashShift;
        int end = _directory[(int)(seed >> _bucketShift) + 1];
        while (start < end && _entries[start] >> HashShift < hash)
        {
            start++;
        }

        int first = start;
        while (start < end && _entries[start] >> HashShift == hash)
        {
            start++;
        }

        return _entries.AsSpan(first, start - first);
    }

    public static bool IsCommon(ulong entry) => (entry & CommonMark) != 0;

    /// <summary>In how many texts a common seed stands.</summary>
    public static int CountOf(ulong entry) => (int)Math.Min(int.MaxValue, entry & (CommonMark - 1));

    public int TextOf(ulong entry) => _pieces[PieceOf(entry)].Text;

    public int PlaceOf(ulong entry) => _pieces[PieceOf(entry)].Start + PlaceInPiece(entry);

    private static int PieceOf(ulong entry) => (int)((entry & (CommonMark - 1)) >> SeedLayout.PlaceBits);

    private static int PlaceInPiece(ulong entry) => (int)(entry & ((1 << SeedLayout.PlaceBits) - 1));

    /// <summary>Joins two segments, without the texts that were removed.</summary>
    /// <param name="cap">What stands in more texts is only counted from now on.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static IndexSegment Merge(IndexSegment one, IndexSegment other, Func<int, bool> isRemoved, int cap)
    {
        var writer = new SegmentWriter(one.EntryCount + other.EntryCount);
        var pieces = new List<IndexPiece>();
        int[] numbersOfOne = Renumber(one, pieces, isRemoved);
        int[] numbersOfOther = Renumber(other, pieces, isRemoved);
        int i = 0;
        int j = 0;
        for (ulong partition = 0; partition < 1 << PartitionBits; partition++)
        {
            ulong next = (partition + 1) << (64 - PartitionBits);
            int endOne = next == 0 ? one.EntryCount : one.BucketStart(next);
            int endOther = next == 0 ? other.EntryCount : other.BucketStart(next);
            while (i < endOne || j < endOther)
            {
                ulong hash = Math.Min(
                    i < endOne ? one._entries[i] >> HashShift : ulong.MaxValue,
                    j < endOther ? other._entries[j] >> HashShift : ulong.MaxValue);
                writer.Begin(partition, hash);
                i = writer.Take(one, i, endOne, numbersOfOne);
                j = writer.Take(other, j, endOther, numbersOfOther);
                writer.End(cap, pieces);
            }
        }

        return writer.ToSegment([.. pieces]);
    }

    private static int[] Renumber(IndexSegment segment, List<IndexPiece> pieces, Func<int, bool> isRemoved)
    {
        int[] numbers = new int[segment._pieces.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            bool removed = isRemoved(segment._pieces[i].Text);
            numbers[i] = removed ? -1 : pieces.Count;
            if (!removed)
            {
                pieces.Add(segment._pieces[i]);
            }
        }

        return numbers;
    }

    /// <summary>Writes entries in order.</summary>
    internal sealed class SegmentWriter(int most)
    {
        private readonly int[] _partitionStarts = new int[(1 << PartitionBits) + 1];
        private Growing<ulong> _entries = new(most);
        private ulong _partition;
        private ulong _hash;
        private long _counted;
        private int _start;

        /// <summary>Begins with a seed: its partition and the rest of its hash.</summary>
        public void Begin(ulong partition, ulong hash)
        {
            for (; _partition < partition; _partition++)
            {
                _partitionStarts[_partition + 1] = _entries.Count;
            }

            _hash = hash << HashShift;
            _counted = 0;
            _start = _entries.Count;
        }

        public void Add(int piece, int place) =>
            _entries.Add(_hash | ((ulong)(uint)piece << SeedLayout.PlaceBits) | (uint)place);

        public void Count(int texts) => _counted += texts;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public int Take(IndexSegment from, int start, int end, int[] numbers)
        {
            for (; start < end && from._entries[start] >> HashShift == _hash >> HashShift; start++)
            {
                ulong entry = from._entries[start];
                if (IsCommon(entry))
                {
                    Count(CountOf(entry));
                }
                else if (numbers[PieceOf(entry)] is >= 0 and int piece)
                {
                    Add(piece, PlaceInPiece(entry));
                }
            }

            return start;
        }

        /// <summary>Ends a seed.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void End(int cap, List<IndexPiece> pieces)
        {
            long texts = _counted;
            int last = -1;
            foreach (ulong entry in _entries.Span[_start..])
            {
                int text = pieces[PieceOf(entry)].Text;
                texts += text == last ? 0 : 1;
                last = text;
            }

            if (_counted > 0 || texts > cap)
            {
                _entries.Shorten(_start);
                _entries.Add(_hash | CommonMark | (ulong)texts);
            }
        }

        public IndexSegment ToSegment(IndexPiece[] pieces)
        {
            for (; _partition < 1 << PartitionBits; _partition++)
            {
                _partitionStarts[_partition + 1] = _entries.Count;
            }

            ulong[] entries = _entries.Span.ToArray();
            int bucketBits = Math.Max(PartitionBits, BitOperations.Log2((uint)entries.Length | 1) - 1);
            return new IndexSegment(entries, Directory(entries, bucketBits), 64 - bucketBits, pieces);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private int[] Directory(ulong[] entries, int bucketBits)
        {
            int[] directory = new int[(1 << bucketBits) + 1];
            int bucket = 0;
            int below = bucketBits - PartitionBits;
            for (int partition = 0; partition < 1 << PartitionBits; partition++)
            {
                for (int i = _partitionStarts[partition]; i < _partitionStarts[partition + 1]; i++)
                {
                    int own = (partition << below) | (int)(entries[i] >> (64 - below) & ((1UL << below) - 1));
                    while (bucket <= own)
                    {
                        directory[bucket++] = i;
                    }
                }
            }

            directory.AsSpan(bucket).Fill(entries.Length);
            return directory;
        }
    }
}

/// <summary>A piece of a text: which text, by its number in the index, and where the piece begins in its form.</summary>
internal readonly record struct IndexPiece(int Text, int Start);
