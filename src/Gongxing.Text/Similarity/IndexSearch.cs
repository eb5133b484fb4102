using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>One search after another in an index, with what they need kept between them.</summary>
internal sealed class IndexSearch(SimilarityOptions options, CommonSeeds known) : IDisposable
{
    private readonly SeedWeights _weights = new(options, 1);
    private readonly EvidenceSums _sums = new(options);
    private readonly SeedScan _scanA = new();
    private readonly SeedScan _scanB = new();
    private readonly CommonPlaces _common = new();
    private readonly List<CommonRun> _runs = [];
    private readonly List<SharedSeed> _seeds = [];
    private readonly List<SharedSeed> _atOnePlace = [];
    private readonly List<Block> _shared = [];
    private readonly PassageWriter _writer = new();
    private PassageFinder? _finder;
    private int[] _starts = [];
    private int _cap;

    public FoundTexts Find(string text, int except, in IndexView index)
    {
        // As if the text were one of them.
        int all = index.Count + index.Background + 1;
        _weights.Renew(all);
        _cap = options.CapFor(all);
        _sums.Begin(index.Texts.Count, _weights);
        _finder ??= new PassageFinder(options, _weights);
        _scanA.Read(text, options.SeedLength, options.Vectors);
        _common.Clear(_scanA.Form.Length);
        _runs.Clear();
        _seeds.Clear();
        LookUp(except, index);
        return new FoundTexts { Matches = Compare(text, index), Circulating = Circulating(text) };
    }

    public void Dispose()
    {
        _scanA.Dispose();
        _scanB.Dispose();
        _writer.Dispose();
    }

    private void LookUp(int except, in IndexView index)
    {
        ReadOnlySpan<ulong> seeds = _scanA.Seeds;
        int[] starts = FirstEntries(seeds, index.Segments);
        for (int i = 0; i < seeds.Length; i++)
        {
            int place = _scanA.Places[i];
            int counted = known.CountOf(seeds[i]);
            bool allowed = counted == CommonSeeds.Allowed;
            _atOnePlace.Clear();
            for (int segment = 0; segment < index.Segments.Count && !allowed; segment++)
            {
                ReadOnlySpan<ulong> entries = index.Segments[segment].Find(seeds[i], starts[(segment * seeds.Length) + i]);
                counted += InSegment(index.Segments[segment], entries, place, except, index);
            }

            if (!allowed)
            {
                counted += InDelta(seeds[i], place, except, index) + 1;
            }

            if (counted > _cap)
            {
                AddCommon(place, allowed ? 0 : counted);
                continue;
            }

            foreach (SharedSeed seed in _atOnePlace)
            {
                SharedSeed shared = seed with { Texts = counted };
                _seeds.Add(shared);
                _sums.Add(shared.Candidate, place, counted);
            }
        }
    }

    // Two rounds of reads that do not wait for one another, before each seed is looked at in turn.
    private int[] FirstEntries(ReadOnlySpan<ulong> seeds, List<IndexSegment> segments)
    {
        if (_starts.Length < seeds.Length * segments.Count)
        {
            _starts = new int[seeds.Length * segments.Count * 2];
        }

        ulong touched = 0;
        for (int segment = 0; segment < segments.Count; segment++)
        {
            Span<int> starts = _starts.AsSpan(segment * seeds.Length, seeds.Length);
            for (int i = 0; i < seeds.Length; i++)
            {
                starts[i] = segments[segment].BucketStart(seeds[i]);
            }

            foreach (int start in starts)
            {
                touched ^= segments[segment].Touch(start);
            }
        }

        GC.KeepAlive(touched);
        return _starts;
    }

    private int InSegment(IndexSegment segment, ReadOnlySpan<ulong> entries, int place, int except, in IndexView index)
    {
        int texts = 0;
        int last = -1;
        foreach (ulong entry in entries)
        {
            if (IndexSegment.IsCommon(entry))
            {
                return IndexSegment.CountOf(entry);
            }

            int text = segment.TextOf(entry);
            if (text != except && index.Texts[text] is not null)
            {
                texts += text == last ? 0 : 1;
                last = text;
                _atOnePlace.Add(new SharedSeed(text, place, segment.PlaceOf(entry), 0));
            }
        }

        return texts;
    }

