namespace Gongxing.Text.Similarity;

/// <summary>Where the texts of an index are kept: gives those of the given ids that there are.</summary>
public delegate ValueTask<IReadOnlyDictionary<Guid, string>> TextSource(IReadOnlyList<Guid> ids, CancellationToken ct);

/// <summary>An index in a folder of its own: what of a text stands in which others, and where?</summary>
/// <remarks>
/// The texts stay where the caller keeps them and are asked for when they are needed, a few at a time; the index can always be
/// made again from them, and is where it has been damaged. Many may ask at once. What has come since a segment was last
/// written is in memory only, until <see cref="SynchroniseAsync"/> after the next start adds it again. The files can be opened
/// by their owner only, and give away as much as the texts.
/// </remarks>
public sealed class StoredSimilarityIndex : IDisposable
{
    private const int TextsAtOnce = 64;

    private const int ManyTexts = 512;

    // Fewer are read again at the next start sooner than they are written.
    private const int WorthWriting = 64;

    // A segment more is a search more in every question: when nothing has come for so many times, all become one.
    private const int QuietTimes = 16;

    private readonly SimilarityOptions _options;
    private readonly TextSource _texts;
    private readonly IndexFolder _folder;
    private readonly IndexParts _parts;
    private readonly SemaphoreSlim _changing = new(1);
    private int _quiet;

    private StoredSimilarityIndex(string folder, SimilarityOptions options, TextSource texts, int mostPlacesInDelta)
    {
        options.Check();
        _options = options;
        _texts = texts;
        _folder = new IndexFolder(folder, new SegmentShape(options.SeedLength, options.CapFor(int.MaxValue)));
        try
        {
            _parts = new IndexParts(options, _folder) { MostPlacesInDelta = mostPlacesInDelta };
            (Opening, List<IndexSegment> segments) = _folder.Open();
            _parts.Begin(segments);
        }
        catch
        {
            _folder.Dispose();
            throw;
        }
    }

    /// <summary>What was found in the folder.</summary>
    public IndexOpening Opening { get; }

    public int Count => _parts.Count;

    /// <summary>
    /// Whether all files are as long as they were written. What was cut off is not searched, and is read again from its texts at
    /// the next <see cref="SynchroniseAsync"/>.
    /// </summary>
    public bool IsWhole => _parts.IsWhole;

    /// <summary>Opens the index in a folder, or begins one there. What it holds is out of step until synchronised.</summary>
    /// <exception cref="IndexInUseException">Another process has it open, or this one has.</exception>
    public static StoredSimilarityIndex Open(string folder, SimilarityOptions options, TextSource texts) =>
        Open(folder, options, texts, 1 << 21);

    internal static StoredSimilarityIndex Open(
        string folder, SimilarityOptions options, TextSource texts, int mostPlacesInDelta) =>
        new(folder, options, texts, mostPlacesInDelta);

