using Gongxing.Core.Materials;
using Gongxing.Core.Statements;
using Gongxing.Storage.Materials;
using Gongxing.Storage.Rounds;
using Gongxing.Text.Similarity;
using Gongxing.Web.Duplicates;
using Gongxing.Web.Features.Shared;

namespace Gongxing.Web.Features.Similar;

/// <summary>Finds what materials share, and reads for somebody those that they may see.</summary>
public sealed partial class SimilarDesk(
    MaterialStore materials, RoundListStore rounds, DuplicateIndexes indexes, CurrentPerson me, ILogger<SimilarDesk> log)
{
    public MaterialStore Materials => materials;

    /// <summary>What a material shares with others, whoever may see them.</summary>
    /// <returns>Null when the search could not run, which is never the same as nothing.</returns>
    public Task<FoundTexts?> FindAsync(ReadMaterial own, CancellationToken ct) =>
        TryAsync(own.Material.Id, () => indexes.FindAsync(own.Material, own.Document.Text, ct), ct);

    /// <summary>What drafts share with one another, by their places in the list; null when the search could not run.</summary>
    public Task<IReadOnlyList<SimilarPair>?> CompareAsync(IReadOnlyList<ReadMaterial> drafts, CancellationToken ct) =>
        TryAsync(
            drafts[0].Material.Id,
            () => indexes.CompareAsync(me.Organisation, [.. drafts.Select(draft => draft.Document.Text)], ct),
            ct);

    /// <summary>How much drafts share with one another, by their places in the list; null when the search could not run.</summary>
    public Task<DraftComparison?> CompareAsync(IReadOnlyList<MaterialId> drafts, CancellationToken ct) =>
        TryAsync(drafts[0], () => indexes.CompareAsync(me.Organisation, drafts, ct), ct);

    /// <summary>The documents of materials that the person may see; who asks has made sure of that.</summary>
    public async Task<IReadOnlyDictionary<MaterialId, Document>> DocumentsAsync(
        IReadOnlyList<MaterialId> seen, CancellationToken ct)
    {
        var read = new Dictionary<MaterialId, Document>();
        await foreach ((MaterialId id, Document document) in materials.DocumentsAsync(me.Organisation, seen, ct))
        {
            read[id] = document;
        }

        return read;
    }

    /// <summary>Whether it was read and the person may see it.</summary>
    public async Task<bool> MayReadAsync(MaterialId id, Roster roster, CancellationToken ct) =>
        await materials.FindAsync(me.Organisation, id, ct) is { State: MaterialState.Read } material
        && await MaySeeAsync(material, beside: null, roster, ct);

    /// <summary>A material that was read and that the person may see; null for any other.</summary>
    /// <param name="beside">What it is held against: who reviews this sees what it shares with others of the round.</param>
    public async Task<ReadMaterial?> ReadAsync(MaterialId id, Roster roster, CancellationToken ct, Material? beside = null) =>
        await materials.FindAsync(me.Organisation, id, ct) is { State: MaterialState.Read } material
        && await MaySeeAsync(material, beside, roster, ct)
        && await materials.DocumentAsync(material, ct) is { } document
        && await materials.StructureAsync(material, ct: ct) is { } structure
            ? new ReadMaterial(material, document, structure.Statement)
            : null;

    /// <summary>Those of the materials that the person may see beside one, in their order.</summary>
    public async Task<IReadOnlyList<Guid>> VisibleAsync(
        IEnumerable<Guid> ids, Material beside, Roster roster, CancellationToken ct)
    {
        var visible = new List<Guid>();
        foreach (Guid id in ids)
        {
            if (await materials.FindAsync(me.Organisation, new MaterialId(id), ct) is { } material
                && await MaySeeAsync(material, beside, roster, ct))
            {
                visible.Add(id);
            }
        }

        return visible;
    }

    private async Task<bool> MaySeeAsync(Material material, Material? beside, Roster roster, CancellationToken ct) =>
        material.WhyNotRead(me.Person, roster.Offices) is null
        || (beside is not null && await rounds.ReviewsBesideAsync(me.Person, beside.Id, material.Id, ct));

    private async Task<T?> TryAsync<T>(MaterialId about, Func<Task<T>> search, CancellationToken ct)
        where T : class
    {
        try
        {
            return await search();
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // A bug or a damaged text: the page says that this search did not run, and everything else goes on.
            LogFault(about, e);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What material {Material} shares with others was not found out: a fault.")]
    private partial void LogFault(MaterialId material, Exception e);
}
