namespace Gongxing.Text.Similarity;

/// <summary>The seeds one thread has found, by partition, in the order it found them.</summary>
/// <remarks>
/// Each partition is a chain of chunks cut from large slabs, so that nothing is copied when one grows, and the next part of the
/// seeds reuses the memory of the one before.
/// </remarks>
internal sealed class SeedPartitions
{
    private const int ChunkBits = 9;
    private const int ChunkSize = 1 << ChunkBits;
    private const int SlabBits = 18;
    private const int SlabSize = 1 << SlabBits;

    private readonly List<ulong[]> _slabs = [];
    private readonly List<int>[] _chunks;
    private readonly int[] _next;
    private int _chunkCount;

    public SeedPartitions(int partitions)
    {
        _chunks = new List<int>[partitions];
        _next = new int[partitions];
        for (int i = 0; i < partitions; i++)
        {
            _chunks[i] = [];
        }
    }

    public void Add(int partition, ulong entry)
    {
        int next = _next[partition];
        if ((next & (ChunkSize - 1)) == 0)
        {
            next = NewChunk(partition);
        }

        _slabs[next >> SlabBits][next & (SlabSize - 1)] = entry;
        _next[partition] = next + 1;
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
            int start = chunk << ChunkBits;
            int count = Math.Min(ChunkSize, entries.Length);
            _slabs[start >> SlabBits].AsSpan(start & (SlabSize - 1), count).CopyTo(entries);
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
        if (start >> SlabBits == _slabs.Count)
        {
            _slabs.Add(GC.AllocateUninitializedArray<ulong>(SlabSize));
        }

        _chunks[partition].Add(_chunkCount++);
        return start;
    }
}
