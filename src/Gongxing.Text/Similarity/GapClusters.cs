using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>Groups blocks that lie close together in both texts, in whatever order they stand there.</summary>
/// <remarks>
/// Cut at the gaps in one text, each piece at the gaps in the other, and so on until nothing is cut any more: recursive
/// extension, as the best systems of the PAN competitions had it. A passage whose sentences were moved stays one.
/// </remarks>
internal sealed class GapClusters
{
    private readonly Stack<(int Start, int Length, bool ByA, bool Whole)> _open = new();
    private readonly List<Range> _found = [];

    /// <summary>Reorders the blocks so that each group is one range of them, sorted by A.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public IReadOnlyList<Range> Of(Span<Block> blocks, int gap)
    {
        _found.Clear();
        _open.Push((0, blocks.Length, true, false));
        while (_open.TryPop(out var part))
        {
            Span<Block> some = blocks.Slice(part.Start, part.Length);
            if (part.ByA)
            {
                some.SortBy<ByA>();
            }
            else
            {
                some.SortBy<ByB>();
            }

            int first = FirstPart(some, gap, part.ByA);
            if (first < some.Length)
            {
                _open.Push((part.Start, first, !part.ByA, false));
                _open.Push((part.Start + first, part.Length - first, part.ByA, false));
            }
            else if (!part.Whole)
            {
                _open.Push((part.Start, part.Length, !part.ByA, true));
            }
            else
            {
                some.SortBy<ByA>();
                _found.Add(part.Start..(part.Start + part.Length));
            }
        }

        return _found;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FirstPart(ReadOnlySpan<Block> blocks, int gap, bool byA)
    {
        int end = blocks.IsEmpty ? 0 : byA ? blocks[0].EndA : blocks[0].EndB;
        for (int i = 1; i < blocks.Length; i++)
        {
            if ((byA ? blocks[i].A : blocks[i].B) - end > gap)
            {
                return i;
            }

            end = Math.Max(end, byA ? blocks[i].EndA : blocks[i].EndB);
        }

        return blocks.Length;
    }
}
