namespace Gongxing.Review.Relapses;

/// <summary>How rare a character or a pair of them is among what was said before: what every finding has tells none apart.</summary>
internal sealed class Rarity
{
    private readonly Dictionary<int, int> _findings = [];
    private readonly int _all;

    public Rarity(IReadOnlyCollection<FindingProfile> earlier)
    {
        _all = earlier.Count;
        foreach (int unit in earlier.SelectMany(profile => profile.Units.Keys))
        {
            _findings[unit] = _findings.GetValueOrDefault(unit) + 1;
        }
    }

    /// <summary>What both speak of, the rare counting most; the square of <see cref="Length"/> when they are one.</summary>
    public double Common(FindingProfile one, FindingProfile other)
    {
        double common = 0;
        foreach ((int unit, double weight) in one.Units)
        {
            if (other.Units.TryGetValue(unit, out double another))
            {
                double rarity = Of(unit);
                common += weight * another * rarity * rarity;
            }
        }

        return common;
    }

    public double Length(FindingProfile profile) => Math.Sqrt(Common(profile, profile));

    // What no earlier finding has is as rare as what one of them has.
    private double Of(int unit) => Math.Log((_all + 1.0) / Math.Max(1, _findings.GetValueOrDefault(unit)));
}
