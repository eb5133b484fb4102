using Gongxing.Storage.Rounds;
using Gongxing.Web.Duplicates;
using Gongxing.Web.Features.Rounds;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Similar;

/// <summary>一轮的查重: which of the statements that the person may read share passages with one another.</summary>
/// <remarks>By office and name, in no other order: it is a list of what to look at, not of people.</remarks>
[Authorize(Policy = Policies.Content)]
public sealed class RoundMatchesModel(RoundDesk round, SimilarDesk desk) : RoundPage(round)
{
    /// <summary>The table of all with all is drawn up to so many.</summary>
    public const int MostInMatrix = 30;

    /// <summary>The statements that can be compared, by office and name.</summary>
    public IReadOnlyList<SubmissionLine> Compared { get; private set; } = [];

    /// <summary>How many more there are in the round that the person knows of and may not read.</summary>
    public int Unreadable { get; private set; }

    /// <summary>False when the search could not run.</summary>
    public bool IsCompared { get; private set; } = true;

    /// <summary>How many are too short for anything to be claimed.</summary>
    public int TooShort { get; private set; }

    public IReadOnlyList<MatchCluster> Clusters { get; private set; } = [];

    /// <summary>What two statements share, by their places in <see cref="Compared"/>, the earlier one first.</summary>
    public IReadOnlyDictionary<(int, int), RoundPair> Pairs { get; private set; } = new Dictionary<(int, int), RoundPair>();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        var read = new List<(SubmissionLine Line, ReadMaterial Material)>();
        foreach (SubmissionLine line in Lines)
        {
            if (await desk.ReadAsync(line.Material, Roster, ct) is { } material)
            {
                read.Add((line, material));
            }
        }

        Unreadable = Lines.Count - read.Count;
        Compared = [.. read.Select(one => one.Line)];
        if (read.Count > 1)
        {
            await CompareAsync([.. read.Select(one => one.Material)], ct);
        }

        Clusters = MatchCluster.Of(Pairs.Values);
        return Page();
    }

    // What was sent for review is compared, and not the newest draft: it is what the round is about.
    private async Task CompareAsync(IReadOnlyList<ReadMaterial> sent, CancellationToken ct)
    {
        OwnText[] texts = [.. sent.Select(one => new OwnText(one.Document.Text))];
        TooShort = texts.Count(text => text.IsTooShort);
        if (await desk.CompareAsync(sent, ct) is not { } found)
        {
            IsCompared = false;
            return;
        }

        Pairs =
        (
            from pair in found
            where !texts[pair.A].IsTooShort || !texts[pair.B].IsTooShort
            let passages = pair.Passages.Count(passage => !texts[pair.A].IsQuoted(passage.A))
            where passages > 0
            select new RoundPair(pair.A, pair.B, pair.ContainmentA, pair.ContainmentB, passages)
        ).ToDictionary(pair => (pair.A, pair.B));
    }
}

/// <summary>Two statements of a round that share passages.</summary>
/// <param name="ShareA">How much of A is found in B; 0 to 1.</param>
public sealed record RoundPair(int A, int B, double ShareA, double ShareB, int Passages)
{
    public double Largest => Math.Max(ShareA, ShareB);
}

/// <summary>Statements that share passages with one another, directly or through others of them.</summary>
/// <param name="Pairs">The most similar first.</param>
public sealed record MatchCluster(IReadOnlyList<int> Statements, IReadOnlyList<RoundPair> Pairs)
{
    public static IReadOnlyList<MatchCluster> Of(IEnumerable<RoundPair> pairs)
    {
        var clusters = new List<HashSet<int>>();
        RoundPair[] all = [.. pairs];
        foreach (RoundPair pair in all)
        {
            HashSet<int> joined = [pair.A, pair.B];
            foreach (HashSet<int> touched in clusters.Where(cluster => cluster.Overlaps(joined)).ToArray())
            {
                joined.UnionWith(touched);
                clusters.Remove(touched);
            }

            clusters.Add(joined);
        }

        return
        [
            .. clusters.Select(cluster => new MatchCluster(
                    [.. cluster.Order()],
                    [
                        .. all.Where(pair => cluster.Contains(pair.A))
                            .OrderByDescending(pair => pair.Largest).ThenBy(pair => (pair.A, pair.B)),
                    ]))
                .OrderBy(cluster => cluster.Statements[0]),
        ];
    }
}
