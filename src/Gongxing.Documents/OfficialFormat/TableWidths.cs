namespace Gongxing.Documents.OfficialFormat;

/// <summary>How the width of a page is shared among columns whose texts are of all lengths.</summary>
internal static class TableWidths
{
    private const double Narrowest = 2.5;
    private const double Widest = 40;

    /// <summary>Shares that add up to 1: a long text gets more than a short one, but far less than its length would ask for.</summary>
    /// <param name="texts">The column and the length of each paragraph in characters.</param>
    public static double[] Of(IEnumerable<(int Column, double Length)> texts, int columns)
    {
        double[] longest = new double[columns];
        foreach ((int column, double length) in texts)
        {
            longest[column] = Math.Max(longest[column], length);
        }

        double[] widths = [.. longest.Select(length =>
            length <= 6 ? Math.Max(length + 1, Narrowest) : Math.Min(7 + Math.Sqrt((length - 6) * 6), Widest))];
        double whole = widths.Sum();
        return [.. widths.Select(width => width / whole)];
    }
}
