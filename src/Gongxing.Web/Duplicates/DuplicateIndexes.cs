using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage;
using Gongxing.Storage.Duplicates;
using Gongxing.Storage.Materials;
using Gongxing.Text.Similarity;

namespace Gongxing.Web.Duplicates;

/// <summary>The index of materials: the newest draft that was read of each; what is removed or stopped goes.</summary>
public sealed class DuplicateIndexes(
    SiteOptions options, Database database, MaterialStore materials, WordingStore wordings, ILogger<DuplicateIndexes> log)
    : TextIndexes(options, database, wordings, "", log)
{
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

    protected override async Task<IReadOnlyDictionary<Guid, Guid>> WantedAsync(OrganisationId organisation) =>
        (await materials.NewestReadAsync(organisation)).ToDictionary(draft => draft.Series.Value, draft => draft.Id.Value);

    protected override async Task<IReadOnlyDictionary<Guid, string>> TextsAsync(
        OrganisationId organisation, IReadOnlyList<Guid> ids, CancellationToken ct) =>
        (await materials.TextsAsync(organisation, [.. ids.Select(id => new MaterialId(id))], ct))
        .ToDictionary(text => text.Key.Value, text => text.Value);
}
