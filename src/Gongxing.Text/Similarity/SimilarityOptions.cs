namespace Gongxing.Text.Similarity;

/// <summary>What counts as shared text, and how much of the machine may be used to find it.</summary>
/// <remarks>The values given here were measured; change them with figures in hand.</remarks>
public sealed record SimilarityOptions
{
    internal const int Widest = 256;
    private const int SmallestCap = 8;
    private const int LargestCap = 32;

    /// <summary>Below so many texts, how often something stands in them says little about how common it is.</summary>
    internal const int FewTexts = 300;

    /// <summary>For a corpus: seeds of eight characters, which cost least for what they find.</summary>
    public static SimilarityOptions Corpus { get; } = new();

    /// <summary>For one text that is worth more time: seeds of six characters see through heavier editing.</summary>
    public static SimilarityOptions Deep { get; } = new() { SeedLength = 6 };

    /// <summary>How many characters must be equal for two places to be looked at; 6 to 16.</summary>
    public int SeedLength { get; init; } = 8;

    /// <summary>
    /// What stands in more texts than this is common, and nobody has it from anybody; at most 100. Null: one text in a
    /// hundred, at least 8 and at most 32.
    /// </summary>
    public int? MostTexts { get; init; }

    /// <summary>How unlikely what two passages share must be by chance: one in two to the power of this.</summary>
    public double EvidenceBits { get; init; } = 28;

    /// <summary>How many characters of a passage must be covered by what is rare.</summary>
    public int RareCharacters { get; init; } = 20;

    /// <summary>Passages of fewer normalised characters are not reported.</summary>
    public int ShortestPassage { get; init; } = 40;

    /// <summary>How much of a passage must be equal in both texts, at least.</summary>
    public double LeastCoverage { get; init; } = 0.25;

    /// <summary>A passage ends where so many characters in a row have no counterpart.</summary>
    public int LargestGap { get; init; } = 30;

    /// <summary>Also report what stands in too many texts to be a pair's: see <see cref="CirculatingPassage"/>.</summary>
    public bool FindCirculating { get; init; } = true;

    /// <summary>How many threads work; 0 for one a processor. The result does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// How many bytes the seeds may take while they are sorted. A corpus with more is gone through several times, a part of
    /// the seeds each time. The result does not depend on it.
    /// </summary>
    public long SeedMemory { get; init; } = 2L << 30;

    /// <summary>How many bits the processor may take at once, if it can; less only in tests. The result is the same.</summary>
    internal int WidestVector { get; init; } = Widest;

    /// <summary>Which wording circulates together is found out among so many texts; of a larger corpus, in a fourth at least.</summary>
    internal int Electors { get; init; } = 1 << 15;

    internal int ThreadCount => Threads > 0 ? Threads : Environment.ProcessorCount;

    internal int CapFor(int texts) => MostTexts ?? Math.Max(SmallestCap, Math.Min(LargestCap, texts / 100));

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SeedLength, 6);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(SeedLength, 16);
        ArgumentOutOfRangeException.ThrowIfLessThan(CapFor(0), 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(CapFor(0), 100);
        ArgumentOutOfRangeException.ThrowIfNegative(Threads);
        ArgumentOutOfRangeException.ThrowIfLessThan(SeedMemory, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ShortestPassage, SeedLength);
        ArgumentOutOfRangeException.ThrowIfNegative(LargestGap);
    }
}
