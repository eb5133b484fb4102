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
            if (chain != None && last - run[start].Place >= _options.ShortestPassage / 3)
            {
                places.Add(new ChainPlace(chain, text, run[start].Place, last, Covered(run[start..end])));
            }

            start = end;
        }
    }

    private int Covered(ReadOnlySpan<TextSeed> seeds)
    {
        int covered = 0;
        int until = 0;
        foreach (TextSeed seed in seeds)
        {
            covered += seed.Place + _options.SeedLength - Math.Max(until, seed.Place);
            until = seed.Place + _options.SeedLength;
        }

        return covered;
    }

    private List<CirculatingPassage> Passages(List<ChainPlace> places)
    {
        using var scan = new SeedScan();
        var passages = new Dictionary<int, List<CirculatingPlace>>();
        foreach (IGrouping<int, ChainPlace> ofText in Joined(places).Where(IsLong).GroupBy(place => place.Text))
        {
            scan.ReadForm(_corpus[ofText.Key], _options.WidestVector);
            LocatedText located = scan.Located(_corpus[ofText.Key]);
            foreach (ChainPlace place in ofText)
            {
                if (!passages.TryGetValue(place.Chain, out List<CirculatingPlace>? passage))
                {
                    passages.Add(place.Chain, passage = []);
                }

                passage.Add(new CirculatingPlace(_corpus.Given(place.Text), located.Span(place.Start, place.End)));
            }
        }

        return
        [
            .. passages.Values
                .Select(passage => new CirculatingPassage([.. passage.OrderBy(place => (place.Text, place.Span.Start))]))
                .Where(passage => passage.Texts >= _leastTexts)
                .OrderByDescending(passage => passage.Texts)
                .ThenBy(passage => (passage.Places[0].Text, passage.Places[0].Span.Start)),
        ];
    }

    private bool IsLong(ChainPlace place) =>
        place.End - place.Start >= _options.ShortestPassage
        && place.Covered >= Math.Max(_options.RareCharacters, (place.End - place.Start) * _options.LeastCoverage);

    // Where everybody changes a little, a chain breaks at what most have changed, and goes on behind it.
    private IEnumerable<ChainPlace> Joined(List<ChainPlace> places)
    {
        int[] joined = Joins(places);
        ChainPlace? open = null;
        foreach (ChainPlace place in places)
        {
            ChainPlace next = place with { Chain = Whole(joined, place.Chain) };
            if (open is { } before && before.Chain == next.Chain && AreBeside(before, next))
            {
                open = before with { End = next.End, Covered = before.Covered + next.Covered };
                continue;
            }

            if (open is { } ended)
            {
                yield return ended;
            }

            open = next;
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private bool AreBeside(ChainPlace place, ChainPlace next) =>
        place.Text == next.Text && next.Start - place.End <= _options.LargestGap;

    private static int Whole(int[] joined, int chain)
    {
        while (joined[chain] != None)
        {
            chain = joined[chain];
        }

        return chain;
    }

    // A chain goes with the one that stands before or behind it in most of its places, if that stands in more.
    private int[] Joins(List<ChainPlace> places)
    {
        var votes = new NeighbourVotes(_common.Seeds.Length);
        ForNeighbours(places, votes.Vote);
        var counts = new NeighbourCounts(votes);
        foreach (ChainPlace place in places)
        {
            counts.Count(place.Chain);
        }

        ForNeighbours(places, counts.CountNeighbours);
        return counts.Joins();
    }

    private void ForNeighbours(List<ChainPlace> places, Action<int, int> act)
    {
        for (int i = 1; i < places.Count; i++)
        {
            if (places[i - 1].Chain != places[i].Chain && AreBeside(places[i - 1], places[i]))
            {
                act(places[i - 1].Chain, places[i].Chain);
            }
        }
    }

    private readonly record struct ChainPlace(int Chain, int Text, int Start, int End, int Covered);
}
