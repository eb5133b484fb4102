using System.Numerics;

namespace Gongxing.Text.Similarity;

/// <summary>The seeds of a <see cref="CommonText"/>, sorted, with how many background texts hold each.</summary>
internal sealed class CommonSeeds
{
    /// <summary>The count of what is allowed.</summary>
    public const int Allowed = int.MaxValue;

    private readonly ulong[] _seeds;
    private readonly int[] _counts;

    // Where the seeds begin that agree in their topmost bits: one or two each.
    private readonly int[] _starts;
    private readonly int _shift;

    private CommonSeeds(ulong[] seeds, int[] counts)
    {
        _seeds = seeds;
        _counts = counts;
        int bits = BitOperations.Log2((uint)seeds.Length | 1) + 1;
        _shift = 64 - bits;
        _starts = new int[(1 << bits) + 1];
        foreach (ulong seed in seeds)
        {
            _starts[(int)(seed >> _shift) + 1]++;
        }

        for (int i = 1; i < _starts.Length; i++)
        {
            _starts[i] += _starts[i - 1];
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

    /// <summary>In how many background texts a seed stands; <see cref="Allowed"/> for what is allowed.</summary>
    public int CountOf(ulong seed)
    {
        int bucket = (int)(seed >> _shift);
        for (int i = _starts[bucket]; i < _starts[bucket + 1]; i++)
        {
            if (_seeds[i] == seed)
            {
                return _counts[i];
            }
        }

        return 0;
    }
}
