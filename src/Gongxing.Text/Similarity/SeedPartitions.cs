using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>The seeds one thread has found, by partition, in the order it found them.</summary>
/// <remarks>
/// Each partition is a chain of chunks of one large block, so that none is copied when it grows, and the next part of the seeds
/// uses the memory of the one before. The block is none of the collector's: it is much of all that a search takes, and is given
/// back before the rest is taken.
/// </remarks>
internal sealed unsafe class SeedPartitions : IDisposable
{
    private const int ChunkBits = 8;
    private const int ChunkSize = 1 << ChunkBits;

    private readonly List<int>[] _chunks;
    private readonly int[] _next;
    private ulong* _store;
    private long _length;
    private int _chunkCount;

    public SeedPartitions(int partitions, long expected)
    {
        _chunks = new List<int>[partitions];
        for (int i = 0; i < partitions; i++)
        {
            _chunks[i] = [];
        }

        _next = new int[partitions];
        long chunks = (expected / ChunkSize) + partitions + 1;
        _length = Math.Min(chunks * ChunkSize, Array.MaxLength);
        _store = (ulong*)NativeMemory.Alloc((nuint)_length, sizeof(ulong));
    }

    ~SeedPartitions() => NativeMemory.Free(_store);

    public void Dispose()
    {
        NativeMemory.Free(_store);
        _store = null;
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds the seeds of a text that belong to some of the partitions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(SeedLayout layout, int text, ReadOnlySpan<ulong> seeds, ReadOnlySpan<int> places, Range partitions)
    {
        int first = partitions.Start.Value;
        int count = partitions.End.Value - first;
        int partitionShift = 64 - layout.PartitionBits;
        int partitionBits = layout.PartitionBits;
        int hashShift = layout.HashShift;
        ulong start = layout.FirstPlaceOf(text);
        int[] all = _next;
        places = places[..seeds.Length];
        for (int i = 0; i < seeds.Length; i++)
        {
            ulong seed = seeds[i];
            int partition = (int)(seed >> partitionShift);
            if ((uint)(partition - first) >= (uint)count)
            {
                continue;
            }

            int next = all[partition];
            if ((next & (ChunkSize - 1)) == 0)
            {
                next = NewChunk(partition);
            }

            _store[next] = ((seed << partitionBits) >> hashShift << hashShift) | (start + (uint)places[i]);
            all[partition] = next + 1;
        }
    }

    public int Count(int partition)
    {
        int rest = _next[partition] & (ChunkSize - 1);
        return (_chunks[partition].Count * ChunkSize) - (rest == 0 ? 0 : ChunkSize - rest);
    }

    public void CopyTo(int partition, Span<ulong> entries)
    {
        foreach (int chunk in _chunks[partition])
        {
            int count = Math.Min(ChunkSize, entries.Length);
            new ReadOnlySpan<ulong>(_store + ((long)chunk << ChunkBits), count).CopyTo(entries);
            entries = entries[count..];
        }
    }

    /// <summary>Forgets the seeds and keeps the memory.</summary>
    public void Clear()
    {
        foreach (List<int> chunks in _chunks)
        {
            chunks.Clear();
        }

        Array.Clear(_next);
        _chunkCount = 0;
    }

    private int NewChunk(int partition)
    {
        int start = _chunkCount << ChunkBits;
        if (start + ChunkSize > _length)
        {
            _length = checked((int)(_length + (_length / 2) + ChunkSize));
            _store = (ulong*)NativeMemory.Realloc(_store, checked((nuint)_length * sizeof(ulong)));
        }

        _chunks[partition].Add(_chunkCount++);
        return start;
    }
}
