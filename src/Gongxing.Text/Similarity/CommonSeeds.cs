using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Gongxing.Text.Similarity;

/// <summary>Seeds that say little, sorted, with how many texts hold each.</summary>
internal sealed class CommonSeeds
{
    /// <summary>The count of what is allowed.</summary>
    public const int Allowed = int.MaxValue;

    // So many are looked at together.
    private const int Together = 8;

    // Sorted, and followed by what nobody looks for, so that there are always some to look at together.
    private readonly ulong[] _seeds;
    private readonly int[] _counts;
    private readonly ulong _mask;

    // Where those with the same topmost bits begin.
    private readonly int[] _starts;
    private readonly int _shift;

    // Some bits a seed, so that most others are turned away without looking further.
    private readonly ulong[] _filter;
    private readonly int _filterShift;

    /// <param name="seeds">Sorted; below their topmost bits they are 0.</param>
    /// <param name="seedBits">How many of them tell one seed from another.</param>
    public CommonSeeds(ReadOnlySpan<ulong> seeds, int[] counts, int seedBits = 64)
    {
        _counts = counts;
        _mask = ulong.MaxValue << (64 - seedBits);
        _seeds = new ulong[seeds.Length + Together];
        seeds.CopyTo(_seeds);
        _seeds.AsSpan(seeds.Length).Fill(ulong.MaxValue);
        int bits = BitOperations.Log2((uint)seeds.Length | 2);
        _shift = 64 - bits;
        _starts = new int[(1 << bits) + 1];
        int filterBits = Math.Max(6, bits + 4);
        _filterShift = 64 - filterBits;
        _filter = new ulong[1 << (filterBits - 6)];
        foreach (ulong seed in seeds)
        {
            _starts[(int)(seed >> _shift) + 1]++;
            int bit = (int)(seed >> _filterShift);
            _filter[bit >> 6] |= 1UL << bit;
        }

        for (int i = 1; i < _starts.Length; i++)
        {
            _starts[i] += _starts[i - 1];
        }
    }

    public static CommonSeeds None { get; } = new([], []);

    public ReadOnlySpan<ulong> Seeds => _seeds.AsSpan(0, _counts.Length);

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

    /// <summary>Whether to look a seed up at all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHave(ulong seed)
    {
        int bit = (int)(seed >> _filterShift);
        return (_filter[bit >> 6] >> bit & 1) != 0;
    }

    /// <summary>Has memory bring what a seed will be looked for in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Expect(ulong seed) => CacheLine.Expect(ref _seeds[_starts[(int)(seed >> _shift)]]);

    /// <param name="index">Where it is in <see cref="Seeds"/>.</param>
    /// <param name="count">In how many texts it stands.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(ulong seed, out int index, out int count)
    {
        seed &= _mask;
        int alike = (int)(seed >> _shift);
        index = _starts[alike];
        uint found = Among(seed, index);
        while (found == 0 && index + Together < _starts[alike + 1])
        {
            index += Together;
            found = Among(seed, index);
        }

        index += BitOperations.TrailingZeroCount(found);
        bool isFound = found != 0 && index < _counts.Length;
        count = isFound ? _counts[index] : 0;
        return isFound;
    }

    // A bit for each of those looked at together: whether it is the one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Among(ulong seed, int index) => (uint)Vector512
        .Equals(Vector512.LoadUnsafe(ref _seeds[index]), Vector512.Create(seed)).ExtractMostSignificantBits();
}
