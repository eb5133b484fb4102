using System.Collections.Concurrent;

namespace Gongxing.Text.Similarity;

/// <summary>Texts to ask: what of this stands in you, and where?</summary>
/// <remarks>
/// New texts go into a small table; when it is full it is sorted and merged into what was sorted before. Many may ask at once;
/// who adds or removes waits for them. Counts of common wording go on including removed texts.
/// </remarks>
public sealed class SimilarityIndex : IDisposable
{
    private const int TextsInDelta = 1024;

    // What was added is merged into the large segment when it has grown to a tenth of it.
    private const int Growth = 10;

    private readonly SimilarityOptions _options;
    private readonly CommonSeeds _known;
    private readonly int _background;
    private readonly int _cap;
    private readonly List<Guid> _ids = [];
    private readonly List<string?> _texts = [];
    private readonly Dictionary<Guid, int> _numbers = [];
    private readonly ConcurrentBag<IndexSearch> _searches = [];
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly List<IndexSegment> _segments = [];
    private readonly SeedScan _scan = new();
    private IndexDelta _delta;

    public SimilarityIndex(SimilarityOptions options, CommonText? common = null)
    {
        options.Check();
        _options = options;
        _known = common?.SeedsOf(options.SeedLength) ?? CommonSeeds.None;
        _background = common?.BackgroundTexts ?? 0;
        _cap = options.CapFor(int.MaxValue);
        _delta = new IndexDelta(_cap);
    }

    public int Count => _numbers.Count;

    /// <summary>Adds a text; one that has the same id is replaced.</summary>
    public void Add(Guid id, string text)
    {
        _lock.EnterWriteLock();
        try
        {
            RemoveNow(id);
            _scan.Read(text, _options.SeedLength, _options.WidestVector);
            _delta.Add(_texts.Count, _scan.Seeds, _scan.Places);
            _numbers.Add(id, _texts.Count);
            _ids.Add(id);
            _texts.Add(text);
            if (_delta.Texts == TextsInDelta)
            {
                Settle();
            }
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <returns>False when there is no such text.</returns>
    public bool Remove(Guid id)
    {
        _lock.EnterWriteLock();
        try
        {
            return RemoveNow(id);
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>Merges everything now, at a time of the caller's choosing.</summary>
    public void Compact()
    {
        _lock.EnterWriteLock();
        try
        {
            Settle();
            while (_segments.Count > 1 && MergeLast())
            {
            }
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>Finds what a text shares with those in the index. The text itself need not be in it.</summary>
    /// <param name="except">A text not to look at, such as the one asked about.</param>
    public FoundTexts Find(string text, Guid? except = null)
    {
        if (!_searches.TryTake(out IndexSearch? search))
        {
            search = new IndexSearch(_options, _known);
        }

        _lock.EnterReadLock();
        try
        {
            int left = except is { } id ? _numbers.GetValueOrDefault(id, -1) : -1;
            return search.Find(text, left, new IndexView(_segments, _delta, _texts, _ids, _numbers.Count, _background));
        }
        finally
        {
            _lock.ExitReadLock();
            _searches.Add(search);
        }
    }

    public void Dispose()
    {
        foreach (IndexSearch search in _searches)
        {
            search.Dispose();
        }

        _searches.Clear();
        _scan.Dispose();
        _lock.Dispose();
    }

    private bool RemoveNow(Guid id)
    {
        if (!_numbers.Remove(id, out int number))
        {
            return false;
        }

        _texts[number] = null;
        return true;
    }

    private void Settle()
    {
        if (_delta.Texts == 0)
        {
            return;
        }

        _segments.Add(_delta.ToSegment());
        _delta = new IndexDelta(_cap);
        while (_segments.Count > 2 && MergeLast())
        {
        }

        if (_segments.Count == 2 && _segments[1].EntryCount > _segments[0].EntryCount / Growth)
        {
            MergeLast();
        }
    }

    // False when one segment cannot hold so much.
    private bool MergeLast()
    {
        IndexSegment one = _segments[^2];
        IndexSegment other = _segments[^1];
        if (one.Pieces.Length + other.Pieces.Length > IndexSegment.MostPieces)
        {
            return false;
        }

        _segments.RemoveRange(_segments.Count - 2, 2);
        _segments.Add(IndexSegment.Merge(one, other, number => _texts[number] is null, _cap));
        return true;
    }
}

/// <summary>What a search has to look at.</summary>
internal readonly record struct IndexView(
    List<IndexSegment> Segments, IndexDelta Delta, List<string?> Texts, List<Guid> Ids, int Count, int Background);
