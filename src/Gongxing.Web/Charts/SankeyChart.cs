using Gongxing.Core.Statements;
using Microsoft.AspNetCore.Html;

namespace Gongxing.Web.Charts;

/// <summary>Findings, causes and measures in three columns with a band for each link (桑基图): what is followed up is seen at once.</summary>
/// <remarks>
/// A band from a finding straight to a measure is drawn only where no cause leads there. Columns two and three are ordered by where
/// their bands come from, which keeps crossings few (barycentre, one pass).
/// </remarks>
public static class SankeyChart
{
    /// <summary>With more in a column the picture says nothing any more, and the table has it all.</summary>
    public const int MostInColumn = 60;

    private const double Width = 1180;
    private const double Unit = 15;
    private const double NodeWidth = 13;
    private const double FirstColumn = 320;
    private const double SecondColumn = 565;
    private const double ThirdColumn = 872;
    private const double RowGap = 22;
    private const double LabelledGap = 34;
    private const double Top = 34;
    private const int Hues = 6;
    private const int LabelCharacters = 18;

    public static bool Fits(Statement statement) =>
        statement.Findings.Count is > 0 and <= MostInColumn
        && statement.Causes.Count <= MostInColumn && statement.Measures.Count <= MostInColumn;

    /// <param name="gap">What a finding is short of, in words; empty when it is not.</param>
    public static IHtmlContent Draw(Statement statement, TraceMatrix matrix, string title, string description, Func<TraceGap, string> gap)
    {
        var findings = new Column([.. matrix.Rows.Select(row => new Node(row.Finding.Id, row.Finding.Title))], FirstColumn);
        var causes = new Column([.. statement.Causes.Select(cause => new Node(cause.Id, cause.Title))], SecondColumn);
        var measures = new Column([.. statement.Measures.Select(measure => new Node(measure.Id, measure.Title))], ThirdColumn);
        List<Band> bands = BandsOf(statement, matrix, findings, causes, measures);
        double height = Place(findings, bands, RowGap);
        height = Math.Max(height, Place(causes, bands, LabelledGap));
        height = Math.Max(height, Place(measures, bands, LabelledGap));

        var chart = new ChartText("sankey", Width, height, title, description);
        foreach (Band band in bands.OrderBy(band => band.From.Y).ThenBy(band => band.To.Y))
        {
            Draw(chart, band);
        }

        for (int i = 0; i < findings.Nodes.Count; i++)
        {
            Node node = findings.Nodes[i];
            string lack = gap(matrix.Rows[i].Gap);
            chart.Bar(FirstColumn, node.Y, NodeWidth, node.Height, lack.Length > 0 ? "node gap" : "node");
            double middle = node.Y + (node.Height / 2) + 5;
            chart.Label(FirstColumn - 10, lack.Length > 0 ? middle - 9 : middle, $"{i + 1}. {node.Title}", LabelCharacters + 2, "name end");
            chart.Label(FirstColumn - 10, middle + 9, lack, LabelCharacters, "lack end");
        }

        foreach (Node node in causes.Nodes)
        {
            chart.Bar(SecondColumn, node.Y, NodeWidth, node.Height, node.Inflow == 0 ? "node gap" : $"node hue{node.Hue}");
            chart.Label(SecondColumn, node.Y - 7, node.Title, LabelCharacters, "name");
        }

        foreach (Node node in measures.Nodes)
        {
            chart.Bar(ThirdColumn, node.Y, NodeWidth, node.Height, node.Inflow == 0 ? "node gap" : "node");
            chart.Label(ThirdColumn + NodeWidth + 9, node.Y + (node.Height / 2) + 5, node.Title, LabelCharacters, "name");
        }

        return chart;
    }

