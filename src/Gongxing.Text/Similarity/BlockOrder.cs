using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>An order of blocks in which no two different ones are equal.</summary>
internal interface IBlockOrder
{
    static abstract bool IsBefore(in Block one, in Block other);
}

/// <summary>By their places in A, then in B.</summary>
internal readonly struct ByA : IBlockOrder
{
    public static bool IsBefore(in Block one, in Block other) =>
        one.A != other.A ? one.A < other.A : one.B < other.B;
}

/// <summary>By their places in B, then in A.</summary>
internal readonly struct ByB : IBlockOrder
{
    public static bool IsBefore(in Block one, in Block other) =>
        one.B != other.B ? one.B < other.B : one.A < other.A;
}

/// <summary>The longest first, then by A.</summary>
internal readonly struct LongestFirst : IBlockOrder
{
    public static bool IsBefore(in Block one, in Block other) =>
        one.Length != other.Length ? one.Length > other.Length : ByA.IsBefore(one, other);
}

internal static class BlockSorting
{
    private const int Few = 100;

    /// <summary>Sorts blocks, which are few and nearly in order as a rule.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SortBy<TOrder>(this Span<Block> blocks)
        where TOrder : IBlockOrder
    {
        if (blocks.Length > Few)
        {
            blocks.Sort(static (one, other) => TOrder.IsBefore(one, other) ? -1 : TOrder.IsBefore(other, one) ? 1 : 0);
            return;
        }

        for (int i = 1; i < blocks.Length; i++)
        {
            Block block = blocks[i];
            int at = i;
            for (; at > 0 && TOrder.IsBefore(block, blocks[at - 1]); at--)
            {
                blocks[at] = blocks[at - 1];
            }

            blocks[at] = block;
        }
    }
}
