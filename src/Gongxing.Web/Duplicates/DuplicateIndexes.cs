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
/// In it is the newest draft that was read of each; what is removed or stopped goes. It is built when it is first asked, and
/// brought in step when something was written since. The database stays the truth.
/// </remarks>
public sealed class DuplicateIndexes(Database database, MaterialStore materials, WordingStore wordings)
{
    private readonly ConcurrentDictionary<OrganisationId, Holder> _holders = new();

    /// <summary>What a draft shares with other materials; never with other drafts of its own.</summary>
    /// <param name="text">Of the draft, which need not be the newest.</param>
    public async Task<FoundTexts> FindAsync(Material material, string text, CancellationToken ct = default)
    {
        Held held = await InStepAsync(material.Organisation, ct);
        Guid? own = held.Drafts.TryGetValue(material.Series, out MaterialId newest) ? newest.Value : null;
        return held.Index.Find(text, own);
    }

    /// <summary>Compares some drafts with one another, be they the newest or not, and with no other.</summary>
    public async Task<IReadOnlyList<SimilarPair>> CompareAsync(
        OrganisationId organisation, IReadOnlyList<string> texts, CancellationToken ct = default) =>
        NearDuplicates.FindAll(
            texts,
            SimilarityOptions.Corpus with { FindCirculating = false },
            Common(await wordings.EntriesAsync(organisation, ct)),
            ct: ct).Pairs;

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
                holder.Held = await RenewedAsync(organisation, holder.Held, version);
            }

            return holder.Held;
        }
        finally
        {
            holder.Turn.Release();
        }
    }

    private async Task<Held> RenewedAsync(OrganisationId organisation, Held? last, long version)
    {
        IReadOnlyList<WordingEntry> entries = await wordings.EntriesAsync(organisation);
        IReadOnlyList<(MaterialId Series, MaterialId Id)> drafts = await materials.NewestReadAsync(organisation);

        // What is allowed is given to an index when it is made; whoever still asks the old one gets the old answer.
        Held held = last is not null && last.Entries == entries.Count
            ? last
            : new Held(new SimilarityIndex(SimilarityOptions.Corpus, Common(entries)), [], entries.Count);
        HashSet<MaterialId> wanted = [.. drafts.Select(draft => draft.Id)];
        foreach (MaterialId gone in held.Drafts.Values.Where(id => !wanted.Contains(id)))
        {
            held.Index.Remove(gone.Value);
        }

        HashSet<MaterialId> known = [.. held.Drafts.Values];
        foreach ((_, MaterialId id) in drafts.Where(draft => !known.Contains(draft.Id)))
        {
            if (await materials.FindAsync(organisation, id) is { } material
                && await materials.DocumentAsync(material) is { } document)
            {
                held.Index.Add(id.Value, document.Text);
            }
        }

        return held with { Version = version, Drafts = drafts.ToDictionary(draft => draft.Series, draft => draft.Id) };
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

    private sealed class Holder
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public volatile Held? Held;
    }

    /// <param name="Drafts">By the id that all drafts of a material have: the one that is in the index.</param>
    /// <param name="Entries">How many there were about common wording when the index was made.</param>
    private sealed record Held(SimilarityIndex Index, Dictionary<MaterialId, MaterialId> Drafts, int Entries)
    {
        public long Version { get; init; } = -1;
    }
}
