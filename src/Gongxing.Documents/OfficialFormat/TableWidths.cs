namespace Gongxing.Documents.OfficialFormat;

/// <summary>How the width of a page is shared among columns whose texts are of all lengths.</summary>
internal static class TableWidths
{
    private const double Padding = 1.2;
    private const double Narrowest = 3;

    // 完成时限, 2025年12月.
    private const double Short = 8;

    /// <summary>
    /// Shares that add up to 1. Short columns get what they need, so that no head and no date is broken; the others
    /// share the rest, a long text more than a short one but far less than its length would ask for.
    /// </summary>
    /// <param name="texts">The column and the length of each paragraph in characters.</param>
    /// <param name="line">Characters in the whole width.</param>
    public static double[] Of(IEnumerable<(int Column, double Length)> texts, int columns, double line)
    {
        double[] needs = Enumerable.Repeat(Narrowest, columns).ToArray();
        foreach ((int column, double length) in texts)
        {
            needs[column] = Math.Max(needs[column], length + Padding);
        }

        double[] widths = [.. needs];
        double share = Math.Max(line / columns, Short);
        share = needs.Where(need => need <= share).Sum() > line * 0.7 ? line / columns : share;
        double rest = line - needs.Where(need => need <= share).Sum();
        double weights = needs.Where(need => need > share).Sum(Math.Sqrt);
        if (needs.Sum() > line)
        {
            for (int i = 0; i < columns; i++)
            {
                widths[i] = needs[i] <= share ? needs[i] : rest * Math.Sqrt(needs[i]) / weights;
            }
        }

        double whole = widths.Sum();
        return [.. widths.Select(width => width / whole)];
    }
}
