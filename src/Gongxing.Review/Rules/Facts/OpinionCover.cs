using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Review.Rules.Facts;

/// <summary>How far findings answer what others said of the writer (征求到的意见): by rare words and by themes.</summary>
internal sealed class OpinionCover
{
    private const double ThemeWeight = 0.05;

    private readonly List<HashSet<int>> _pairs = [];
    private readonly List<double[]> _themes = [];
    private readonly Dictionary<int, int> _seen = [];

    public OpinionCover(IReadOnlyList<ElementText> findings)
    {
        foreach (ElementText finding in findings)
        {
            HashSet<int> pairs = PairsOf(finding.Words);
            _pairs.Add(pairs);
            foreach (int pair in pairs)
            {
                _seen[pair] = _seen.GetValueOrDefault(pair) + 1;
            }

            double[] themes = new double[Themes.Count];
            Themes.Add(finding.Words, 1, themes);
            _themes.Add(themes);
        }
    }

    /// <summary>0 when no finding speaks of it; from about 0.2 on one does.</summary>
    public double Of(string opinion)
    {
        string words = NormalizedText.Fold(opinion, NormalizationOptions.JoinLines);
        HashSet<int> pairs = PairsOf(words);
        double[] themes = new double[Themes.Count];
        Themes.Add(words, 1, themes);
        double all = pairs.Sum(Rarity);
        double most = 0;
        for (int i = 0; i < _pairs.Count && all > 0; i++)
        {
            double shared = pairs.Where(_pairs[i].Contains).Sum(Rarity) / all;
            most = Math.Max(most, shared + (ThemeWeight * Cosine(themes, _themes[i])));
        }

        return all > 0 ? most : 1;
    }

    private double Rarity(int pair)
    {
        // What no finding says is the opinion's own way of saying it, and no rarer than what one says.
        int seen = Math.Max(1, _seen.GetValueOrDefault(pair));
        return Math.Log((_pairs.Count + 1.0) / (seen + 0.5));
    }

    private static HashSet<int> PairsOf(string words)
    {
        var pairs = new HashSet<int>();
        foreach (TextSpan clause in Clauses.In(words))
        {
            string core = Repetition.CoreOf(clause.In(words));
            for (int i = 0; i + 1 < core.Length; i++)
            {
                pairs.Add((core[i] << 16) | core[i + 1]);
            }
        }

        return pairs;
    }

    private static double Cosine(double[] a, double[] b)
    {
        double dot = 0;
        double lengthA = 0;
        double lengthB = 0;
        for (int i = 0; i < a.Length; i++)
        {
            dot += a[i] * b[i];
            lengthA += a[i] * a[i];
            lengthB += b[i] * b[i];
        }

        return dot == 0 ? 0 : dot / Math.Sqrt(lengthA * lengthB);
    }
}
