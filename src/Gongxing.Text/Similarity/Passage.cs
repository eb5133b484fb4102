namespace Gongxing.Text.Similarity;

public enum PassageKind
{
    /// <summary>The same letters and numbers in the same order; width, script and punctuation may differ.</summary>
    Verbatim,

    /// <summary>Something was put in, left out, replaced or moved, or numbers are others.</summary>
    Edited,
}

/// <summary>What a reader may want to know of how one passage became the other.</summary>
[Flags]
public enum PassageTraits
{
    None = 0,

    /// <summary>Pieces stand in another order.</summary>
    Reordered = 1,

    /// <summary>Numbers differ: other years, counts or numbering.</summary>
    Renumbered = 2,

    /// <summary>One is in traditional characters where the other has simplified ones.</summary>
    OtherScript = 4,

    /// <summary>Most words are others; what is rare stands in both in much the same order.</summary>
    Reworded = 8,
}

/// <summary>Equal stretches of both texts: equal after folding, given where they stand as written.</summary>
public readonly record struct MatchedBlock(TextSpan A, TextSpan B);

/// <summary>A passage that two texts share. All positions count in the texts as written.</summary>
public sealed record Passage
{
    public required TextSpan A { get; init; }

    public required TextSpan B { get; init; }

    /// <summary>What is equal within the two spans, in the order of A; no two overlap.</summary>
    public required IReadOnlyList<MatchedBlock> Blocks { get; init; }

    public required PassageKind Kind { get; init; }

    public required PassageTraits Traits { get; init; }

    /// <summary>How unlikely it is, in bits, that two texts of this corpus share so much by chance.</summary>
    public required double EvidenceBits { get; init; }

    /// <summary>How many of the equal characters belong to wording that is rare in the corpus.</summary>
    public required int RareCharacters { get; init; }

    /// <summary>How many normalised characters are equal.</summary>
    public required int EqualCharacters { get; init; }

    internal Passage Turned() => this with
    {
        A = B,
        B = A,
        Blocks = [.. Blocks.Select(block => new MatchedBlock(block.B, block.A)).OrderBy(block => block.A.Start)],
    };
}
