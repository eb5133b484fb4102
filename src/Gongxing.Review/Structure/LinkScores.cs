using Gongxing.Core.Statements;

namespace Gongxing.Review.Structure;

/// <summary>How rare a pair of characters is among the elements of one statement.</summary>
internal sealed class PairRarity
{
    private readonly Dictionary<int, int> _seen = [];
    private readonly int _count;

    public PairRarity(IReadOnlyList<LinkProfile> profiles)
    {
        _count = profiles.Count;
        foreach (int pair in profiles.SelectMany(profile => profile.Pairs.Keys))
        {
            _seen[pair] = _seen.GetValueOrDefault(pair) + 1;
        }
    }

    /// <summary>0 for a pair that nearly every element has.</summary>
    public double Of(int pair) => Math.Max(0, Math.Log((_count + 1.0) / (_seen.GetValueOrDefault(pair) + 0.5)));
}

/// <summary>Compares each element of one kind with each of another: themes, rare words, place in the order.</summary>
internal sealed class LinkScores
{
    private const double ThemeWeight = 0.2;
    private const double WordWeight = 1.85;
    private const double HeadingWeight = 0.35;
    private const double PlaceWeight = 0.38;
    private const double Enough = 0.29;
    private const double LeastContent = 0.07;
    private const double ClearContent = 0.2;
    private const double LeastTakenUp = 3;
    private const int MostShown = 3;

    private readonly IReadOnlyList<LinkProfile> _from;
    private readonly IReadOnlyList<LinkProfile> _to;
    private readonly PairRarity _rarity;
    private readonly double[,] _content;

    public LinkScores(IReadOnlyList<LinkProfile> from, IReadOnlyList<LinkProfile> to, PairRarity rarity)
    {
        (_from, _to, _rarity) = (from, to, rarity);
        _content = new double[from.Count, to.Count];
        double[] fromLengths = [.. from.Select(Length)];
        double[] toLengths = [.. to.Select(Length)];
        for (int i = 0; i < from.Count; i++)
        {
            for (int j = 0; j < to.Count; j++)
            {
                double words = Shared(from[i], to[j]) / Math.Max(1, Math.Sqrt(fromLengths[i] * toLengths[j]));
                double heading = Math.Max(Cosine(from[i].OfHeading, to[j].OfTitle),
                    Cosine(from[i].OfTitle, to[j].OfHeading));
                _content[i, j] = ThemeWeight * Cosine(from[i].Whole, to[j].Whole)
                    + WordWeight * Math.Min(0.5, words) + HeadingWeight * heading;
            }
        }
    }

    /// <summary>True when there are as many of both and most of those in equal places speak of the same.</summary>
    public bool AgreesInOrder()
    {
        if (_from.Count != _to.Count || _from.Count < 2)
        {
            return false;
        }

        int agree = 0;
        for (int i = 0; i < _from.Count; i++)
        {
            agree += _content[i, i] >= LeastContent ? 1 : 0;
        }

        return agree * 3 >= _from.Count * 2;
    }

    public IEnumerable<Choice> Choose(int i, bool ordered)
    {
        int best = -1;
        double most = 0;
        for (int j = 0; j < _to.Count; j++)
        {
            double score = Score(i, j);
            if (score > most)
            {
                (best, most) = (j, score);
            }
        }

        if (ordered && (best < 0 || best == i || Score(i, i) > most - 0.25))
        {
            yield return new Choice(i, ByOrder: true, Confidence(Score(i, i) + 0.15));
            yield break;
        }

        for (int j = 0; best >= 0 && j < _to.Count; j++)
        {
            double score = Score(i, j);
            bool close = j == best || (score >= most * 0.9 && _content[i, j] >= 2 * LeastContent);
            bool takenUp = _content[i, j] >= Math.Max(ClearContent, _content[i, best] / 2) && TakenUp(_from[i], _to[j]);
            if (takenUp || (close && score >= Enough && _content[i, j] >= LeastContent))
            {
                yield return new Choice(j, ByOrder: false, Confidence(score));
            }
        }
    }

    // The title promises something else, but what the prose speaks of most is what the fault's title names.
    private static bool TakenUp(LinkProfile fault, LinkProfile answer)
    {
        int theme = Array.IndexOf(fault.OfTitle, fault.OfTitle.Max());
        double said = answer.Whole[theme];
        return fault.OfTitle[theme] > 0 && answer.OfTitle[theme] == 0 && said >= LeastTakenUp
            && said >= answer.Whole.Select((weight, t) => weight - answer.OfTitle[t]).Max();
    }

    /// <summary>The theme or the words both speak of.</summary>
    public LinkReason Why(int i, int j)
    {
        int theme = -1;
        double most = 0.5;
        for (int t = 0; t < Themes.Count; t++)
        {
            double both = Math.Min(_from[i].Whole[t] + _from[i].OfHeading[t], _to[j].Whole[t] + _to[j].OfHeading[t]);
            (theme, most) = both > most ? (t, both) : (theme, most);
        }

        List<string> words = Shown(_from[i].Words.Where(_to[j].Words.Contains));
        return theme >= 0 || words.Count > 0
            ? new LinkReason(LinkGround.Shared) { Theme = theme >= 0 ? Themes.Name(theme) : null, Words = words }
            : new LinkReason(_content[i, j] >= LeastContent ? LinkGround.Alike : LinkGround.Order);
    }

    // The longest say most; what is part of one already shown says nothing more.
    private static List<string> Shown(IEnumerable<string> words)
    {
        var shown = new List<string>();
        foreach (string word in words.OrderByDescending(word => word.Length)
            .ThenBy(word => word, StringComparer.Ordinal))
        {
            if (shown.Count < MostShown && !shown.Exists(longer => longer.Contains(word, StringComparison.Ordinal)))
            {
                shown.Add(word);
            }
        }

        return shown;
    }

    private double Score(int i, int j)
    {
        double apart = Math.Abs(((i + 0.5) / _from.Count) - ((j + 0.5) / _to.Count));
        return _content[i, j] + PlaceWeight * Math.Max(0, 1 - (3 * apart));
    }

    private double Shared(LinkProfile a, LinkProfile b) => SharedPairs(a, b).Sum(pair => pair.Weight);

    private IEnumerable<(int Pair, double Weight)> SharedPairs(LinkProfile a, LinkProfile b)
    {
        (LinkProfile few, LinkProfile many) = a.Pairs.Count <= b.Pairs.Count ? (a, b) : (b, a);
        foreach ((int pair, double weight) in few.Pairs)
        {
            if (many.Pairs.TryGetValue(pair, out double other))
            {
                double rarity = _rarity.Of(pair);
                yield return (pair, weight * other * rarity * rarity);
            }
        }
    }

    private double Length(LinkProfile profile) =>
        profile.Pairs.Sum(pair => Math.Pow(pair.Value * _rarity.Of(pair.Key), 2));

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

    private static double Confidence(double score) => Math.Clamp(0.35 + (score * 0.45), 0.3, 0.92);

    internal readonly record struct Choice(int To, bool ByOrder, double Confidence);
}
