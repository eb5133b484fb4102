using Microsoft.AspNetCore.Html;

namespace Gongxing.Web.Charts;

/// <summary>The causes of one finding as a fishbone (鱼骨图): a rib a kind of cause, a twig a sentence.</summary>
public static class FishboneChart
{
    /// <summary>What is more than this on a rib is counted, not drawn; the list below has it all.</summary>
    public const int MostTwigs = 4;

    private const double HeadWidth = 230;
    private const double Tail = 30;
    private const double RibWidth = 300;
    private const double Slant = 70;
    private const double TwigHeight = 30;
    private const double NameHeight = 36;
    private const int NameCharacters = 12;
    private const int TwigCharacters = 16;
    private const int HeadCharacters = 12;
    private const int HeadLines = 4;

    /// <param name="ribs">At most six, none without a twig.</param>
    /// <param name="more">Says how many twigs are left out.</param>
    public static IHtmlContent Draw(
        string finding, IReadOnlyList<FishboneRib> ribs, string title, string description, Func<int, string> more)
    {
        int twigs = ribs.Max(rib => Math.Min(rib.Twigs.Count, MostTwigs + 1));
        double reach = NameHeight + (TwigHeight * (twigs + 1));
        double spine = reach + 8;
        double head = Tail + Slant + ((ribs.Count + 1) / 2 * RibWidth);
        var chart = new ChartText("fishbone", head + HeadWidth, spine * 2, title, description);
        chart.Path($"M{Tail / 2:0.#},{spine:0.#}H{head:0.#}", "spine");
        chart.Path($"M{head - 16:0.#},{spine - 10:0.#}L{head:0.#},{spine:0.#}L{head - 16:0.#},{spine + 10:0.#}", "spine");
        DrawHead(chart, finding, head, spine);
        for (int i = 0; i < ribs.Count; i++)
        {
            // Ribs come in pairs, one above and one below, the first pair next to the head.
            double foot = head - 40 - (i / 2 * RibWidth);
            DrawRib(chart, ribs[i], foot, spine, isAbove: i % 2 == 0, reach, more);
        }

        return chart;
    }

    private static void DrawHead(ChartText chart, string finding, double head, double spine)
    {
        string[] lines = [.. ChartText.Cut(finding, HeadCharacters * HeadLines).Chunk(HeadCharacters).Select(line => new string(line))];
        double height = (lines.Length * 24) + 24;
        chart.Bar(head, spine - (height / 2), HeadWidth - 8, height, "head");
        for (int i = 0; i < lines.Length; i++)
        {
            chart.Label(head + 14, spine - (height / 2) + 29 + (i * 24), lines[i], HeadCharacters, "headline");
        }
    }

    private static void DrawRib(
        ChartText chart, FishboneRib rib, double foot, double spine, bool isAbove, double reach, Func<int, string> more)
    {
        int side = isAbove ? -1 : 1;
        double tip = spine + (side * (reach - NameHeight));
        chart.Path($"M{foot:0.#},{spine:0.#}L{foot - Slant:0.#},{tip:0.#}", "rib");
        double nameY = isAbove ? tip - NameHeight : tip;
        double nameWidth = 150;
        chart.Bar(foot - Slant - (nameWidth / 2), nameY + 2, nameWidth, NameHeight - 6, "rib-name");
        chart.Label(foot - Slant, nameY + 22, rib.Name, NameCharacters, "rib-text");
        string[] twigs = rib.Twigs.Count <= MostTwigs
            ? [.. rib.Twigs]
            : [.. rib.Twigs.Take(MostTwigs), more(rib.Twigs.Count - MostTwigs)];
        for (int i = 0; i < twigs.Length; i++)
        {
            double away = TwigHeight * (twigs.Length - i);
            double y = isAbove ? spine - away : spine + away;
            double x = foot - (Slant * away / (reach - NameHeight));
            chart.Path($"M{x:0.#},{y:0.#}H{x - 226:0.#}", "twig");
            chart.Label(x - 8, y - 6, twigs[i], TwigCharacters, "twig-text end");
        }
    }
}

/// <param name="Name">The kind of cause.</param>
public sealed record FishboneRib(string Name, IReadOnlyList<string> Twigs);
