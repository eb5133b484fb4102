using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gongxing.Text.Similarity;

/// <summary>The seeds of many texts, sorted; never changed once made, but for which of the texts are still wanted.</summary>
/// <remarks>
/// <code>
/// header       what it was made of and by, how much it holds, checksums
/// documents    id, version, length and checksum of each text
/// pieces       which text a piece belongs to, and where in it the piece begins
/// directory    where the entries of each bucket begin; a bucket is the topmost bits of a hash
/// entries      hash below the partition (30 bits) | 0 | piece of a text (19) | place in it (14), by partition, hash, piece, place
///              hash below the partition (30 bits) | 1 | in how many texts (33), for what too many texts have
/// </code>
/// A file holds it just so, and is read where it is mapped.
/// </remarks>
internal sealed unsafe class IndexSegment : IDisposable
{
    public const int PartitionBits = 12;
    public const int MostPieces = 1 << (CountBits - SeedLayout.PlaceBits);
    public const int HashShift = CountBits + 1;
    public const ulong CommonMark = 1UL << CountBits;
    private const int CountBits = 33;

    // So many entries are looked at together.
    private const int Together = 8;

    private readonly SegmentMemory _memory;
    private readonly SegmentShape _shape;
    private readonly SegmentHeader _header;
    private readonly int _bucketShift;
    private readonly IndexPiece* _pieces;
    private readonly int* _directory;
    private readonly ulong* _entries;
    private ulong[]? _removed;

    /// <param name="memory">Of a whole segment: see <see cref="IsSound"/>.</param>
    public IndexSegment(SegmentMemory memory, SegmentShape shape, string? name)
    {
        _memory = memory;
        _shape = shape;
        Name = name;
        _header = *(SegmentHeader*)memory.Start;
        _bucketShift = 64 - _header.BucketBits;
        _pieces = (IndexPiece*)(memory.Start + _header.PiecesAt);
        _directory = (int*)(memory.Start + _header.DirectoryAt);
        _entries = (ulong*)(memory.Start + _header.EntriesAt);
    }

    /// <summary>The name of its file; null when it is in memory only.</summary>
    public string? Name { get; }

    /// <summary>The number its first text has in the whole index.</summary>
    public int First { get; set; }

    public int EntryCount => _header.Entries;

    public uint Sum => _header.Sum;

    /// <summary>Whether its file was cut short since it was opened: then nothing of it may be read.</summary>
    public bool IsCut => !_memory.IsThere;

    public int DocumentCount => _header.Documents;

    public ReadOnlySpan<IndexDocument> Documents => new(_memory.Start + SegmentHeader.DocumentsAt, _header.Documents);

    public ReadOnlySpan<IndexPiece> Pieces => new(_pieces, _header.Pieces);

    public int RemovedCount { get; private set; }

    /// <summary>How many removed texts may be among those that are only counted.</summary>
    public int Ghosts => _header.Commons == 0 ? 0 : _header.Ghosts + RemovedCount;

    /// <summary>Whether it has to be made again from its texts, because it counts too many that are gone.</summary>
    public bool IsStale => Ghosts > _shape.MostGhosts;

    /// <summary>Whether memory holds a whole segment, unchanged since it was written.</summary>
    /// <param name="isOther">It is whole, but made with other options or by a program that reads texts otherwise.</param>
    public static bool IsSound(SegmentMemory memory, SegmentShape shape, out bool isOther)
    {
        isOther = false;
        if (memory.Length < SegmentHeader.Size)
        {
            return false;
        }

        SegmentHeader header = *(SegmentHeader*)memory.Start;
        if (!header.IsWhole)
        {
            return false;
        }

        isOther = !header.IsLike(SegmentHeader.For(shape));
        return !isOther
            && header.Length == memory.Length
            && SumOf(memory, SegmentHeader.DocumentsAt, header.PiecesAt) == header.DocumentSum
            && SumOf(memory, header.PiecesAt, header.DirectoryAt) == header.PieceSum
            && SumOf(memory, header.DirectoryAt, header.EntriesAt) == header.DirectorySum
            && SumOf(memory, header.EntriesAt, header.Length) == header.EntrySum;
    }

    /// <summary>How much of a seed's hash an entry's place and bits tell.</summary>
    public static ulong Key(ulong seed) => seed >> (64 - PartitionBits - (64 - HashShift));

    /// <summary>What tells that a seed stands at a place of a piece, without its partition.</summary>
    public static ulong Entry(ulong seed, int piece, int place) =>
        (seed << PartitionBits >> HashShift << HashShift) | PlaceIn(piece, place);

    /// <summary>Where the entries of a seed's bucket begin.</summary>
    public int BucketStart(ulong seed) => _directory[seed >> _bucketShift];

    /// <summary>Has memory bring what tells where a seed's bucket is; nobody waits for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Expect(ulong seed) => CacheLine.Expect(_directory + (seed >> _bucketShift));

    /// <summary>The same for the entries of a seed's bucket, of which most lie in two lines.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ExpectEntries(ulong seed)
    {
        ulong* start = _entries + BucketStart(seed);
        CacheLine.Expect(start);
        CacheLine.Expect(start + Together - 1);
    }

