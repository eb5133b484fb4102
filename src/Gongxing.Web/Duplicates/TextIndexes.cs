using System.Collections.Concurrent;
using Gongxing.Core.Duplicates;
using Gongxing.Core.People;
using Gongxing.Review.Duplicates;
using Gongxing.Storage;
using Gongxing.Storage.Duplicates;
using Gongxing.Text.Similarity;

namespace Gongxing.Web.Duplicates;

/// <summary>For each organisation an index of texts of a kind, to ask what of one stands in others.</summary>
/// <remarks>
/// It lies in the data folder without the texts, and is brought in step when something was written since. The database stays
/// the truth: the folder may be deleted while the site is down, and what is damaged in it is made again.
/// </remarks>
/// <param name="kind">Told apart by this in the name of the folder; the empty string for one kind.</param>
public abstract partial class TextIndexes(
    SiteOptions options, Database database, WordingStore wordings, string kind, ILogger log) : IDisposable
{
    // Processes that share a data folder have an index each.
    private const int MostProcesses = 32;

    private readonly ConcurrentDictionary<OrganisationId, Holder> _holders = new();

    /// <summary>Brings the index of an organisation in step now, so that nobody who asks has to wait for it.</summary>
    public Task SynchroniseAsync(OrganisationId organisation, CancellationToken ct = default) =>
        InStepAsync(organisation, ct);

    public virtual void Dispose()
    {
        foreach (Holder holder in _holders.Values)
        {
            holder.Held?.Index.Dispose();
        }

        _holders.Clear();
        GC.SuppressFinalize(this);
    }

    /// <summary>What is to be in the index, by a key that stays when a text is replaced. The text of an id never changes.</summary>
    protected abstract Task<IReadOnlyDictionary<Guid, Guid>> WantedAsync(OrganisationId organisation);

    protected abstract Task<IReadOnlyDictionary<Guid, string>> TextsAsync(
        OrganisationId organisation, IReadOnlyList<Guid> ids, CancellationToken ct);

    /// <param name="key">Of the text itself, which is not told of; it need not be in the index.</param>
    protected async Task<FoundTexts> FindAsync(OrganisationId organisation, Guid key, string text, CancellationToken ct)
    {
        Held held = await InStepAsync(organisation, ct);
        Guid? own = held.Wanted.TryGetValue(key, out Guid id) ? id : null;
        return await held.Index.FindAsync(text, own, held.Common, ct);
    }

    protected async Task<CommonText> CommonAsync(OrganisationId organisation, CancellationToken ct) =>
        Common(await wordings.EntriesAsync(organisation, ct));

    private async Task<Held> InStepAsync(OrganisationId organisation, CancellationToken ct)
    {
        Holder holder = _holders.GetOrAdd(organisation, _ => new Holder());
        if (holder.Held is { } held && held.Index.IsWhole && held.Version == await database.VersionAsync(organisation, ct))
        {
            return held;
        }

        await holder.Turn.WaitAsync(ct);
        try
        {
            // Read before what it stands for: the index may then be newer than it says, never older.
            long version = await database.VersionAsync(organisation, ct);
            if (holder.Held is not { Index.IsWhole: true } last || last.Version != version)
            {
                // To its end, also when who asked has gone: the next one would begin it again.
                holder.Held ??= new Held(Open(organisation));
                holder.Held = await RenewedAsync(organisation, holder.Held, version);
            }

            return holder.Held;
        }
        finally
        {
            holder.Turn.Release();
        }
    }

    private async Task<Held> RenewedAsync(OrganisationId organisation, Held last, long version)
    {
        IReadOnlyList<WordingEntry> entries = await wordings.EntriesAsync(organisation);
        IReadOnlyDictionary<Guid, Guid> wanted = await WantedAsync(organisation);
        if (!last.Index.IsWhole)
        {
            LogMadeAgain($"{organisation}{kind}", IndexOpening.Damaged);
        }

        await last.Index.SynchroniseAsync(wanted.Values.Select(id => new IndexedText(id, 0)));
        return last with
        {
            Version = version,
            Wanted = wanted,
            Common = last.Entries == entries.Count ? last.Common : Common(entries),
            Entries = entries.Count,
        };
    }

    private StoredSimilarityIndex Open(OrganisationId organisation)
    {
        for (int process = 1; ; process++)
        {
            string name = process == 1 ? $"{organisation}{kind}" : $"{organisation}{kind}-{process}";
            try
            {
                var index = StoredSimilarityIndex.Open(
                    Path.Combine(options.Data, "index", name),
                    SimilarityOptions.Corpus,
                    async (ids, ct) => await TextsAsync(organisation, ids, ct));
                if (index.Opening is IndexOpening.Damaged or IndexOpening.Other)
                {
                    LogMadeAgain(name, index.Opening);
                }

                return index;
            }
            catch (IndexInUseException) when (process < MostProcesses)
            {
                // Another process of the same site.
            }
        }
    }

    // Entries are only ever added, so their number tells one list from another.
    private static CommonText Common(IReadOnlyList<WordingEntry> entries)
    {
        string[] allowed =
        [
            .. entries.GroupBy(entry => entry.Key).Select(wording => wording.MaxBy(entry => entry.Number)!)
                .Where(newest => newest.Act == WordingAct.Allow).Select(newest => newest.Words),
        ];
        return allowed.Length == 0 ? CommonWording.BuiltIn : CommonWording.With($"{entries.Count}", allowed);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The index {Name} is made again from the database: it was {Opening}.")]
    private partial void LogMadeAgain(string name, IndexOpening opening);

    private sealed class Holder
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public volatile Held? Held;
    }

    /// <param name="Index">The same for as long as the process lives.</param>
    private sealed record Held(StoredSimilarityIndex Index)
    {
        public long Version { get; init; } = -1;

        public IReadOnlyDictionary<Guid, Guid> Wanted { get; init; } = new Dictionary<Guid, Guid>();

        public CommonText Common { get; init; } = CommonWording.BuiltIn;

        /// <summary>How many there were about common wording.</summary>
        public int Entries { get; init; }
    }
}
