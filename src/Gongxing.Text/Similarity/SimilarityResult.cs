namespace Gongxing.Text.Similarity;

/// <summary>What is shared in a corpus.</summary>
public sealed record SimilarityResult
{
    /// <summary>Ordered by A, then B.</summary>
    public required IReadOnlyList<SimilarPair> Pairs { get; init; }

    /// <summary>What stands in too many texts to be a pair's; what stands in most of them first.</summary>
    public required IReadOnlyList<CirculatingPassage> Circulating { get; init; }
}

/// <summary>Two texts of a corpus, by their numbers in it (A before B), that share at least one passage.</summary>
public sealed record SimilarPair(
    int A, int B, double ContainmentA, double ContainmentB, double Similarity, IReadOnlyList<Passage> Passages)
{
    /// <summary>How much of A's letters is found in B; 0 to 1.</summary>
    public double ContainmentA { get; init; } = ContainmentA;

    /// <summary>How much of B's letters is found in A; 0 to 1.</summary>
    public double ContainmentB { get; init; } = ContainmentB;

    /// <summary>How much of both together is found in the other; 0 to 1.</summary>
    public double Similarity { get; init; } = Similarity;

    /// <summary>The most telling first.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = Passages;

    /// <summary>The same pair, seen from the other text.</summary>
    internal SimilarPair Turned() =>
        new(B, A, ContainmentB, ContainmentA, Similarity, [.. Passages.Select(passage => passage.Turned())]);
}

/// <summary>A passage that stands in so many texts that it says nothing about any two of them.</summary>
public sealed record CirculatingPassage(IReadOnlyList<CirculatingPlace> Places)
{
    /// <summary>In how many texts it stands, at least: an index tells of more than it names.</summary>
    public int Texts { get; init; } = Places.Select(place => place.Text).Distinct().Count();
}

/// <summary>Where a circulating passage stands: the number of the text, and the span in it as written.</summary>
public readonly record struct CirculatingPlace(int Text, TextSpan Span);

/// <summary>How far a search through a corpus has come.</summary>
/// <param name="Done">From 0 to 1.</param>
public readonly record struct SimilarityProgress(double Done);
