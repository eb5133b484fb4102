using System.Collections.Concurrent;

namespace Gongxing.Text.Similarity;

/// <summary>What an index consists of: segments, the largest first, and the texts added last.</summary>
/// <remarks>Many may search at once. One at a time may change it, and searches go on meanwhile but for moments.</remarks>
internal sealed class IndexParts : IDisposable
{
    private const int MostTextsInDelta = 1024;

    // A segment is merged into what comes after it when that has grown to half of it: so there are few, and each is written anew
    // a few times only.
    private const int Growth = 2;

    private const int MostSegmentsInDraft = 16;

    private readonly SimilarityOptions _options;
    private readonly IndexFolder? _folder;
    private readonly bool _isDraft;
    private readonly Dictionary<Guid, (IndexSegment? Segment, int Text)> _numbers = [];
    private readonly ConcurrentBag<IndexSearch> _searches = [];
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly SeedScan _scan = new();
    private List<IndexSegment> _segments = [];
    private bool _isDisposed;

    public IndexParts(SimilarityOptions options, IndexFolder? folder = null)
        : this(options, folder, isDraft: false)
    {
    }

    private IndexParts(SimilarityOptions options, IndexFolder? folder, bool isDraft)
    {
        _options = options;
        _folder = folder;
        _isDraft = isDraft;
        Shape = new SegmentShape(options.SeedLength, options.CapFor(int.MaxValue));
        Delta = new IndexDelta(Shape, !isDraft);
    }

    public SegmentShape Shape { get; }

    public IndexDelta Delta { get; private set; }

    public int Count => _numbers.Count;

    public IReadOnlyCollection<Guid> Ids => _numbers.Keys;

    /// <summary>How many places the texts added last may have before they become a segment.</summary>
    public int MostPlacesInDelta { get; init; } = 1 << 21;

    /// <summary>One more than the largest number of a text.</summary>
    public int Numbers => FirstInDelta + Delta.Texts;

    public int FirstInDelta => _segments.Count == 0 ? 0 : _segments[^1].First + _segments[^1].DocumentCount;

    /// <summary>Whether all files are as long as they were written.</summary>
    public bool IsWhole
    {
        get
        {
            _lock.EnterReadLock();
            try
            {
                return !_segments.Exists(segment => segment.IsCut);
            }
            finally
            {
                _lock.ExitReadLock();
            }
        }
    }

    /// <summary>Forgets the texts of segments whose files were cut short.</summary>
    public void ForgetCut()
    {
        List<IndexSegment> cut = _segments.FindAll(segment => segment.IsCut);
        if (cut.Count > 0)
        {
            Replace(cut, []);
        }
    }

    /// <summary>Begins with what was found in the folder.</summary>
    public void Begin(List<IndexSegment> segments) => Replace([], segments);

    public bool Has(IndexedText text) =>
        _numbers.TryGetValue(text.Id, out var at) && DocumentAt(at.Segment, at.Text).Version == text.Version;

