namespace Gongxing.Text.Similarity;

/// <summary>What may stand in any text: wording that is allowed, and how often other wording stands in a background.</summary>
/// <remarks>
/// What is allowed never tells for copying, however rare it is in the corpus. A background of other texts is for corpora so
/// small that they cannot tell by themselves what is usual.
/// </remarks>
public sealed class CommonText
{
    private readonly string[] _allowed;
    private readonly string[] _background;
    private readonly UsualWording _usual;
    private readonly Lock _lock = new();
    private readonly Dictionary<int, CommonSeeds> _seeds = [];

    /// <param name="version">Tells one list from another; whoever keeps results keeps it beside them.</param>
    /// <param name="allowed">Formulations, headings, prompts, quoted documents.</param>
    /// <param name="background">Other texts of the same kind, whose wording counts as if they were in the corpus.</param>
    /// <param name="usual">What was counted in other texts before, which are not at hand.</param>
    public CommonText(
        string version, IEnumerable<string> allowed, IEnumerable<string>? background = null, UsualWording? usual = null)
    {
        Version = version;
        _allowed = [.. allowed];
        _background = [.. background ?? []];
        _usual = usual ?? new UsualWording(0, []);
    }

    public string Version { get; }

    /// <summary>How many background texts there are, at hand or counted before.</summary>
    public int BackgroundTexts => _background.Length + _usual.Texts;

    internal CommonSeeds SeedsOf(int seedLength)
    {
        lock (_lock)
        {
            if (!_seeds.TryGetValue(seedLength, out CommonSeeds? seeds))
            {
                seeds = CommonSeeds.Of(_allowed, _background, _usual, seedLength);
                _seeds.Add(seedLength, seeds);
            }

            return seeds;
        }
    }
}
