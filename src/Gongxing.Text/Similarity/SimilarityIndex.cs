namespace Gongxing.Text.Similarity;

/// <summary>Texts in memory to ask: what of this stands in you, and where?</summary>
/// <remarks>
/// Many may ask at once; one at a time adds and removes. For an index that outlives the process and keeps no texts in memory,
/// see <see cref="StoredSimilarityIndex"/>; both give the same answers.
/// </remarks>
public sealed class SimilarityIndex : IDisposable
{
    private readonly IndexParts _parts;
    private readonly CommonSeeds _known;
    private readonly int _background;
    private readonly Dictionary<Guid, string> _texts = [];
    private readonly Lock _changing = new();
    private readonly ReaderWriterLockSlim _reading = new();

    public SimilarityIndex(SimilarityOptions options, CommonText? common = null)
    {
        options.Check();
        _known = common?.SeedsOf(options.SeedLength) ?? CommonSeeds.None;
        _background = common?.BackgroundTexts ?? 0;
        _parts = new IndexParts(options);
    }

    public int Count => _parts.Count;

    /// <summary>Adds a text; one that has the same id is replaced.</summary>
    public void Add(Guid id, string text)
    {
        lock (_changing)
        {
            Keep(id, text);
            _parts.Add(new IndexedText(id, 0), text);
            Renew();
        }
    }

    /// <returns>False when there is no such text.</returns>
    public bool Remove(Guid id)
    {
        lock (_changing)
        {
            Keep(id, null);
            bool removed = _parts.Remove(id);
            Renew();
            return removed;
        }
    }

    /// <summary>Merges everything now, at a time of the caller's choosing.</summary>
    public void Compact()
    {
        lock (_changing)
        {
            _parts.Settle(all: true);
            Renew();
        }
    }

    /// <summary>Finds what a text shares with those in the index. The text itself need not be in it.</summary>
    /// <param name="except">A text not to look at, such as the one asked about.</param>
    public FoundTexts Find(string text, Guid? except = null)
    {
        IndexSearch search = _parts.Search(text, except, _known, _background);
        for (int i = 0; i < search.Candidates.Count; i++)
        {
            if (TextOf(search.Candidates[i].Id) is { } other)
            {
                search.Compare(i, other);
            }
        }

        FoundTexts found = search.Found();
        _parts.GiveBack(search);
        return found;
    }

    public void Dispose()
    {
        _parts.Dispose();
        _reading.Dispose();
    }

    // Makes segments again that count too many texts that are gone.
    private void Renew()
    {
        if (_parts.Delta.Ghosts > _parts.Shape.MostGhosts)
        {
            _parts.Settle();
        }

        while (_parts.Stale is { } stale)
        {
            using IndexParts draft = _parts.Draft();
            for (int i = 0; i < stale.Documents.Length; i++)
            {
                if (!stale.IsRemoved(i))
                {
                    Guid id = stale.Documents[i].Id;
                    draft.Add(new IndexedText(id, 0), _texts[id]);
                }
            }

            _parts.Take(draft, insteadOf: stale);
        }
    }

    private void Keep(Guid id, string? text)
    {
        _reading.EnterWriteLock();
        try
        {
            if (text is null)
            {
                _texts.Remove(id);
            }
            else
            {
                _texts[id] = text;
            }
        }
        finally
        {
            _reading.ExitWriteLock();
        }
    }

    private string? TextOf(Guid id)
    {
        _reading.EnterReadLock();
        try
        {
            return _texts.GetValueOrDefault(id);
        }
        finally
        {
            _reading.ExitReadLock();
        }
    }
}
