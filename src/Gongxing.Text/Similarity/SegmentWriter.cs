using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>Writes a segment from its first byte to its last, entries in order.</summary>
internal sealed class SegmentWriter
{
    // Four to eight entries a bucket: they lie in one or two lines of memory.
    private const int EntriesInBucketBits = 2;
    private const int MostBucketBits = 28;

    private readonly SegmentShape _shape;
    private readonly SegmentSink _sink;
    private readonly IndexPiece[] _pieces;
    private readonly SectionWriter<ulong> _entries;
    private readonly SectionWriter<int> _directory;
    private Growing<ulong> _own = new(1 << 8);
    private SegmentHeader _header;
    private ulong _partition;
    private ulong _hash;
    private long _counted;
    private long _written;
    private long _bucket;

    /// <param name="mostEntries">The segment will have no more.</param>
    /// <param name="ghosts">How many removed texts may be among those that are only counted.</param>
    /// <param name="sink">Made for a segment of at most so many bytes.</param>
    public SegmentWriter(
        SegmentShape shape,
        ReadOnlySpan<IndexDocument> documents,
        IndexPiece[] pieces,
        long mostEntries,
        int ghosts,
        Func<long, SegmentSink> sink)
    {
        _shape = shape;
        _pieces = pieces;
        _header = SegmentHeader.For(shape);
        _header.Documents = documents.Length;
        _header.Pieces = pieces.Length;
        _header.Entries = checked((int)mostEntries);
        _header.Ghosts = ghosts;
        _header.BucketBits = (byte)Math.Clamp(
            BitOperations.Log2((ulong)mostEntries | 1) - EntriesInBucketBits, IndexSegment.PartitionBits, MostBucketBits);
        _sink = sink(_header.Length);
        _header.DocumentSum = Write(documents, SegmentHeader.DocumentsAt);
        _header.PieceSum = Write<IndexPiece>(pieces, _header.PiecesAt);
        _directory = new SectionWriter<int>(_sink, _header.DirectoryAt);
        _entries = new SectionWriter<ulong>(_sink, _header.EntriesAt);
    }

    /// <summary>Begins with a seed: its partition and the rest of its hash.</summary>
    public void Begin(ulong partition, ulong hash)
    {
        _partition = partition;
        _hash = hash << IndexSegment.HashShift;
        _counted = 0;
        _own.Clear();
    }

    /// <summary>A place of the seed.</summary>
    public void Add(ulong entry) => _own.Add(entry);

    public void Count(int texts) => _counted += texts;

    /// <summary>Ends a seed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void End()
    {
        long texts = _counted;
        if (_own.Count > 1 || _counted > 0)
        {
            int last = -1;
            foreach (ulong entry in _own.Span)
            {
                int text = _pieces[IndexSegment.PieceOf(entry)].Text;
                texts += text == last ? 0 : 1;
                last = text;
            }

            if (_counted > 0 || texts > _shape.MostPlaced)
            {
                _own.Clear();
                _own.Add(_hash | IndexSegment.CommonMark | (ulong)texts);
                _header.Commons++;
            }
        }

        if (_own.Count > 0)
        {
            int below = _header.BucketBits - IndexSegment.PartitionBits;
            ulong bucket = (_partition << below) | (_hash >> (64 - below) & ((1UL << below) - 1));
            FillDirectory((long)bucket);
            _entries.Add(_own.Span);
            _written += _own.Count;
        }
    }

    public IndexSegment ToSegment(string? name)
    {
        FillDirectory(_header.DirectoryLength - 1);
        _directory.Flush();
        _entries.Flush();
        _header.Entries = (int)_written;
        _header.Ghosts = _header.Commons == 0 ? 0 : _header.Ghosts;
        _header.DirectorySum = _directory.Sum;
        _header.EntrySum = _entries.Sum;
        _header.Seal();
        _sink.Write(0, MemoryMarshal.AsBytes(new ReadOnlySpan<SegmentHeader>(in _header)));
        return new IndexSegment(_sink.Finish(), _shape, name);
    }

    // Where the entries of every bucket up to this one begin.
    private void FillDirectory(long last)
    {
        while (_bucket <= last)
        {
            _directory.Add((int)_written);
            _bucket++;
        }
    }

    private uint Write<T>(ReadOnlySpan<T> items, long at)
        where T : unmanaged
    {
        _sink.Write(at, MemoryMarshal.AsBytes(items));
        return Checksum.Of(MemoryMarshal.AsBytes(items));
    }
}