    /// <summary>Brings the index in step with what should be in it: adds, removes and replaces.</summary>
    /// <returns>How many texts were added or replaced, and how many removed.</returns>
    public async Task<(int Added, int Removed)> SynchroniseAsync(IEnumerable<IndexedText> wanted, CancellationToken ct = default)
    {
        await _changing.WaitAsync(ct);
        try
        {
            _parts.ForgetCut();
            var versions = new Dictionary<Guid, IndexedText>();
            foreach (IndexedText text in wanted)
            {
                versions[text.Id] = text;
            }

            Guid[] gone = [.. _parts.Ids.Where(id => !versions.ContainsKey(id))];
            foreach (Guid id in gone)
            {
                _parts.Remove(id);
            }

            IndexedText[] missing = [.. versions.Values.Where(text => !_parts.Has(text))];
            int added = await AddAsync(missing, ct);
            await RenewAsync(ct);
            Write(changed: added > 0 || gone.Length > 0, many: added > _parts.Count / 4);
            return (added, gone.Length);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Writes what is in memory only: for a process that ends before much more comes.</summary>
    public async Task SettleAsync(CancellationToken ct = default)
    {
        await _changing.WaitAsync(ct);
        try
        {
            _parts.Settle();
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Finds what a text shares with those in the index. The text itself need not be in it.</summary>
    /// <param name="except">A text not to look at, such as the one asked about.</param>
    /// <param name="common">What may stand in any text.</param>
    public async ValueTask<FoundTexts> FindAsync(
        string text, Guid? except = null, CommonText? common = null, CancellationToken ct = default)
    {
        CommonSeeds known = common?.SeedsOf(_options.SeedLength) ?? CommonSeeds.None;
        IndexSearch search = _parts.Search(text, except, known, common?.BackgroundTexts ?? 0);
        try
        {
            for (int first = 0; first < search.Candidates.Count; first += TextsAtOnce)
            {
                int end = Math.Min(search.Candidates.Count, first + TextsAtOnce);
                Guid[] ids = [.. search.Candidates.Take(first..end).Select(candidate => candidate.Id)];
                IReadOnlyDictionary<Guid, string> texts = await _texts(ids, ct);
                for (int i = first; i < end; i++)
                {
                    // A text that has changed since is not the one that was found.
                    if (texts.TryGetValue(search.Candidates[i].Id, out string? other))
                    {
                        search.Compare(i, other);
                    }
                }
            }

            return search.Found();
        }
        finally
        {
            _parts.GiveBack(search);
        }
    }

    public void Dispose()
    {
        _parts.Dispose();
        _folder.Dispose();
        _changing.Dispose();
    }

    private async Task<int> AddAsync(IndexedText[] missing, CancellationToken ct)
    {
        // Many are quicker made into a segment than added one by one, and until then what was there before them is found.
        using IndexParts? draft = missing.Length > ManyTexts ? _parts.Draft() : null;
        int added = 0;
        foreach (IndexedText[] some in missing.Chunk(TextsAtOnce))
        {
            added += await AddAsync(draft ?? _parts, some, ct);
        }

        if (draft is not null)
        {
            _parts.Take(draft);
        }

        return added;
    }

    private async Task<int> AddAsync(IndexParts parts, IndexedText[] some, CancellationToken ct)
    {
        IReadOnlyDictionary<Guid, string> texts = await _texts([.. some.Select(text => text.Id)], ct);
        ct.ThrowIfCancellationRequested();
        int added = 0;
        foreach (IndexedText text in some)
        {
            if (texts.TryGetValue(text.Id, out string? whole))
            {
                parts.Add(text, whole);
                added++;
            }
            else
            {
                // It has gone since the caller made the list.
                _parts.Remove(text.Id);
            }
        }

        return added;
    }

    // Makes segments again that count too many texts that are gone.
    private async Task RenewAsync(CancellationToken ct)
    {
        if (_parts.Delta.Ghosts > _parts.Shape.MostGhosts)
        {
            _parts.Settle();
        }

        while (_parts.Stale is { } stale)
        {
            using IndexParts draft = _parts.Draft();
            IndexedText[] wanted =
            [
                .. Enumerable.Range(0, stale.Documents.Length).Where(i => !stale.IsRemoved(i))
                    .Select(i => new IndexedText(stale.Documents[i].Id, stale.Documents[i].Version)),
            ];
            foreach (IndexedText[] some in wanted.Chunk(TextsAtOnce))
            {
                await AddAsync(draft, some, ct);
            }

            _parts.Take(draft, insteadOf: stale);
        }
    }

    private void Write(bool changed, bool many)
    {
        _quiet = changed ? 0 : _quiet + 1;
        bool joins = many || _quiet == QuietTimes;
        if (_parts.Delta.Texts >= WorthWriting || joins)
        {
            _parts.Settle(all: joins);
        }
        else if (changed)
        {
            _parts.Save();
        }
    }
}
