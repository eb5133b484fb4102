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

    // From this share of common matters on they are the same; at once, where their titles agree on nothing, only from the next.
    private const double Near = 0.25;
    private const double NearWithoutTheme = 0.6;
    private const int FewestRuns = 2;

    // Two long findings share a smaller part of what they say; then more of it has to be the same.
    private const double NearWhenLong = 0.15;
    private const int ManyRuns = 4;
    private const int ManyPairs = 8;

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
    private readonly bool[] _isOwn;
    private readonly Dictionary<Guid, int> _numbers = [];
    private readonly SimilarityIndex _index = new(s_options, CommonWording.BuiltIn);

    public RelapseRadar(IReadOnlyList<SaidFinding> earlier)
    {
        _earlier = [.. earlier.Select(said => new FindingProfile(said))];
        _isOwn = [.. earlier.Select(said => said.IsOwn)];
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
        if (profile.IsOnlyGeneral || profile.SaysFixed)
        {
            return [];
        }

        var same = _index.Find(now.Text).Matches.ToDictionary(match => _numbers[match.Id], match => match.Passages);
        var found = new List<(double Score, Relapse Relapse)>();
        for (int i = 0; i < _earlier.Length; i++)
        {
            FindingProfile earlier = _earlier[i];
            if (earlier.IsOnlyGeneral || earlier.SaysFixed)
            {
                continue;
            }

            double alike = profile.Alike(earlier);
            if (KindOf(profile, earlier, alike, same.GetValueOrDefault(i), _isOwn[i]) is { } kind)
            {
                found.Add((alike + (kind == RelapseKind.SameWords ? 1 : 0), Of(i, kind, profile, earlier, same)));
            }
        }

        return
        [
            .. found.OrderByDescending(one => one.Score).ThenBy(one => one.Relapse.Earlier).Take(MostForOne)
                .Select(one => one.Relapse),
        ];
    }

    public void Dispose() => _index.Dispose();

    private static RelapseKind? KindOf(
        FindingProfile now, FindingProfile earlier, double alike, IReadOnlyList<Passage>? passages, bool isOwn)
    {
        IReadOnlyList<SharedRun> runs = now.SharedRuns(earlier);
        bool named = now.SharesTitleWith(earlier);
        bool apart = now.OfTitle.Max() > 0 && earlier.OfTitle.Max() > 0 && SharedTheme(now.OfTitle, earlier.OfTitle) < 0;
        if (passages is not null && named && !apart)
        {
            return RelapseKind.SameWords;
        }

        // What only the titles share, everybody's may.
        bool beyond = runs.Any(run => run.IsBeyondTitles);
        bool near = alike >= (apart ? NearWithoutTheme : Near) && runs.Count >= FewestRuns;
        bool nearAndLong = alike >= NearWhenLong && !apart && runs.Count >= ManyRuns
            && runs.Sum(run => run.Words.Length - 1) >= ManyPairs;
        return named && beyond && (near || nearAndLong) ? RelapseKind.OtherWords
            : isOwn && IsSameTitle(now.Core, earlier.Core) ? RelapseKind.SameTitle
            : null;
    }

    private static bool IsSameTitle(string one, string other) =>
        Math.Min(one.Length, other.Length) >= ShortestCore && Bigrams.Dice(one, other) >= SameTitle;

    private static Relapse Of(
        int number,
        RelapseKind kind,
        FindingProfile now,
        FindingProfile earlier,
        Dictionary<int, IReadOnlyList<Passage>> same)
    {
        int theme = SharedTheme(now.OfTitle, earlier.OfTitle);
        theme = theme < 0 ? SharedTheme(now.Whole, earlier.Whole) : theme;
        IReadOnlyList<MatchedBlock> blocks = kind == RelapseKind.SameWords
            ? [.. same[number].SelectMany(passage => passage.Blocks).OrderBy(block => block.A.Start)]
            : [];
        return new Relapse(
            number, kind, blocks, FindingProfile.Shown(now.SharedRuns(earlier)),
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
