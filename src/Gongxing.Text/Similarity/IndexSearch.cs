using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>One search after another in an index, with what they need kept between them.</summary>
internal sealed class IndexSearch(SimilarityOptions options) : IDisposable
{
    private const int None = -1;
    private const int SeedsAtOnce = 64;

    private readonly SeedWeights _weights = new(options, 1);
    private readonly EvidenceSums _sums = new(options);
    private readonly SeedScan _scanA = new();
    private readonly SeedScan _scanB = new();
    private readonly CommonPlaces _common = new();
    private readonly List<CommonStretch> _runs = [];
    private readonly List<(int Text, SharedSeed Seed)> _seeds = [];
    private readonly List<(int Text, int Place)> _atOnePlace = [];
    private readonly List<int> _lastSeeds = [];
    private readonly List<Block> _shared = [];
    private readonly List<IndexDocument> _candidates = [];
    private readonly List<FoundText> _matches = [];
    private string _text = "";
    private IndexSegment[] _segments = [];
    private PassageFinder? _finder;
    private int _cap;

    /// <summary>The texts that may share a passage; each is to be given to <see cref="Compare"/>.</summary>
    public IReadOnlyList<IndexDocument> Candidates => _candidates;

    /// <summary>Takes from the index all that the search needs of it.</summary>
    /// <param name="except">The number of a text not to look at; -1 for none.</param>
    /// <param name="segments">Those of the index that can be read.</param>
    public void LookUp(
        string text, int except, IndexParts index, IReadOnlyList<IndexSegment> segments, CommonSeeds known, int background)
    {
        _segments = [.. segments];

        // As if the text were one of them, which it is if it is not to be looked at.
        int all = index.Count + background + (except < 0 ? 1 : 0);
        _weights.Renew(all);
        _cap = options.CapFor(all);
        _sums.Begin(index.Numbers, _weights);
        _finder ??= new PassageFinder(options, _weights);
        _text = text;
        _scanA.Read(text, options.SeedLength, options.WidestVector, withStarts: true);
        _common.Clear(_scanA.Form.Length);
        _runs.Clear();
        _seeds.Clear();
        _candidates.Clear();
        _matches.Clear();
        LookUp(except, index, known);
        CollectSeeds();
        foreach (int number in _sums.Candidates)
        {
            _candidates.Add(DocumentOf(number, index));
        }

        _sums.Clear();
        _segments = [];
    }

    /// <summary>Compares with a candidate, by its place among them.</summary>
    /// <param name="other">The candidate's text.</param>
    public void Compare(int candidate, string other)
    {
        if (Found(candidate, other) is { } match)
        {
            _matches.Add(match);
        }
    }

    public FoundTexts Found()
    {
        _matches.Sort(static (one, other) => one.Similarity != other.Similarity
            ? other.Similarity.CompareTo(one.Similarity) : one.Id.CompareTo(other.Id));
        return new FoundTexts { Matches = [.. _matches], Circulating = Circulating(_text) };
    }

