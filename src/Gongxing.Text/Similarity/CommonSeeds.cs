using System.Numerics;
using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>Seeds that say little, sorted, with how many texts hold each.</summary>
internal sealed class CommonSeeds
{
    /// <summary>The count of what is allowed.</summary>
    public const int Allowed = int.MaxValue;

    private readonly ulong[] _seeds;
    private readonly int[] _counts;
    private readonly ulong _mask;

    // Looked up seed by seed, so all that is asked of one lies in one line: where it would be by its topmost bits, or soon after.
    private readonly Entry[] _table;
    private readonly int _shift;

    // Four bits and more a seed, so that most others are turned away without looking further.
    private readonly ulong[] _filter;
    private readonly int _filterShift;

    /// <param name="seeds">Sorted; below their topmost bits they are 0.</param>
    /// <param name="seedBits">How many of them tell one seed from another.</param>
    public CommonSeeds(ulong[] seeds, int[] counts, int seedBits = 64)
    {
        _seeds = seeds;
        _counts = counts;
        _mask = ulong.MaxValue << (64 - seedBits);
        int bits = BitOperations.Log2((uint)(seeds.Length + (seeds.Length / 2)) | 1) + 1;
        _shift = 64 - bits;
        _table = new Entry[1 << bits];
        int filterBits = Math.Max(6, bits + 2);
        _filterShift = 64 - filterBits;
        _filter = new ulong[1 << (filterBits - 6)];
        for (int i = 0; i < seeds.Length; i++)
        {
            int bit = (int)(seeds[i] >> _filterShift);
            _filter[bit >> 6] |= 1UL << bit;
            int at = (int)(seeds[i] >> _shift);
            while (_table[at].Count > 0)
            {
                at = (at + 1) & (_table.Length - 1);
            }

            _table[at] = new Entry(seeds[i], i, counts[i]);
        }
    }

    public static CommonSeeds None { get; } = new([], []);

    public ReadOnlySpan<ulong> Seeds => _seeds;

    public ReadOnlySpan<int> Counts => _counts;

    public static CommonSeeds Of(
        IReadOnlyList<string> allowed, IReadOnlyList<string> background, UsualWording usual, int seedLength)
    {
        var counts = new Dictionary<ulong, int>();
        using var scan = new SeedScan();
        foreach (string text in background)
        {
            scan.Read(text, seedLength, SimilarityOptions.Widest);
            foreach (ulong seed in scan.Seeds.ToArray().Distinct())
            {
                counts[seed] = counts.GetValueOrDefault(seed) + 1;
            }
        }

        foreach ((string words, int texts) in usual.Phrases)
        {
            // What one in a hundred writes, nobody has from anybody, as in a corpus.
            int count = texts >= usual.Texts / 100 ? Allowed : texts;
            scan.Read(words, seedLength, SimilarityOptions.Widest);
            foreach (ulong seed in scan.Seeds)
            {
                counts[seed] = Math.Max(counts.GetValueOrDefault(seed), count);
            }
        }

        foreach (string text in allowed)
        {
            scan.Read(text, seedLength, SimilarityOptions.Widest);
            foreach (ulong seed in scan.Seeds)
            {
                counts[seed] = Allowed;
            }
        }

        ulong[] seeds = [.. counts.Keys];
        int[] values = [.. counts.Values];
        Array.Sort(seeds, values);
        return new CommonSeeds(seeds, values);
    }

    /// <summary>In how many texts a seed stands; <see cref="Allowed"/> for what is allowed.</summary>
    public int CountOf(ulong seed) => MayHave(seed) && TryFind(seed, out _, out int count) ? count : 0;

    /// <summary>Whether to look a seed up at all; memory is told that it will be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Expect(ulong seed)
    {
        bool mayHave = MayHave(seed);
        if (mayHave)
        {
            CacheLine.Expect(ref _table[(int)(seed >> _shift)]);
        }

        return mayHave;
    }

    /// <param name="index">Where it is in <see cref="Seeds"/>.</param>
    /// <param name="count">In how many texts it stands.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(ulong seed, out int index, out int count)
    {
        seed &= _mask;
        int at = (int)(seed >> _shift);
        while (_table[at].Count > 0 && _table[at].Seed != seed)
        {
            at = (at + 1) & (_table.Length - 1);
        }

        (index, count) = (_table[at].Index, _table[at].Count);
        return count > 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool MayHave(ulong seed)
    {
        int bit = (int)(seed >> _filterShift);
        return (_filter[bit >> 6] >> bit & 1) != 0;
    }

    /// <summary>A seed of the table; counted 0 where there is none.</summary>
    private readonly record struct Entry(ulong Seed, int Index, int Count);
}
