using System.Globalization;
using System.Text;
using Gongxing.Benchmarks.Copies;

namespace Gongxing.Benchmarks;

/// <summary>What the measurement of the search prints.</summary>
internal static class DuplicateTable
{
    public static string CorpusLine(CopiedCorpus corpus, string genre)
    {
        GramStatistics grams = GramStatistics.Of(corpus.Texts);
        double length = corpus.Texts.Average(text => text.Length);
        return string.Create(CultureInfo.InvariantCulture, $"""
            {corpus.Texts.Count} papers ({genre}), {length:0} characters each, {corpus.Copies.Count} passages copied
              8-grams in one paper {grams.Unique:0.000}, in 2 to 64 {grams.Between:0.000}, in more {grams.Common:0.000}
            """);
    }

    public static void Print(string what, FormattableString figures) =>
        Console.WriteLine($"  {what,-24}{FormattableString.Invariant(figures)}");

    public static string Quality(CopyScore score)
    {
        var text = new StringBuilder("\nKind                  precision  recall  granularity  plagdet  pairs found\n");
        foreach ((CopyKind kind, AlignmentScore of) in score.OfKind.OrderBy(kind => kind.Key))
        {
            Line(text, kind.ToString(), of, score.PairRecallOfKind[kind]);
        }

        double granularity = score.OfKind.Values.Average(of => of.Granularity);
        var mean = new AlignmentScore(score.MacroPrecision, score.MacroRecall, granularity);
        Line(text, "mean of the kinds", mean, score.PairRecallOfKind.Values.Average(), score.MacroPlagdet);
        Line(text, "by passage", score.ByPassage, score.PairRecall);
        Line(text, "by character", score.ByCharacter, score.PairRecall);
        return text.Append(FormattableString.Invariant(
            $"pairs: precision {score.PairPrecision:0.0000}, recall {score.PairRecall:0.0000}")).ToString();
    }

    public static string PeerLine(string name, (int Shortest, CopyScore Score) best) =>
        FormattableString.Invariant($"{name}: pairs {best.Score.PairPrecision:0.000} / {best.Score.PairRecall:0.000}, ")
        + FormattableString.Invariant($"recall {best.Score.MacroRecall:0.000}, ")
        + FormattableString.Invariant($"plagdet {best.Score.ByPassage.Plagdet:0.000}, ")
        + FormattableString.Invariant($"of the kinds {best.Score.MacroPlagdet:0.000} ")
        + FormattableString.Invariant($"(passages from {best.Shortest} characters)");

    public static string Percentiles(double[] milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        return string.Create(
            CultureInfo.InvariantCulture, $"p50 {At(0.5):0.000} ms, p90 {At(0.9):0.000} ms, p99 {At(0.99):0.000} ms");

        double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
    }

    private static void Line(
        StringBuilder text, string name, AlignmentScore score, double pairs, double? plagdet = null) =>
        text.Append(FormattableString.Invariant($"{name,-20}{score.Precision,11:0.0000}{score.Recall,8:0.0000}"))
            .Append(FormattableString.Invariant($"{score.Granularity,13:0.000}{plagdet ?? score.Plagdet,9:0.0000}"))
            .Append(FormattableString.Invariant($"{pairs,13:0.0000}\n"));
}
