using System.Globalization;

namespace Gongxing.Tests.Review.Structure;

/// <summary>
/// Prints how well folders of annotated texts are read, a line a text and one for all: scripts/measure-structure.
/// </summary>
internal static class StructureMeasurement
{
    public const string Verb = "measure-structure";

    private static readonly string[] s_elements = ["finding", "cause", "measure"];
    private static readonly string[] s_shares =
    [
        "aspect", "aspects", "group", "title", "sections", "links", "linksNamed", "noLinks", "kind", "year",
        "template", "isStatement",
    ];

    public static int Print(string[] folders)
    {
        string[] files = [.. folders.SelectMany(folder => Directory.GetFiles(folder, "*.json"))
            .Where(json => File.Exists(Path.ChangeExtension(json, ".txt"))).Order(StringComparer.Ordinal)];
        var all = new Score();
        Console.WriteLine($"{"text",-44}" + string.Concat(s_elements.Select(name => $"{name + " P/R/F1",18}"))
            + string.Concat(s_shares.Select(name => $"{name,12}")));
        foreach (string json in files)
        {
            var one = new Score();
            one.Add(json);
            all.Add(json);
            Console.WriteLine(Row(Path.GetFileNameWithoutExtension(json), one));
        }

        Console.WriteLine(Row($"all {files.Length}", all));
        Console.WriteLine();
        Console.WriteLine(all.Misses);
        return files.Length == 0 ? 1 : 0;
    }

    private static string Row(string name, Score score) =>
        $"{name,-44}" + string.Concat(s_elements.Select(element =>
        {
            (double precision, double recall) = score.Rates(element);
            bool none = double.IsNaN(precision) && double.IsNaN(recall);
            return $"{(none ? "-" : $"{Shown(precision)} {Shown(recall)} {Shown(score.F1(element))}"),18}";
        })) + string.Concat(s_shares.Select(share => $"{Shown(score.Rates(share) is var (precision, recall)
            && double.IsNaN(precision) && double.IsNaN(recall) ? double.NaN : score.F1(share)),12}"));

    private static string Shown(double share) =>
        double.IsNaN(share) ? "-" : share.ToString("0.00", CultureInfo.InvariantCulture);
}
