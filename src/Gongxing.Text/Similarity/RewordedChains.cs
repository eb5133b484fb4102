namespace Gongxing.Text.Similarity;

/// <summary>Letters in a row that two texts have in common, and how many bits they prove.</summary>
internal readonly record struct RewordedRow(int A, int B, int Length, int Bits)
{
    public int EndA => A + Length;

    public int EndB => B + Length;

    public RewordedRow Turned() => new(B, A, Length, Bits);
}

/// <summary>Rows that follow one another, in order of A, and what they prove together.</summary>
internal sealed record RewordedChain(List<RewordedRow> Rows, double Bits);

/// <summary>Finds rows that follow one another in both texts, nearly in the same order.</summary>
internal static class RewordedChains
{
    public const int FewestRows = 4;

    // What stands between two rows costs, and what stands there in one text only costs more.
    private const double GapBits = 0.3;
    private const double ShiftBits = 0.09;

    // What begins farther on costs more than any row is worth.
    private const int LargestReach = 38;

    // What is swapped in one text is in order in the other, so both ways through them are gone.
    public static List<RewordedChain> Best(List<RewordedRow> rows, double leastBits)
    {
        List<RewordedChain> there = Of(rows, leastBits);
        List<RewordedChain> back = Of([.. rows.Select(row => row.Turned()).OrderBy(row => (row.A, row.B))], leastBits);
        return there.Sum(chain => chain.Bits) >= back.Sum(chain => chain.Bits)
            ? there
            : [.. back.Select(chain => chain with { Rows = [.. chain.Rows.Select(row => row.Turned()).OrderBy(row => row.A)] })];
    }

    // The best chains of rows that have no row in common, the best first.
    private static List<RewordedChain> Of(List<RewordedRow> rows, double leastBits)
    {
        double[] bits = new double[rows.Count];
        int[] before = new int[rows.Count];
        for (int i = 0; i < rows.Count; i++)
        {
            (bits[i], before[i]) = (rows[i].Bits, -1);
            for (int j = i - 1; j >= 0 && rows[i].A - rows[j].A <= LargestReach; j--)
            {
                if (bits[j] - Cost(rows[j], rows[i]) + rows[i].Bits is var sum && sum > bits[i])
                {
                    (bits[i], before[i]) = (sum, j);
                }
            }
        }

        var chains = new List<RewordedChain>();
        bool[] used = new bool[rows.Count];
        IEnumerable<int> ends = Enumerable.Range(0, rows.Count).Where(i => bits[i] >= leastBits);
        foreach (int last in ends.OrderByDescending(i => bits[i]).ThenBy(i => i))
        {
            if (To(last, rows, before, used, bits[last], leastBits) is { } chain)
            {
                chains.Add(chain);
            }
        }

        return chains;
    }

    // Null when another chain has part of it; what stands in B twice counts once.
    private static RewordedChain? To(
        int last, List<RewordedRow> rows, int[] before, bool[] used, double bits, double leastBits)
    {
        var chain = new List<RewordedRow>();
        var taken = new HashSet<int>();
        int at = last;
        for (; at >= 0 && !used[at]; at = before[at])
        {
            used[at] = true;
            int[] places = [.. Enumerable.Range(rows[at].B, rows[at].Length)];
            if (taken.Overlaps(places))
            {
                bits -= rows[at].Bits;
                continue;
            }

            taken.UnionWith(places);
            chain.Add(rows[at]);
        }

        if (at >= 0 || bits < leastBits || chain.Count < FewestRows)
        {
            return null;
        }

        chain.Reverse();
        return new RewordedChain(chain, bits);
    }

    // Clauses that were swapped lie a little before in B.
    private static double Cost(in RewordedRow one, in RewordedRow next)
    {
        int gapA = next.A - one.EndA;
        int gapB = next.B - one.EndB;
        return gapA < 0 ? double.PositiveInfinity
            : (GapBits * Math.Max(gapA, Math.Abs(gapB))) + (ShiftBits * Math.Abs(gapA - gapB));
    }
}
