namespace Gongxing.Text.Similarity;

/// <summary>A stretch that is equal in the forms of two texts, and what it proves.</summary>
internal struct Block
{
    public int A;
    public int B;
    public int Length;

    /// <summary>For a seed: in how many texts it stands. For a block: how many of its units are covered by rare seeds.</summary>
    public int Rare;

    /// <summary>How many of its units are under no common seed; none for one too short to tell.</summary>
    public int Own;

    /// <summary>In bits.</summary>
    public float Evidence;

    public readonly int EndA => A + Length;

    public readonly int EndB => B + Length;
}
