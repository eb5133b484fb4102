using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gongxing.Text.Similarity;

/// <summary>Finds, for one text of a corpus after another, the later ones it shares passages with. One for each thread.</summary>
internal sealed class PairSearch : IDisposable
{
    // So many postings on, memory is told what will be read.
    private const int Ahead = 16;

    private readonly Corpus _corpus;
    private readonly SeedGroups _groups;
    private readonly SimilarityOptions _options;
    private readonly Func<int, int, bool>? _isAsked;
    private readonly EvidenceSums _sums;
    private readonly PassageFinder _finder;
    private readonly SeedScan _scanA = new();
    private readonly SeedScan _scanB = new();
    private readonly PlaceSet _rarePlaces = new();
    private readonly CommonPlaces _common = new();
    private readonly List<SharedSeed> _seeds = [];
    private readonly List<int> _lastSeeds = [];
    private readonly List<Block> _shared = [];
    private int[] _postingAt = [];
    private int _read = -1;

    public PairSearch(
        Corpus corpus, SeedGroups groups, SeedWeights weights, SimilarityOptions options, Func<int, int, bool>? isAsked)
    {
        _isAsked = isAsked;
        _corpus = corpus;
        _groups = groups;
        _options = options;
        _sums = new EvidenceSums(options);
        _sums.Begin(corpus.Count, weights);
        _finder = new PassageFinder(options, weights);
    }

    public List<SimilarPair> Pairs { get; } = [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Search(int text)
    {
        ReadPlaces(text);
        AddUp(text);
        if (_sums.Candidates.Length > 0)
        {
            CollectSeeds(text);
            Compare(text);
        }

        _sums.Clear();
    }

    /// <summary>Where common seeds stand in a text, which is read only if the search had no need to.</summary>
    public ReadOnlySpan<CommonPlace> CommonOf(int text)
    {
        if (_read != text)
        {
            _scanA.Read(_corpus[text], _options.SeedLength, _options.WidestVector);
            _scanA.FindCommon(_groups.Common);
            _read = text;
        }

        return _scanA.Common;
    }

    public void Dispose()
    {
        _scanA.Dispose();
        _scanB.Dispose();
    }

    // Brings the seeds of a text, which come by hash, in the order of their places.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadPlaces(int text)
    {
        SeedLayout layout = _groups.Layout;
        int length = _corpus.Lengths[text];
        _rarePlaces.Clear(length);
        if (_postingAt.Length < length)
        {
            _postingAt = new int[length * 3 / 2];
        }

        ReadOnlySpan<Posting> postings = _groups.Postings;
        for (int piece = layout.FirstPieceOf(text); piece < layout.FirstPieceOf(text + 1); piece++)
        {
            int start = layout.StartOf(piece);
            ReadOnlySpan<int> rare = _groups.RareOf(piece);
            for (int i = 0; i < rare.Length; i++)
            {
                if (i + Ahead < rare.Length)
                {
                    _groups.ExpectPosting(rare[i + Ahead]);
                }

                int posting = rare[i];
                int place = start + postings[posting].Place;
                _postingAt[place] = posting;
                _rarePlaces.Add(place);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddUp(int text)
    {
        SeedLayout layout = _groups.Layout;
        ReadOnlySpan<Posting> postings = _groups.Postings;
        for (int place = _rarePlaces.Next(0); place < _rarePlaces.Length; place = _rarePlaces.Next(place + 1))
        {
            int posting = _postingAt[place];
            while (!postings[posting].IsLast)
            {
                posting++;
                int other = layout.TextOf(postings[posting].Piece);
                if (other != text)
                {
                    _sums.Add(other, place, postings[posting].Texts);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CollectSeeds(int text)
    {
        SeedLayout layout = _groups.Layout;
        ReadOnlySpan<Posting> postings = _groups.Postings;
        _seeds.Clear();
        _lastSeeds.Clear();
        _lastSeeds.AddRange(Enumerable.Repeat(-1, _sums.Candidates.Length));
        for (int place = _rarePlaces.Next(0); place < _rarePlaces.Length; place = _rarePlaces.Next(place + 1))
        {
            int posting = _postingAt[place];
            while (!postings[posting].IsLast)
            {
                posting++;
                Posting there = postings[posting];
                int other = layout.TextOf(there.Piece);
                int candidate = other == text ? -1 : _sums.CandidateOf(other);
                if (candidate >= 0)
                {
                    int placeThere = layout.StartOf(there.Piece) + there.Place;
                    _seeds.Add(new SharedSeed(place, placeThere, there.Texts, _lastSeeds[candidate]));
                    _lastSeeds[candidate] = _seeds.Count - 1;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compare(int text)
    {
        string? words = null;
        for (int candidate = 0; candidate < _lastSeeds.Count; candidate++)
        {
            if (!IsAsked(text, _sums.Candidates[candidate]))
            {
                continue;
            }

            _shared.Clear();
            for (int i = _lastSeeds[candidate]; i >= 0; i = _seeds[i].Previous)
            {
                SharedSeed seed = _seeds[i];
                _shared.Add(new Block { A = seed.A, B = seed.B, Length = _options.SeedLength, Rare = seed.Texts });
            }

            if (!_finder.MayFind(CollectionsMarshal.AsSpan(_shared)))
            {
                continue;
            }

            if (words is null)
            {
                words = _corpus[text];
                _scanA.ReadForm(words, _options.WidestVector);
                ReadCommon();
                _read = text;
            }

            Compare(text, words, _sums.Candidates[candidate]);
        }
    }

    private bool IsAsked(int text, int other)
    {
        (int one, int two) = (_corpus.Given(text), _corpus.Given(other));
        return _isAsked is null || _isAsked(Math.Min(one, two), Math.Max(one, two));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compare(int text, string words, int other)
    {
        string otherWords = _corpus[other];
        _scanB.ReadForm(otherWords, _options.WidestVector);
        var a = new ComparedText(_scanA.Form, _scanA.Parts);
        var b = new ComparedText(_scanB.Form, _scanB.Parts);
        _finder.Find(a, b, CollectionsMarshal.AsSpan(_shared), _common);
        if (_finder.Found.Length > 0)
        {
            SimilarPair pair = PassageWriter.Pair(
                _corpus.Given(text),
                _scanA.Located(words),
                _corpus.Given(other),
                _scanB.Located(otherWords),
                _finder);
            Pairs.Add(pair.A < pair.B ? pair : pair.Turned());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadCommon()
    {
        _scanA.FindSeeds(_options.SeedLength, _options.WidestVector);
        _common.Clear(_scanA.Form.Length);
        _scanA.FindCommon(_groups.Common);
        foreach ((int place, _, int texts) in _scanA.Common)
        {
            (texts == CommonSeeds.Allowed ? _common.Allowed : _common.Usual).Add(place);
        }
    }
}

/// <summary>Places in the text at hand and in a candidate where the same seed stands.</summary>
/// <param name="Previous">Where the seed of the same candidate before this one is kept; -1 for none.</param>
internal readonly record struct SharedSeed(int A, int B, int Texts, int Previous);
