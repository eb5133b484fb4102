using System.Collections.Concurrent;
using Gongxing.Core.Duplicates;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Review.Duplicates;
using Gongxing.Storage;
using Gongxing.Storage.Duplicates;
using Gongxing.Storage.Materials;
using Gongxing.Text.Similarity;

namespace Gongxing.Web.Duplicates;

/// <summary>For each organisation an index of its materials, to ask what of one stands in others.</summary>
/// <remarks>
/// In it is the newest draft that was read of each; what is removed or stopped goes. It lies in the data folder without the
/// texts, and is brought in step when something was written since. The database stays the truth: the folder may be deleted
/// while the site is down, and what is damaged in it is made again.
/// </remarks>
public sealed partial class DuplicateIndexes(
    SiteOptions options,
    Database database,
    MaterialStore materials,
    WordingStore wordings,
    ILogger<DuplicateIndexes> log) : IDisposable
{
    // Processes that share a data folder have an index each.
    private const int MostProcesses = 32;

    private readonly ConcurrentDictionary<OrganisationId, Holder> _holders = new();

    /// <summary>What a draft shares with other materials; never with other drafts of its own.</summary>
    /// <param name="text">Of the draft, which need not be the newest.</param>
    public async Task<FoundTexts> FindAsync(Material material, string text, CancellationToken ct = default)
    {
        Held held = await InStepAsync(material.Organisation, ct);
        Guid? own = held.Drafts.TryGetValue(material.Series, out MaterialId newest) ? newest.Value : null;
        return await held.Index.FindAsync(text, own, held.Common, ct);
    }

    /// <summary>Compares some drafts with one another, be they the newest or not, and with no other.</summary>
    public async Task<IReadOnlyList<SimilarPair>> CompareAsync(
        OrganisationId organisation, IReadOnlyList<string> texts, CancellationToken ct = default) =>
        NearDuplicates.FindAll(
            texts,
            SimilarityOptions.Corpus with { FindCirculating = false },
            Common(await wordings.EntriesAsync(organisation, ct)),
            ct: ct).Pairs;

    /// <summary>Brings the index of an organisation in step now, so that nobody who asks has to wait for it.</summary>
    public Task SynchroniseAsync(OrganisationId organisation, CancellationToken ct = default) =>
        InStepAsync(organisation, ct);

    public void Dispose()
    {
        foreach (Holder holder in _holders.Values)
        {
            holder.Held?.Index.Dispose();
        }

        _holders.Clear();
    }

    private async Task<Held> InStepAsync(OrganisationId organisation, CancellationToken ct)
    {
        Holder holder = _holders.GetOrAdd(organisation, _ => new Holder());
        if (holder.Held is { } held && held.Version == await database.VersionAsync(organisation, ct))
        {
            return held;
        }

        await holder.Turn.WaitAsync(ct);
        try
        {
            // Read before what it stands for: the index may then be newer than it says, never older.
            long version = await database.VersionAsync(organisation, ct);
            if (holder.Held is not { } last || last.Version != version)
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
        IReadOnlyList<(MaterialId Series, MaterialId Id)> drafts = await materials.NewestReadAsync(organisation);

        // The text of a draft never changes, so its id says which it is.
        await last.Index.SynchroniseAsync(drafts.Select(draft => new IndexedText(draft.Id.Value, 0)));
        return last with
        {
            Version = version,
            Drafts = drafts.ToDictionary(draft => draft.Series, draft => draft.Id),
            Common = last.Entries == entries.Count ? last.Common : Common(entries),
            Entries = entries.Count,
        };
    }

    private StoredSimilarityIndex Open(OrganisationId organisation)
    {
        for (int process = 1; ; process++)
        {
            string name = process == 1 ? $"{organisation}" : $"{organisation}-{process}";
            try
            {
                var index = StoredSimilarityIndex.Open(
                    Path.Combine(options.Data, "index", name),
                    SimilarityOptions.Corpus,
                    (ids, ct) => TextsAsync(organisation, ids, ct));
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

    private async ValueTask<IReadOnlyDictionary<Guid, string>> TextsAsync(
        OrganisationId organisation, IReadOnlyList<Guid> ids, CancellationToken ct) =>
        (await materials.TextsAsync(organisation, [.. ids.Select(id => new MaterialId(id))], ct))
        .ToDictionary(text => text.Key.Value, text => text.Value);

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

        /// <summary>By the id that all drafts of a material have: the one that is in the index.</summary>
        public IReadOnlyDictionary<MaterialId, MaterialId> Drafts { get; init; } = new Dictionary<MaterialId, MaterialId>();

        public CommonText Common { get; init; } = CommonWording.BuiltIn;

        /// <summary>How many there were about common wording.</summary>
        public int Entries { get; init; }
    }
}