    /// <summary>The entries of a seed: one for each place, or a single one that only counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<ulong> Find(ulong seed)
    {
        ulong hash = seed << PartitionBits >> HashShift;
        int start = BucketStart(seed);
        int end = _directory[(seed >> _bucketShift) + 1];

        // Which of them are its own is as good as chance: several are looked at together, without a branch on it.
        while (start + Together <= end && _entries[start + Together - 1] >> HashShift < hash)
        {
            start += Together;
        }

        int first = start;
        if (start + Together <= _header.Entries)
        {
            uint among = (1u << Math.Min(Together, end - start)) - 1;
            Vector512<ulong> hashes = Vector512.Load(_entries + start) >>> HashShift;
            first += BitOperations.PopCount(Vector512.LessThan(hashes, Vector512.Create(hash)).ExtractMostSignificantBits() & among);
            start += BitOperations.PopCount(Vector512.LessThanOrEqual(hashes, Vector512.Create(hash)).ExtractMostSignificantBits() & among);
        }

        while (start < end && _entries[start] >> HashShift <= hash)
        {
            first += _entries[start] >> HashShift < hash ? 1 : 0;
            start++;
        }

        return new ReadOnlySpan<ulong>(_entries + first, start - first);
    }

    public static bool IsCommon(ulong entry) => (entry & CommonMark) != 0;

    /// <summary>In how many texts a common seed stands.</summary>
    public static int CountOf(ulong entry) => (int)Math.Min(int.MaxValue, entry & (CommonMark - 1));

    /// <summary>The text of an entry, by its number in this segment.</summary>
    public int TextOf(ulong entry) => _pieces[PieceOf(entry)].Text;

    public int PlaceOf(ulong entry) => _pieces[PieceOf(entry)].Start + PlaceInPiece(entry);

    public static int PieceOf(ulong entry) => (int)((entry & (CommonMark - 1)) >> SeedLayout.PlaceBits);

    public bool IsRemoved(int text) => _removed is not null && (_removed[text >> 6] >> text & 1) != 0;

    public void Remove(int text)
    {
        _removed ??= new ulong[(_header.Documents >> 6) + 1];
        _removed[text >> 6] |= 1UL << text;
        RemovedCount++;
    }

    /// <summary>Joins segments, without the texts that were removed.</summary>
    public static IndexSegment Merge(IReadOnlyList<IndexSegment> parts, string? name, Func<long, SegmentSink> sink)
    {
        var documents = new List<IndexDocument>();
        var pieces = new List<IndexPiece>();
        int[][] numbers = [.. parts.Select(part => Renumber(part, documents, pieces))];
        int ghosts = parts.Sum(part => part.Ghosts);
        var writer = new SegmentWriter(
            parts[0]._shape, documents.ToArray(), [.. pieces], parts.Sum(part => (long)part.EntryCount), ghosts, sink);
        int[] at = new int[parts.Count];
        int[] ends = new int[parts.Count];
        for (ulong partition = 0; partition < 1 << PartitionBits; partition++)
        {
            ulong next = (partition + 1) << (64 - PartitionBits);
            for (int i = 0; i < at.Length; i++)
            {
                ends[i] = next == 0 ? parts[i].EntryCount : parts[i].BucketStart(next);
            }

            MergePartition(partition, parts, at, ends, numbers, writer);
        }

        return writer.ToSegment(name);
    }

    public void Dispose() => _memory.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MergePartition(
        ulong partition, IReadOnlyList<IndexSegment> parts, int[] at, int[] ends, int[][] numbers, SegmentWriter writer)
    {
        while (true)
        {
            ulong hash = ulong.MaxValue;
            for (int i = 0; i < at.Length; i++)
            {
                if (at[i] < ends[i])
                {
                    hash = Math.Min(hash, parts[i]._entries[at[i]] >> HashShift);
                }
            }

            if (hash == ulong.MaxValue)
            {
                return;
            }

            writer.Begin(partition, hash);
            for (int i = 0; i < at.Length; i++)
            {
                at[i] = parts[i].GiveTo(writer, hash, at[i], ends[i], numbers[i]);
            }

            writer.End();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int GiveTo(SegmentWriter writer, ulong hash, int start, int end, int[] numbers)
    {
        for (; start < end && _entries[start] >> HashShift == hash; start++)
        {
            ulong entry = _entries[start];
            if (IsCommon(entry))
            {
                writer.Count(CountOf(entry));
            }
            else if (numbers[PieceOf(entry)] is >= 0 and int piece)
            {
                writer.Add((hash << HashShift) | PlaceIn(piece, PlaceInPiece(entry)));
            }
        }

        return start;
    }

    private static int[] Renumber(IndexSegment segment, List<IndexDocument> documents, List<IndexPiece> pieces)
    {
        int[] numbers = new int[segment._header.Pieces];
        int last = -1;
        for (int i = 0; i < numbers.Length; i++)
        {
            IndexPiece piece = segment._pieces[i];
            if (segment.IsRemoved(piece.Text))
            {
                numbers[i] = -1;
                continue;
            }

            if (piece.Text != last)
            {
                documents.Add(segment.Documents[piece.Text]);
                last = piece.Text;
            }

            numbers[i] = pieces.Count;
            pieces.Add(new IndexPiece(documents.Count - 1, piece.Start));
        }

        return numbers;
    }

    private static ulong PlaceIn(int piece, int place) => ((ulong)(uint)piece << SeedLayout.PlaceBits) | (uint)place;

    private static int PlaceInPiece(ulong entry) => (int)(entry & ((1 << SeedLayout.PlaceBits) - 1));

    private static uint SumOf(SegmentMemory memory, long start, long end)
    {
        // Spans count in ints, and a section may be longer.
        const int AtOnce = 1 << 30;
        uint sum = 0;
        for (; start < end; start += AtOnce)
        {
            sum = Checksum.Of(new ReadOnlySpan<byte>(memory.Start + start, (int)Math.Min(AtOnce, end - start)), sum);
        }

        return sum;
    }
}
