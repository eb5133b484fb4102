using Gongxing.Review.Duplicates;
using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Review.Relapses;

/// <summary>Holds findings against those of earlier years: which of them say the same problem again (屡改屡犯)?</summary>
/// <remarks>
/// Rather none than a false one: what consists of formulations, stock words and grades alone is not known again, and at most
/// <see cref="MostForOne"/> are named for a finding. The values were set on <c>tests/corpus/relapse</c>.
/// </remarks>
public sealed class RelapseRadar : IDisposable
{
    public const int MostForOne = 3;

    // From this share of common matters on they are the same; where the titles name none of them, or what has nothing to
    // do with each other, only from the next.
    private const double Near = 0.16;
    private const double NearBesideTitles = 0.2;
    private const int FewestRuns = 2;

    // 信访件办理超期, 办理信访件超期.
    private const int ShortestCore = 3;
    private const double SameTitle = 0.65;

    private static readonly SimilarityOptions s_options = SimilarityOptions.Deep with
    {
        // A finding is short: two lines in common are already much of it.
        ShortestPassage = 20,
        RareCharacters = 16,
        EvidenceBits = 20,
        MostTexts = 100,
        FindCirculating = false,
        Threads = 1,
    };

    private readonly FindingProfile[] _earlier;
    private readonly Rarity _rarity;
    private readonly double[] _lengths;
    private readonly IReadOnlyList<SaidFinding> _said;
    private readonly Dictionary<Guid, int> _numbers = [];
    private readonly SimilarityIndex _index = new(s_options, CommonWording.BuiltIn);

    public RelapseRadar(IReadOnlyList<SaidFinding> earlier)
    {
        _earlier = [.. earlier.Select(said => new FindingProfile(said))];
        _rarity = new Rarity(_earlier);
        _lengths = [.. _earlier.Select(_rarity.Length)];
        _said = earlier;
        for (int i = 0; i < earlier.Count; i++)
        {
            // Any id will do, as long as it is the same one each time.
            var id = new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
            _numbers.Add(id, i);
            _index.Add(id, earlier[i].Text);
        }
    }

    /// <summary>The earlier findings that the new one seems to say again, the surest first; none for mere phrases.</summary>
    public IReadOnlyList<Relapse> Find(SaidFinding now)
    {
        var profile = new FindingProfile(now);
        if (profile.IsOnlyPhrases || profile.SaysFixed)
        {
            return [];
        }

        double length = _rarity.Length(profile);
        var passages = _index.Find(now.Text).Matches.ToDictionary(match => _numbers[match.Id], match => match.Passages);
        var found = new List<(double Score, Relapse Relapse)>();
        for (int i = 0; i < _earlier.Length; i++)
        {
            FindingProfile earlier = _earlier[i];
            if (earlier.IsOnlyPhrases || earlier.SaysFixed)
            {
                continue;
            }

            double common = _rarity.Common(profile, earlier);
            double alike = common == 0 ? 0 : common / (length * _lengths[i]);
            IReadOnlyList<MatchedBlock> same = SameWords(now.Text, _said[i].Text, passages.GetValueOrDefault(i));
            if (KindOf(profile, earlier, alike, same.Count > 0, _said[i].IsOwn) is { } kind)
            {
                IReadOnlyList<MatchedBlock> shown = kind == RelapseKind.SameWords ? same : [];
                found.Add((alike + (kind == RelapseKind.SameWords ? 1 : 0), Of(i, kind, profile, earlier, shown)));
            }
        }

        return
        [
            .. found.OrderByDescending(one => one.Score).ThenBy(one => one.Relapse.Earlier).Take(MostForOne)
                .Select(one => one.Relapse),
        ];
    }

    public void Dispose() => _index.Dispose();

    // Two lines are often shorter than what is worth a search, and the same all the same.
    private static IReadOnlyList<MatchedBlock> SameWords(string now, string earlier, IReadOnlyList<Passage>? passages) =>
        passages is not null ? [.. passages.SelectMany(passage => passage.Blocks).OrderBy(block => block.A.Start)]
        : string.Equals(now, earlier, StringComparison.Ordinal)
            ? [new MatchedBlock(new TextSpan(0, now.Length), new TextSpan(0, earlier.Length))]
            : [];

    private static RelapseKind? KindOf(
        FindingProfile now, FindingProfile earlier, double alike, bool hasSame, bool isOwn)
    {
        bool apart = now.OfTitle.Max() > 0 && earlier.OfTitle.Max() > 0 && SharedTheme(now.OfTitle, earlier.OfTitle) < 0;
        bool named = !apart && now.SharesTitleWith(earlier);
        bool near = alike >= (named ? Near : NearBesideTitles);
        return hasSame && (named || near) ? RelapseKind.SameWords
            : !now.HasFact || !earlier.HasFact ? null
            : near && IsEnough(now.SharedRuns(earlier)) ? RelapseKind.OtherWords
            : isOwn && IsSameTitle(now.Core, earlier.Core) ? RelapseKind.SameTitle
            : null;
    }

    // What only the titles share, everybody's may.
    private static bool IsEnough(IReadOnlyList<SharedRun> runs) =>
        runs.Count >= FewestRuns && runs.Any(run => run.IsBeyondTitles);

    private static bool IsSameTitle(string one, string other) =>
        Math.Min(one.Length, other.Length) >= ShortestCore && Bigrams.Dice(one, other) >= SameTitle;

    private static Relapse Of(
        int number, RelapseKind kind, FindingProfile now, FindingProfile earlier, IReadOnlyList<MatchedBlock> same)
    {
        int theme = SharedTheme(now.OfTitle, earlier.OfTitle);
        theme = theme < 0 ? SharedTheme(now.Whole, earlier.Whole) : theme;
        return new Relapse(
            number, kind, same, FindingProfile.Shown(now.SharedRuns(earlier)),
            theme < 0 ? null : Structure.Themes.Name(theme));
    }

    // The one both speak of most; -1 for none.
    private static int SharedTheme(double[] one, double[] other)
    {
        int theme = -1;
        double most = 0;
        for (int i = 0; i < one.Length; i++)
        {
            double both = Math.Min(one[i], other[i]);
            (theme, most) = both > most ? (i, both) : (theme, most);
        }

        return theme;
    }
}
