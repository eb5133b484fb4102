namespace Gongxing.Text.Similarity;

/// <summary>The seeds of a <see cref="CommonText"/>, sorted, with how many background texts hold each.</summary>
internal sealed class CommonSeeds
{
    /// <summary>The count of what is allowed.</summary>
    public const int Allowed = int.MaxValue;

    private readonly ulong[] _seeds;
    private readonly int[] _counts;

    private CommonSeeds(ulong[] seeds, int[] counts)
    {
        _seeds = seeds;
        _counts = counts;
    }

    public static CommonSeeds None { get; } = new([], []);

    public ReadOnlySpan<ulong> Seeds => _seeds;

    public ReadOnlySpan<int> Counts => _counts;

    public static CommonSeeds Of(IReadOnlyList<string> allowed, IReadOnlyList<string> background, int seedLength)
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
        int at = Array.BinarySearch(_seeds, seed);
        return at < 0 ? 0 : _counts[at];
    }
}