    public void Dispose()
    {
        _scanA.Dispose();
        _scanB.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LookUp(int except, IndexParts index, CommonSeeds known)
    {
        // While some are looked up, memory already brings what the next need.
        ExpectEntries(Some(0));
        Expect(Some(1));
        for (int some = 0; !Some(some).IsEmpty; some++)
        {
            ExpectEntries(Some(some + 1));
            Expect(Some(some + 2));
            int first = some * SeedsAtOnce;
            for (int i = 0; i < Some(some).Length; i++)
            {
                LookUp(_scanA.Seeds[first + i], _scanA.Places[first + i], except, index, known);
            }
        }
    }

    private ReadOnlySpan<ulong> Some(int number)
    {
        int first = Math.Min(_scanA.Seeds.Length, number * SeedsAtOnce);
        return _scanA.Seeds.Slice(first, Math.Min(SeedsAtOnce, _scanA.Seeds.Length - first));
    }

    private void Expect(ReadOnlySpan<ulong> seeds)
    {
        foreach (IndexSegment segment in _segments)
        {
            foreach (ulong seed in seeds)
            {
                segment.Expect(seed);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void LookUp(ulong seed, int place, int except, IndexParts index, CommonSeeds known)
    {
        int counted = known.CountOf(seed);
        bool allowed = counted == CommonSeeds.Allowed;
        _atOnePlace.Clear();
        if (!allowed)
        {
            foreach (IndexSegment segment in _segments)
            {
                counted += InSegment(segment, segment.Find(seed), except);
            }

            counted += (index.Delta.Texts == 0 ? 0 : InDelta(seed, except, index)) + 1;
        }

        if (counted > _cap)
        {
            AddCommon(place, allowed ? 0 : counted);
            return;
        }

        foreach ((int text, int there) in _atOnePlace)
        {
            _seeds.Add((text, new SharedSeed(place, there, counted, None)));
            _sums.Add(text, place, counted);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ExpectEntries(ReadOnlySpan<ulong> seeds)
    {
        foreach (IndexSegment segment in _segments)
        {
            foreach (ulong seed in seeds)
            {
                segment.ExpectEntries(seed);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int InSegment(IndexSegment segment, ReadOnlySpan<ulong> entries, int except)
    {
        int texts = 0;
        int last = -1;
        int alike = 0;
        foreach (ulong entry in entries)
        {
            if (IndexSegment.IsCommon(entry))
            {
                return Sure(IndexSegment.CountOf(entry), segment.Ghosts, except - segment.First, segment.DocumentCount);
            }

            int text = segment.TextOf(entry);
            if (text != except - segment.First && !segment.IsRemoved(text))
            {
                texts += text == last ? 0 : 1;
                alike = text == last ? alike + 1 : 1;
                last = text;
                if (alike <= SeedGrouper.MostAlike)
                {
                    _atOnePlace.Add((segment.First + text, segment.PlaceOf(entry)));
                }
            }
        }

        return texts;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int InDelta(ulong seed, int except, IndexParts index)
    {
        int first = index.FirstInDelta;
        (int counted, int at) = index.Delta.Find(seed);
        if (at < 0)
        {
            return counted == 0 ? 0 : Sure(counted, index.Delta.Ghosts, except - first, index.Delta.Texts);
        }

        int texts = 0;
        int last = -1;
        int alike = 0;
        while (at >= 0)
        {
            (IndexPiece piece, int there, at) = index.Delta.At(at);
            if (piece.Text != except - first && !index.Delta.IsRemoved(piece.Text))
            {
                texts += piece.Text == last ? 0 : 1;
                alike = piece.Text == last ? alike + 1 : 1;
                last = piece.Text;
                if (alike <= SeedGrouper.MostAlike)
                {
                    _atOnePlace.Add((first + piece.Text, there));
                }
            }
        }

        return texts;
    }

    // Of what is only counted: in how many texts it surely stands, without those removed and the one not to look at.
    // A search may come between the removal of a text too many and what is made again for it.
    private int Sure(int counted, int ghosts, int except, int texts) =>
        Math.Max(_cap, counted - ghosts - (except >= 0 && except < texts ? 1 : 0));

    private IndexDocument DocumentOf(int number, IndexParts index)
    {
        for (int i = _segments.Length - 1; i >= 0; i--)
        {
            IndexSegment segment = _segments[i];
            if (number >= segment.First && number < segment.First + segment.DocumentCount)
            {
                return segment.Documents[number - segment.First];
            }
        }

        return index.Delta.Documents[number - index.FirstInDelta];
    }

    private void AddCommon(int place, int texts)
    {
        (texts == 0 ? _common.Allowed : _common.Usual).Add(place);
        if (!options.FindCirculating || texts == 0)
        {
            return;
        }

        if (_runs.Count > 0 && place <= _runs[^1].End)
        {
            _runs[^1] = new CommonStretch(_runs[^1].Start, place + options.SeedLength, Math.Min(_runs[^1].Texts, texts));
        }
        else
        {
            _runs.Add(new CommonStretch(place, place + options.SeedLength, texts));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CollectSeeds()
    {
        _lastSeeds.Clear();
        _lastSeeds.AddRange(Enumerable.Repeat(None, _sums.Candidates.Length));
        if (_lastSeeds.Count == 0)
        {
            return;
        }

        Span<(int Text, SharedSeed Seed)> seeds = CollectionsMarshal.AsSpan(_seeds);
        for (int i = 0; i < seeds.Length; i++)
        {
            int candidate = _sums.CandidateOf(seeds[i].Text);
            if (candidate >= 0)
            {
                seeds[i].Seed = seeds[i].Seed with { Previous = _lastSeeds[candidate] };
                _lastSeeds[candidate] = i;
            }
        }
    }

    private FoundText? Found(int candidate, string other)
    {
        string text = _text;

        // In the order in which a whole corpus is compared, so that both come to the same.
        bool turned = Corpus.Compare(text, other) > 0;
        _shared.Clear();
        for (int i = _lastSeeds[candidate]; i >= 0; i = _seeds[i].Seed.Previous)
        {
            SharedSeed seed = _seeds[i].Seed;
            (int a, int b) = turned ? (seed.B, seed.A) : (seed.A, seed.B);
            _shared.Add(new Block { A = a, B = b, Length = options.SeedLength, Rare = seed.Texts });
        }

        if (!_finder!.MayFind(CollectionsMarshal.AsSpan(_shared)) || !_candidates[candidate].IsOf(other))
        {
            return null;
        }

        _scanB.ReadForm(other, options.WidestVector);
        var asked = new ComparedText(_scanA.Form, _scanA.Parts);
        var found = new ComparedText(_scanB.Form, _scanB.Parts);
        _common.InA = !turned;
        _finder.Find(turned ? found : asked, turned ? asked : found, CollectionsMarshal.AsSpan(_shared), _common);
        if (_finder.Found.Length == 0)
        {
            return null;
        }

        LocatedText there = _scanB.Located(other);
        LocatedText here = _scanA.Located(text);
        SimilarPair pair = turned
            ? PassageWriter.Pair(1, there, 0, here, _finder).Turned() : PassageWriter.Pair(0, here, 1, there, _finder);
        return new FoundText(_candidates[candidate].Id, pair.ContainmentA, pair.ContainmentB, pair.Similarity, pair.Passages);
    }

    private List<CirculatingSpan> Circulating(string text)
    {
        var spans = new List<CirculatingSpan>();
        foreach (CommonStretch run in _runs)
        {
            if (run.End - run.Start >= options.ShortestPassage)
            {
                spans.Add(new CirculatingSpan(_scanA.Located(text).Span(run.Start, run.End), run.Texts));
            }
        }

        return spans;
    }

    private readonly record struct CommonStretch(int Start, int End, int Texts);
}
