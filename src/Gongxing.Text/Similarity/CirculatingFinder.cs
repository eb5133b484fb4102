using System.Runtime.CompilerServices;

namespace Gongxing.Text.Similarity;

/// <summary>Finds the passages that stand in too many texts to be a pair's.</summary>
/// <remarks>
/// They are runs of common seeds. Two seeds belong to one passage if each has the other for its neighbour in most of the
/// long runs it stands in; so linked, seeds form chains, and a passage is what follows one chain. The work is linear in the
/// places, where comparing the texts would be quadratic in what circulates most. Which seeds follow one another is elected by
/// texts that are added first; of what is added later nothing is kept but the places.
/// </remarks>
internal sealed class CirculatingFinder : IDisposable
{
    private const int None = -1;

    // Of what stands in many texts a fourth of them still tells what most do.
    private const int FewestInElectors = 4;

    private readonly Corpus _corpus;
    private readonly SimilarityOptions _options;
    private readonly int _leastTexts;
    private readonly int _electors;
    private readonly CommonRuns[] _runs;
    private readonly Unmanaged<ChainPlace>[] _places;
    private int _seeds;
    private SeedChains? _chains;

    /// <param name="cap">What stands in more texts is common.</param>
    public CirculatingFinder(Corpus corpus, SimilarityOptions options, int cap)
    {
        _corpus = corpus;
        _options = options;
        _leastTexts = Math.Max(2, cap / 2);
        _electors = Math.Clamp((corpus.Count + options.Electors - 1) / options.Electors, 1, FewestInElectors);
        _runs = [.. Enumerable.Range(0, options.ThreadCount).Select(_ => new CommonRuns())];
        _places = [.. Enumerable.Range(0, options.ThreadCount).Select(_ => new Unmanaged<ChainPlace>(1 << 6))];
    }

    private bool HasNone => _seeds == 0 || !_options.FindCirculating;

    /// <summary>Which wording is common has become known.</summary>
    public void Begin(CommonSeeds common) => _seeds = common.Seeds.Length;

    /// <summary>Whether some texts next to one another, by the number of such a group, are to be added before the election.</summary>
    public bool AreElectors(int group) => group % _electors == 0;

    /// <summary>Adds a text; one thread adds to a number at a time.</summary>
    public void Add(int thread, int text, PairSearch search)
    {
        if (HasNone)
        {
            return;
        }

        _runs[thread].Add(text, search.CommonOf(text), _options);
        if (_chains is not null)
        {
            AddPlaces(thread);
        }
    }

    /// <summary>Finds out from the texts added so far what follows what.</summary>
    public void Elect(CancellationToken ct)
    {
        if (HasNone)
        {
            return;
        }

        NeighbourVotes elected = NeighbourVotes.Merge(OfEach(thread =>
        {
            var votes = new NeighbourVotes(_seeds);
            foreach (CommonRun run in _runs[thread].All)
            {
                votes.Vote(_runs[thread].SeedsOf(run));
            }

            return votes;
        }, ct));
        _chains = NeighbourCounts.Merge(OfEach(thread =>
        {
            var counts = new NeighbourCounts(elected);
            foreach (CommonRun run in _runs[thread].All)
            {
                counts.Count(_runs[thread].SeedsOf(run));
            }

            return counts;
        }, ct)).Chains();
        Workers.Run(_runs.Length, AddPlaces, ct);
    }

    /// <summary>What stands in most texts first.</summary>
    public IReadOnlyList<CirculatingPassage> Passages(CancellationToken ct)
    {
        if (HasNone)
        {
            return [];
        }

        int[] joins = Joins(ct);
        List<ChainPlace>[] places = OfEach(thread => Joined(_places[thread].Span, joins), ct);
        int[] texts = TextsOf(places);
        var passages = new Dictionary<int, List<CirculatingPlace>>();
        foreach ((int chain, CirculatingPlace place) in OfEach(thread => Located(places[thread], texts), ct).SelectMany(some => some))
        {
            if (!passages.TryGetValue(chain, out List<CirculatingPlace>? passage))
            {
                passages.Add(chain, passage = []);
            }

            passage.Add(place);
        }

        return
        [
            .. passages.Values
                .Select(passage => new CirculatingPassage([.. passage.OrderBy(place => (place.Text, place.Span.Start))]))
                .OrderByDescending(passage => passage.Texts)
                .ThenBy(passage => (passage.Places[0].Text, passage.Places[0].Span.Start)),
        ];
    }

