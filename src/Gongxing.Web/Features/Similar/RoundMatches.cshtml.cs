using Gongxing.Core.Materials;
using Gongxing.Core.Statements;
using Gongxing.Storage.Rounds;
using Gongxing.Web.Duplicates;
using Gongxing.Web.Features.Materials;
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

    // More are not read on a page, and the texts of all their places are needed for it.
    private const int MostCirculating = 20;

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
    public IReadOnlyDictionary<(int, int), DraftPair> Pairs { get; private set; } = new Dictionary<(int, int), DraftPair>();

    /// <summary>What stands in so many of them that it says nothing about two; what stands in most first.</summary>
    public IReadOnlyList<CirculatingWords> Circulating { get; private set; } = [];

    /// <summary>How many more such passages there are.</summary>
    public int MoreCirculating { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        var readable = new List<SubmissionLine>();
        foreach (SubmissionLine line in Lines)
        {
            if (await desk.MayReadAsync(line.Material, Roster, ct))
            {
                readable.Add(line);
            }
        }

        Unreadable = Lines.Count - readable.Count;
        Compared = readable;
        if (readable.Count > 1)
        {
            // What was sent for review is compared, and not the newest draft: it is what the round is about.
            DraftComparison? found = await desk.CompareAsync([.. readable.Select(line => line.Material)], ct);
            IsCompared = found is not null;
            TooShort = found?.TooShort ?? 0;
            Pairs = found?.Pairs ?? Pairs;
            Circulating = await WordsAsync(found?.Circulating.Take(MostCirculating).ToArray() ?? [], ct);
            MoreCirculating = (found?.Circulating.Count ?? 0) - Circulating.Count;
        }

        Clusters = MatchCluster.Of(Pairs.Values);
        return Page();
    }

    // Every one of the compared may be read by the person: so may the words, and the places be opened.
    private async Task<IReadOnlyList<CirculatingWords>> WordsAsync(IReadOnlyList<CirculatingDrafts> passages, CancellationToken ct)
    {
        IReadOnlyDictionary<MaterialId, Document> read = await desk.DocumentsAsync(
            [.. passages.SelectMany(passage => passage.Places).Select(place => Compared[place.Draft].Material).Distinct()], ct);
        return
        [
            .. passages.Select(passage => new CirculatingWords(
                Document(passage.Places[0]).Text.Substring(passage.Places[0].Span.Start, passage.Places[0].Span.Length),
                passage.Drafts,
                [.. passage.Places.DistinctBy(place => place.Draft).Select(place => (place.Draft, Address(place)))])),
        ];

        Document Document(DraftPlace place) => read[Compared[place.Draft].Material];

        string Address(DraftPlace place) =>
            $"/materials/{Compared[place.Draft].Material}{new TextParts(Document(place)).Address(place.Span.Start)}";
    }
}

/// <summary>A passage that stands in many statements.</summary>
/// <param name="Places">The statements by their places in the list, and where it first stands in each.</param>
public sealed record CirculatingWords(string Words, int Statements, IReadOnlyList<(int Statement, string Url)> Places);

/// <summary>Statements that share passages with one another, directly or through others of them.</summary>
/// <param name="Pairs">The most similar first.</param>
public sealed record MatchCluster(IReadOnlyList<int> Statements, IReadOnlyList<DraftPair> Pairs)
{
    public static IReadOnlyList<MatchCluster> Of(IEnumerable<DraftPair> pairs)
    {
        var clusters = new List<HashSet<int>>();
        DraftPair[] all = [.. pairs];
        foreach (DraftPair pair in all)
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