    /// <summary>Adds a text; one that has the same id is replaced.</summary>
    public void Add(IndexedText id, string text)
    {
        var document = IndexDocument.Of(id.Id, id.Version, text);
        _scan.Read(text, _options.SeedLength, _options.WidestVector);
        _lock.EnterWriteLock();
        try
        {
            RemoveNow(id.Id);
            Delta.Add(document, _scan.Seeds, _scan.Places);
            _numbers.Add(id.Id, (null, Delta.Texts - 1));
        }
        finally
        {
            _lock.ExitWriteLock();
        }

        if (Delta.Texts == MostTextsInDelta || Delta.Places >= MostPlacesInDelta)
        {
            Settle();
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

    /// <summary>Makes a segment of what was added last, together with segments that are not much larger.</summary>
    /// <param name="all">Together with all there are, as far as one can hold them.</param>
    public void Settle(bool all = false)
    {
        if (Delta.Texts == 0 && !(all && (_segments.Count > 1 || _segments.Any(segment => segment.RemovedCount > 0))))
        {
            return;
        }

        // Nobody but the caller changes these; those who search only read them.
        var merged = new List<IndexSegment>();
        if (Delta.Texts > 0)
        {
            merged.Add(Delta.ToSegment());
        }

        long entries = merged.Sum(part => (long)part.EntryCount);
        long pieces = merged.Sum(part => (long)part.Pieces.Length);
        for (int i = _segments.Count - 1; i >= 0; i--)
        {
            IndexSegment segment = _segments[i];
            entries += segment.EntryCount;
            pieces += segment.Pieces.Length;
            if (pieces > IndexSegment.MostPieces || entries > int.MaxValue
                || !(all || IsMerged(segment.EntryCount, entries - segment.EntryCount)))
            {
                break;
            }

            merged.Insert(0, segment);
        }

        List<IndexSegment> old = merged.FindAll(_segments.Contains);
        if (Delta.Texts == 0 && old is [{ RemovedCount: 0 }])
        {
            return;
        }

        Replace(old, [Written(merged)], deltaToo: true);
    }

    // A draft is not searched: its segments may be many, and are written anew as seldom as can be.
    private bool IsMerged(long entries, long after) => !_isDraft
        ? entries < Growth * after
        : _segments.Count >= MostSegmentsInDraft && entries < 2L * MostPlacesInDelta;

    /// <summary>A segment that counts too many texts that are gone.</summary>
    public IndexSegment? Stale => _segments.Find(segment => segment.IsStale);

    /// <summary>An empty index that becomes part of this one by <see cref="Take"/>.</summary>
    public IndexParts Draft() => new(_options, _folder, isDraft: true) { MostPlacesInDelta = MostPlacesInDelta };

    /// <summary>Takes over what was made, in the place of a segment if one is given, and of texts that have the same ids.</summary>
    public void Take(IndexParts draft, IndexSegment? insteadOf = null)
    {
        draft.Settle(all: true);
        List<IndexSegment> made = draft._segments;
        draft._segments = [];
        Replace(insteadOf is null ? [] : [insteadOf], made);
    }

    /// <summary>Makes durable what was removed.</summary>
    public void Save() => _folder?.Save(_segments);

    /// <summary>Begins a search: takes from the index what it needs. To be given back.</summary>
    public IndexSearch Search(string text, Guid? except, CommonSeeds known, int background)
    {
        if (!_searches.TryTake(out IndexSearch? search))
        {
            search = new IndexSearch(_options);
        }

        _lock.EnterReadLock();
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(SimilarityIndex));
            search.LookUp(text, NumberOf(except), this, _segments.FindAll(segment => !segment.IsCut), known, background);
            return search;
        }
        catch
        {
            search.Dispose();
            throw;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void GiveBack(IndexSearch search)
    {
        if (_isDisposed)
        {
            search.Dispose();
        }
        else
        {
            _searches.Add(search);
        }
    }

    public void Dispose()
    {
        _lock.EnterWriteLock();
        try
        {
            _isDisposed = true;
            foreach (IndexSegment segment in _segments)
            {
                segment.Dispose();
            }

            _segments = [];
        }
        finally
        {
            _lock.ExitWriteLock();
        }

        while (_searches.TryTake(out IndexSearch? search))
        {
            search.Dispose();
        }

        _scan.Dispose();
    }

    private IndexSegment Written(List<IndexSegment> parts)
    {
        if (_folder is null)
        {
            return parts.Count == 1 && parts[0].RemovedCount == 0
                ? parts[0] : IndexSegment.Merge(parts, null, length => new MemorySink(length));
        }

        string name = _folder.NewName();
        SegmentSink? sink = null;
        try
        {
            return IndexSegment.Merge(parts, name, _ => sink = _folder.Sink(name));
        }
        finally
        {
            sink?.Dispose();
        }
    }

    // On the disk first, then for those who search, and what is no longer needed goes last.
    private void Replace(List<IndexSegment> old, List<IndexSegment> @new, bool deltaToo = false)
    {
        var segments = _segments.Where(segment => !old.Contains(segment))
            .Concat(@new.Where(segment => segment.DocumentCount > 0))
            .OrderByDescending(segment => segment.EntryCount).ToList();
        if (!_isDraft && (old.Count > 0 || @new.Count > 0))
        {
            _folder?.Save(segments);
        }

        _lock.EnterWriteLock();
        try
        {
            old.ForEach(Forget);
            ForgetDelta(deltaToo);
            _segments = segments;
            Delta = deltaToo ? new IndexDelta(Shape, !_isDraft) : Delta;
            int first = 0;
            foreach (IndexSegment segment in segments)
            {
                segment.First = first;
                first += segment.DocumentCount;
            }

            @new.ForEach(Number);
        }
        finally
        {
            _lock.ExitWriteLock();
        }

        foreach (IndexSegment segment in old.Concat(@new).Except(segments))
        {
            segment.Dispose();
            if (segment.Name is { } name)
            {
                _folder!.Delete(name);
            }
        }
    }

    private void Number(IndexSegment segment)
    {
        ReadOnlySpan<IndexDocument> documents = segment.Documents;
        for (int i = 0; i < documents.Length; i++)
        {
            if (!segment.IsRemoved(i))
            {
                RemoveNow(documents[i].Id);
                _numbers.Add(documents[i].Id, (segment, i));
            }
        }
    }

    // Without asking the segment, which may have been cut short.
    private void Forget(IndexSegment segment)
    {
        Guid[] own = [.. _numbers.Where(number => number.Value.Segment == segment).Select(number => number.Key)];
        foreach (Guid id in own)
        {
            _numbers.Remove(id);
        }
    }

    private void ForgetDelta(bool really)
    {
        for (int i = 0; i < Delta.Texts && really; i++)
        {
            if (!Delta.IsRemoved(i))
            {
                _numbers.Remove(Delta.Documents[i].Id);
            }
        }
    }

    private bool RemoveNow(Guid id)
    {
        if (!_numbers.Remove(id, out var at))
        {
            return false;
        }

        if (at.Segment is { } segment)
        {
            segment.Remove(at.Text);
        }
        else
        {
            Delta.Remove(at.Text);
        }

        return true;
    }

    private IndexDocument DocumentAt(IndexSegment? segment, int text) =>
        segment is null ? Delta.Documents[text] : segment.Documents[text];

    private int NumberOf(Guid? id) => id is { } known && _numbers.TryGetValue(known, out var at)
        ? at.Text + (at.Segment?.First ?? FirstInDelta) : -1;
}