    public void Dispose()
    {
        foreach (CommonRuns runs in _runs)
        {
            runs.Dispose();
        }

        foreach (Unmanaged<ChainPlace> places in _places)
        {
            places.Dispose();
        }
    }

    private T[] OfEach<T>(Func<int, T> find, CancellationToken ct)
    {
        var found = new T[_runs.Length];
        Workers.Run(found.Length, thread => found[thread] = find(thread), ct);
        return found;
    }

    private void AddPlaces(int thread)
    {
        foreach (CommonRun run in _runs[thread].All)
        {
            AddPlaces(run.Text, _runs[thread].SeedsOf(run), _chains!, _places[thread]);
        }

        _runs[thread].Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddPlaces(int text, ReadOnlySpan<TextSeed> run, SeedChains chains, Unmanaged<ChainPlace> places)
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

    // A chain goes with the one that stands before or behind it in most of its places, if that stands in more.
    private int[] Joins(CancellationToken ct)
    {
        NeighbourVotes elected = NeighbourVotes.Merge(OfEach(thread =>
        {
            var votes = new NeighbourVotes(_seeds);
            ForNeighbours(_places[thread].Span, votes.Vote);
            return votes;
        }, ct));
        return NeighbourCounts.Merge(OfEach(thread =>
        {
            var counts = new NeighbourCounts(elected);
            foreach (ref readonly ChainPlace place in _places[thread].Span)
            {
                counts.Count(place.Chain);
            }

            ForNeighbours(_places[thread].Span, counts.CountNeighbours);
            return counts;
        }, ct)).Joins();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ForNeighbours(ReadOnlySpan<ChainPlace> places, Action<int, int> act)
    {
        for (int i = 1; i < places.Length; i++)
        {
            if (places[i - 1].Chain != places[i].Chain && AreBeside(places[i - 1], places[i]))
            {
                act(places[i - 1].Chain, places[i].Chain);
            }
        }
    }

    // Where everybody changes a little, a chain breaks at what most have changed, and goes on behind it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private List<ChainPlace> Joined(ReadOnlySpan<ChainPlace> places, int[] joins)
    {
        var found = new List<ChainPlace>();
        for (int i = 0; i < places.Length;)
        {
            ChainPlace whole = places[i] with { Chain = Whole(joins, places[i].Chain) };
            for (i++; i < places.Length && Whole(joins, places[i].Chain) == whole.Chain && AreBeside(whole, places[i]); i++)
            {
                whole = whole with { End = places[i].End, Covered = whole.Covered + places[i].Covered };
            }

            if (IsLong(whole))
            {
                found.Add(whole);
            }
        }

        return found;
    }

    private bool AreBeside(in ChainPlace place, in ChainPlace next) =>
        place.Text == next.Text && next.Start - place.End <= _options.LargestGap;

    private static int Whole(int[] joins, int chain)
    {
        while (joins[chain] != None)
        {
            chain = joins[chain];
        }

        return chain;
    }

    private bool IsLong(in ChainPlace place) =>
        place.End - place.Start >= _options.ShortestPassage
        && place.Covered >= Math.Max(_options.RareCharacters, (place.End - place.Start) * _options.LeastCoverage);

    // All places of a text were added by one thread, one after another.
    private int[] TextsOf(IEnumerable<List<ChainPlace>> places)
    {
        int[] texts = new int[_seeds];
        int[] lastText = new int[_seeds];
        Array.Fill(lastText, None);
        foreach (ChainPlace place in places.SelectMany(some => some))
        {
            texts[place.Chain] += lastText[place.Chain] == place.Text ? 0 : 1;
            lastText[place.Chain] = place.Text;
        }

        return texts;
    }

    private List<(int Chain, CirculatingPlace Place)> Located(List<ChainPlace> places, int[] texts)
    {
        using var scan = new SeedScan();
        var found = new List<(int Chain, CirculatingPlace Place)>();
        int read = None;
        foreach (ChainPlace place in places.Where(place => texts[place.Chain] >= _leastTexts))
        {
            string text = _corpus[place.Text];
            if (read != place.Text)
            {
                scan.Locate(text);
                read = place.Text;
            }

            found.Add((place.Chain, new CirculatingPlace(_corpus.Given(place.Text), scan.Located(text).Span(place.Start, place.End))));
        }

        return found;
    }

    private readonly record struct ChainPlace(int Chain, int Text, int Start, int End, int Covered);
}