    private int InDelta(ulong seed, int place, int except, in IndexView index)
    {
        (int counted, int at) = index.Delta.Find(seed);
        if (at < 0)
        {
            return counted;
        }

        int texts = 0;
        int last = -1;
        while (at >= 0)
        {
            (IndexPiece piece, int there, at) = index.Delta.At(at);
            if (piece.Text != except && index.Texts[piece.Text] is not null)
            {
                texts += piece.Text == last ? 0 : 1;
                last = piece.Text;
                _atOnePlace.Add(new SharedSeed(piece.Text, place, there, 0));
            }
        }

        return texts;
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
            _runs[^1] = new CommonRun(_runs[^1].Start, place + options.SeedLength, Math.Min(_runs[^1].Texts, texts));
        }
        else
        {
            _runs.Add(new CommonRun(place, place + options.SeedLength, texts));
        }
    }

    private List<FoundText> Compare(string text, in IndexView index)
    {
        var matches = new List<FoundText>();
        if (_sums.Candidates.Length > 0)
        {
            _seeds.RemoveAll(seed => _sums.CandidateOf(seed.Candidate) < 0);
            Span<SharedSeed> seeds = CollectionsMarshal.AsSpan(_seeds);
            seeds.Sort(static (one, other) => one.CompareTo(other));
            for (int start = 0; start < seeds.Length;)
            {
                int end = start;
                while (end < seeds.Length && seeds[end].Candidate == seeds[start].Candidate)
                {
                    end++;
                }

                if (Compare(text, seeds[start..end], index) is { } match)
                {
                    matches.Add(match);
                }

                start = end;
            }

            matches.Sort(static (one, other) => other.Similarity != one.Similarity
                ? other.Similarity.CompareTo(one.Similarity) : one.Id.CompareTo(other.Id));
        }

        _sums.Clear();
        return matches;
    }

    private FoundText? Compare(string text, ReadOnlySpan<SharedSeed> seeds, in IndexView index)
    {
        int number = seeds[0].Candidate;
        string other = index.Texts[number]!;
        _scanB.ReadForm(other, options.Vectors);
        var asked = new ComparedText(_scanA.Form, _scanA.Parts);
        var found = new ComparedText(_scanB.Form, _scanB.Parts);

        // In the order in which a whole corpus is compared, so that both come to the same.
        bool turned = Corpus.Compare(text, other) > 0;
        _shared.Clear();
        foreach (SharedSeed seed in seeds)
        {
            _shared.Add(new Block
            {
                A = turned ? seed.B : seed.A,
                B = turned ? seed.A : seed.B,
                Length = options.SeedLength,
                Rare = seed.Texts,
            });
        }

        _common.InA = !turned;
        _finder!.Find(turned ? found : asked, turned ? asked : found, CollectionsMarshal.AsSpan(_shared), _common);
        if (_finder.Found.Length == 0)
        {
            return null;
        }

        SimilarPair pair = turned
            ? _writer.Pair(0, other, _scanB.Form.Length, 1, text, _scanA.Form.Length, _finder).Turned()
            : _writer.Pair(0, text, _scanA.Form.Length, 1, other, _scanB.Form.Length, _finder);
        return new FoundText(
            index.Ids[number], pair.ContainmentA, pair.ContainmentB, pair.Similarity, pair.Passages);
    }

    private List<CirculatingSpan> Circulating(string text)
    {
        var spans = new List<CirculatingSpan>();
        foreach (CommonRun run in _runs)
        {
            if (run.End - run.Start >= options.ShortestPassage)
            {
                spans.Add(new CirculatingSpan(_writer.SpanOf(text, run.Start, run.End), run.Texts));
            }
        }

        return spans;
    }

    private readonly record struct CommonRun(int Start, int End, int Texts);
}
