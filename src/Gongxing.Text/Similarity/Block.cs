namespace Gongxing.Text.Similarity;

/// <summary>A stretch that is equal in the forms of two texts, and what it proves.</summary>
internal struct Block
{
    public int A;
    public int B;
    public int Length;

    /// <summary>For a seed: in how many texts it stands. For a block: how many of its units are covered by rare seeds.</summary>
    public int Rare;

    /// <summary>In bits.</summary>
    public float Evidence;

    public readonly int EndA => A + Length;

    public readonly int EndB => B + Length;
}

internal static class BlockOrder
{
    public static readonly Comparison<Block> ByA = static (one, other) =>
        one.A != other.A ? one.A.CompareTo(other.A) : one.B.CompareTo(other.B);

    public static readonly Comparison<Block> ByB = static (one, other) =>
        one.B != other.B ? one.B.CompareTo(other.B) : one.A.CompareTo(other.A);

    public static readonly Comparison<Block> LongestFirst = static (one, other) =>
        one.Length != other.Length ? other.Length.CompareTo(one.Length) : ByA(one, other);
}
