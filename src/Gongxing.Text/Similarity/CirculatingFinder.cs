using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>Finds the passages that stand in too many texts to be a pair's.</summary>
/// <remarks>
/// They are runs of common seeds. Two seeds belong to one passage if each has the other for its neighbour in most of the
/// long runs it stands in; so linked, seeds form chains, and a passage is what follows one chain. The work is linear in the
/// places, where comparing the texts would be quadratic in what circulates most.
/// </remarks>
internal sealed class CirculatingFinder
{
    private const int None = -1;

    private readonly Corpus _corpus;
    private readonly CommonSeeds _common;
    private readonly SimilarityOptions _options;
    private readonly int _leastTexts;
    private readonly int[] _cut;

    public CirculatingFinder(Corpus corpus, CommonSeeds common, SimilarityOptions options, int cap)
    {
        _corpus = corpus;
        _common = common;
        _options = options;
        _leastTexts = Math.Max(2, cap / 2);
        _cut = corpus.Cut(Math.Min(options.ThreadCount, Math.Max(1, corpus.Count)));
    }

    public IReadOnlyList<CirculatingPassage> Find(CancellationToken ct)
    {
        int threads = _cut.Length - 1;
        if (_common.Seeds.IsEmpty)
        {
            return [];
        }

        var runs = new CommonRuns[threads];
        try
        {
            return Passages(Find(runs, ct));
        }
        finally
        {
            foreach (CommonRuns? some in runs)
            {
                some?.Dispose();
            }
        }
    }

    private List<ChainPlace> Find(CommonRuns[] runs, CancellationToken ct)
    {
        int threads = runs.Length;
        var votes = new NeighbourVotes[threads];
        Workers.Run(threads, thread =>
        {
            runs[thread] = new CommonRuns();
            runs[thread].Add(_corpus, _common, _cut[thread].._cut[thread + 1], _options, ct);
            votes[thread] = new NeighbourVotes(_common.Seeds.Length);
            foreach (CommonRun run in runs[thread].All)
            {
                votes[thread].Vote(runs[thread].SeedsOf(run));
            }
        }, ct);
        NeighbourVotes elected = NeighbourVotes.Merge(votes);
        var counts = new NeighbourCounts[threads];
        Workers.Run(threads, thread =>
        {
            counts[thread] = new NeighbourCounts(elected);
            foreach (CommonRun run in runs[thread].All)
            {
                counts[thread].Count(runs[thread].SeedsOf(run));
            }
        }, ct);
        SeedChains chains = NeighbourCounts.Merge(counts).Chains();
        var found = new List<ChainPlace>[threads];
        Workers.Run(threads, thread =>
        {
            found[thread] = [];
            foreach (CommonRun run in runs[thread].All)
            {
                AddPlaces(run.Text, runs[thread].SeedsOf(run), chains, found[thread]);
            }
        }, ct);
        return [.. found.SelectMany(some => some)];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddPlaces(int text, ReadOnlySpan<TextSeed> run, SeedChains chains, List<ChainPlace> places)
    {
        for (int start = 0; start < run.Length;)
        {
            (int chain, int index) = chains.Of(run[start].Seed);
            int end = start + 1;
            while (end < run.Length && chains.Of(run[end].Seed) is var next && next.Chain == chain && next.Index > index)
            {
                index = next.Index;
                end++;
            }

            int last = run[end - 1].Place + _options.SeedLength;
            if (chain != None && last - run[start].Place >= _options.ShortestPassage)
            {
                places.Add(new ChainPlace(chain, text, run[start].Place, last));
            }

            start = end;
        }
    }

    private List<CirculatingPassage> Passages(List<ChainPlace> places)
    {
        using var scan = new SeedScan();
        var spans = new Dictionary<ChainPlace, TextSpan>();
        foreach (IGrouping<int, ChainPlace> ofText in places.GroupBy(place => place.Text))
        {
            scan.ReadForm(_corpus[ofText.Key], _options.WidestVector);
            LocatedText located = scan.Located(_corpus[ofText.Key]);
            foreach (ChainPlace place in ofText)
            {
                spans[place] = located.Span(place.Start, place.End);
            }
        }

        return
        [
            .. places.GroupBy(place => place.Chain)
                .Select(chain => new CirculatingPassage(
                    [
                        .. chain.Select(place => new CirculatingPlace(_corpus.Given(place.Text), spans[place]))
                            .OrderBy(place => (place.Text, place.Span.Start)),
                    ]))
                .Where(passage => passage.Texts >= _leastTexts)
                .OrderByDescending(passage => passage.Texts)
                .ThenBy(passage => (passage.Places[0].Text, passage.Places[0].Span.Start)),
        ];
    }

    private readonly record struct ChainPlace(int Chain, int Text, int Start, int End);
}