    private static List<Band> BandsOf(Statement statement, TraceMatrix matrix, Column findings, Column causes, Column measures)
    {
        Dictionary<string, Node> nodes = findings.Nodes.Concat(causes.Nodes).Concat(measures.Nodes)
            .ToDictionary(node => node.Id, StringComparer.Ordinal);
        for (int i = 0; i < causes.Nodes.Count; i++)
        {
            causes.Nodes[i].Hue = (i % Hues) + 1;
        }

        ILookup<string, string> next = statement.Links.ToLookup(link => link.From, link => link.To, StringComparer.Ordinal);
        var bands = new List<Band>();
        foreach (TraceRow row in matrix.Rows)
        {
            foreach (Cause cause in row.Causes)
            {
                Add(row.Finding.Id, cause.Id, Unit, nodes[cause.Id].Hue);
            }

            foreach (Measure measure in row.Measures.Where(measure => !row.Causes.Any(cause => next[cause.Id].Contains(measure.Id))))
            {
                Add(row.Finding.Id, measure.Id, Unit, 0);
            }
        }

        // What flows into a cause flows on, shared among its measures; a thin band stays visible.
        foreach (Node cause in causes.Nodes)
        {
            string[] to = [.. next[cause.Id].Where(nodes.ContainsKey).Distinct()];
            foreach (string measure in to)
            {
                Add(cause.Id, measure, Math.Max(Unit / 3, Math.Max(cause.Inflow, Unit) / to.Length), cause.Hue);
            }
        }

        return bands;

        void Add(string from, string to, double thickness, int hue)
        {
            var band = new Band(nodes[from], nodes[to], thickness, hue);
            band.From.Outflow += thickness;
            band.To.Inflow += thickness;
            bands.Add(band);
        }
    }

    /// <returns>How high the picture must be for the column.</returns>
    private static double Place(Column column, List<Band> bands, double gap)
    {
        double Centre(Node node)
        {
            Band[] into = [.. bands.Where(band => band.To == node)];
            return into.Length == 0 ? double.MaxValue : into.Average(band => band.From.Y + (band.From.Height / 2));
        }

        bool isFirst = column.X == FirstColumn;
        double y = Top;
        foreach ((Node node, double centre) in isFirst
            ? column.Nodes.Select(node => (node, 0.0))
            : column.Nodes.Select(node => (node, centre: Centre(node))).OrderBy(one => one.centre))
        {
            double height = Math.Max(Unit, Math.Max(node.Inflow, node.Outflow));
            bool isPulled = centre is > 0 and < double.MaxValue;
            node.Y = isPulled ? Math.Max(y, centre - (height / 2)) : y;
            node.X = column.X;
            node.Height = height;
            y = node.Y + height + gap;
        }

        return y;
    }

    private static void Draw(ChartText chart, Band band)
    {
        double x = band.From.X + NodeWidth;
        double to = band.To.X;
        double middle = (x + to) / 2;
        double y = band.From.Y + band.From.Sent;
        double end = band.To.Y + band.To.Received;
        band.From.Sent += band.Thickness;
        band.To.Received += band.Thickness;
        double thickness = band.Thickness;
        chart.Path(
            $"M{x:0.#},{y:0.#}C{middle:0.#},{y:0.#} {middle:0.#},{end:0.#} {to:0.#},{end:0.#}V{end + thickness:0.#}C{middle:0.#},{end + thickness:0.#} {middle:0.#},{y + thickness:0.#} {x:0.#},{y + thickness:0.#}Z",
            band.Hue == 0 ? "band straight" : $"band hue{band.Hue}");
    }

    private sealed record Column(IReadOnlyList<Node> Nodes, double X);

    private sealed class Node(string id, string title)
    {
        public string Id { get; } = id;

        public string Title { get; } = title;

        public int Hue { get; set; }

        public double X { get; set; }

        public double Y { get; set; }

        public double Height { get; set; }

        public double Inflow { get; set; }

        public double Outflow { get; set; }

        /// <summary>How much of the right side has its band already; <see cref="Received"/> of the left side.</summary>
        public double Sent { get; set; }

        public double Received { get; set; }
    }

    private sealed record Band(Node From, Node To, double Thickness, int Hue);
}
