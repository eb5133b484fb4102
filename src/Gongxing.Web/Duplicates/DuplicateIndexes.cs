using System.Security.Cryptography;
using System.Text;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage;
using Gongxing.Storage.Duplicates;
using Gongxing.Storage.Materials;
using Gongxing.Text.Similarity;
using Microsoft.Extensions.Caching.Memory;

namespace Gongxing.Web.Duplicates;

/// <summary>The index of materials: the newest draft that was read of each; what is removed or stopped goes.</summary>
public sealed class DuplicateIndexes(
    SiteOptions options, Database database, MaterialStore materials, WordingStore wordings, ILogger<DuplicateIndexes> log)
    : TextIndexes(options, database, wordings, "", log)
{
    // In pairs and places; what was found among the drafts of a round is asked for whenever somebody opens its page.
    private const int MostKept = 200_000;

    private readonly MemoryCache _compared = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>What a draft shares with other materials; never with other drafts of its own.</summary>
    /// <param name="text">Of the draft, which need not be the newest.</param>
    public Task<FoundTexts> FindAsync(Material material, string text, CancellationToken ct = default) =>
        FindAsync(material.Organisation, material.Series.Value, text, ct);

    /// <summary>Compares some drafts with one another, be they the newest or not, and with no other.</summary>
    public async Task<IReadOnlyList<SimilarPair>> CompareAsync(
        OrganisationId organisation, IReadOnlyList<string> texts, CancellationToken ct = default) =>
        NearDuplicates.FindAll(
            texts,
            Comparison.OptionsFor(texts) with { FindCirculating = false },
            await CommonAsync(organisation, ct),
            ct: ct).Pairs;

    /// <summary>How much drafts of a round share with one another. The text of a draft never changes, so it is found out once.</summary>
    public async Task<DraftComparison> CompareAsync(
        OrganisationId organisation, IReadOnlyList<MaterialId> drafts, CancellationToken ct = default)
    {
        CommonText common = await CommonAsync(organisation, ct);
        string asked = $"{organisation} {common.Version} {string.Join(' ', drafts)}";
        string key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(asked)));
        if (_compared.TryGetValue(key, out DraftComparison? known))
        {
            return known!;
        }

        IReadOnlyDictionary<MaterialId, string> read = await materials.TextsAsync(organisation, drafts, ct);
        string[] texts = [.. drafts.Select(draft => read[draft])];
        var found = DraftComparison.Of(
            texts, NearDuplicates.FindAll(texts, Comparison.OptionsFor(texts), common, ct: ct));
        int size = found.Pairs.Count + found.Circulating.Sum(passage => passage.Places.Count) + 1;
        return _compared.Set(key, found, new MemoryCacheEntryOptions { Size = size });
    }

    public override void Dispose()
    {
        _compared.Dispose();
        base.Dispose();
    }

    protected override async Task<IReadOnlyDictionary<Guid, Guid>> WantedAsync(OrganisationId organisation) =>
        (await materials.NewestReadAsync(organisation)).ToDictionary(draft => draft.Series.Value, draft => draft.Id.Value);

    protected override async Task<IReadOnlyDictionary<Guid, string>> TextsAsync(
        OrganisationId organisation, IReadOnlyList<Guid> ids, CancellationToken ct) =>
        (await materials.TextsAsync(organisation, [.. ids.Select(id => new MaterialId(id))], ct))
        .ToDictionary(text => text.Key.Value, text => text.Value);
}
