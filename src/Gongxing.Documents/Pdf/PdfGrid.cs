namespace Gongxing.Documents.Pdf;

/// <summary>The rows and columns that rules which meet each other make; cells without a rule between them are one.</summary>
internal sealed class PdfGrid
{
    /// <summary>A page with more than that is squared paper.</summary>
    private const int MostCells = 5000;

    private readonly double[] xs;
    private readonly double[] ys;
    private readonly (int Row, int Column)[,] cells;

    private PdfGrid(double[] xs, double[] ys, List<PdfRule> horizontal, List<PdfRule> vertical)
    {
        (this.xs, this.ys) = (xs, ys);
        cells = new (int, int)[Rows, Columns];
        var taken = new bool[Rows, Columns];
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                if (!taken[row, column])
                {
                    Span(row, column, taken, horizontal, vertical);
                }
            }
        }
    }

    public int Rows => ys.Length - 1;

    public int Columns => xs.Length - 1;

    public double Top => ys[0];

    public double Right => xs[^1];

    /// <summary>Every group of rules that meet and leave at least two rows and two columns between them.</summary>
    public static IEnumerable<PdfGrid> Of(PdfRules rules)
    {
        List<PdfRule> horizontal = rules.Horizontal, vertical = rules.Vertical;
        int[] parent = [.. Enumerable.Range(0, horizontal.Count + vertical.Count)];
        for (int h = 0; h < horizontal.Count; h++)
        {
            for (int v = 0; v < vertical.Count; v++)
            {
                if (horizontal[h].Covers(vertical[v].At) && vertical[v].Covers(horizontal[h].At))
                {
                    parent[Root(parent, h)] = Root(parent, horizontal.Count + v);
                }
            }
        }

        foreach (IGrouping<int, int> group in Enumerable.Range(0, parent.Length).GroupBy(rule => Root(parent, rule)))
        {
            List<PdfRule> across = [.. group.Where(rule => rule < horizontal.Count).Select(rule => horizontal[rule])];
            List<PdfRule> down = [.. group.Where(rule => rule >= horizontal.Count).Select(rule => vertical[rule - horizontal.Count])];
            double[] xs = Edges(down, across);
            double[] ys = Edges(across, down);
            if (xs.Length > 2 && ys.Length > 2 && xs.Length * ys.Length < MostCells)
            {
                Array.Reverse(ys);
                yield return new PdfGrid(xs, ys, across, down);
            }
        }
    }

    /// <summary>Whether the columns of both lie at the same places.</summary>
    public bool HasColumnsOf(PdfGrid other) => Columns == other.Columns
        && xs.Zip(other.xs).All(pair => Math.Abs(pair.First - pair.Second) <= PdfRules.Touch);

    /// <summary>The cell at a place, named by its upper left corner; null outside.</summary>
    public (int Row, int Column)? At(double x, double y)
    {
        int column = Array.FindLastIndex(xs, edge => edge <= x);
        int row = Array.FindLastIndex(ys, edge => edge >= y);
        return column < 0 || column >= Columns || row < 0 || row >= Rows ? null : cells[row, column];
    }

    private void Span(int row, int column, bool[,] taken, List<PdfRule> horizontal, List<PdfRule> vertical)
    {
        int right = column + 1;
        while (right < Columns && !taken[row, right] && !Divides(vertical, xs[right], (ys[row] + ys[row + 1]) / 2))
        {
            right++;
        }

        int below = row + 1;
        while (below < Rows && Enumerable.Range(column, right - column)
            .All(at => !Divides(horizontal, ys[below], (xs[at] + xs[at + 1]) / 2)))
        {
            below++;
        }

        for (int i = row; i < below; i++)
        {
            for (int j = column; j < right; j++)
            {
                (cells[i, j], taken[i, j]) = ((row, column), true);
            }
        }
    }

    private static bool Divides(List<PdfRule> rules, double at, double between) =>
        rules.Exists(rule => Math.Abs(rule.At - at) <= PdfRules.Touch && rule.Covers(between));

    /// <summary>Where rules lie, and where those across them end: a table may be open at its sides.</summary>
    private static double[] Edges(List<PdfRule> rules, List<PdfRule> across)
    {
        IEnumerable<double> ends = across.Count == 0 ? [] : [across.Min(rule => rule.From), across.Max(rule => rule.To)];
        var edges = new List<double>();
        foreach (double at in rules.Select(rule => rule.At).Concat(ends).Order())
        {
            if (edges.Count == 0 || at - edges[^1] > PdfRules.Touch)
            {
                edges.Add(at);
            }
        }

        return [.. edges];
    }

    private static int Root(int[] parent, int rule)
    {
        while (parent[rule] != rule)
        {
            rule = parent[rule] = parent[parent[rule]];
        }

        return rule;
    }
}
