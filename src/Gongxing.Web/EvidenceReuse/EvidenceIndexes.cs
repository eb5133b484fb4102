using Gongxing.Core.People;
using Gongxing.Storage;
using Gongxing.Storage.Duplicates;
using Gongxing.Storage.EvidenceReuse;
using Gongxing.Text.Similarity;
using Gongxing.Web.Duplicates;

namespace Gongxing.Web.EvidenceReuse;

/// <summary>The index of texts that were handed in as evidence, each file once.</summary>
public sealed class EvidenceIndexes(
    SiteOptions options, Database database, EvidenceContentStore contents, WordingStore wordings, ILogger<EvidenceIndexes> log)
    : TextIndexes(options, database, wordings, "-evidence", log)
{
    /// <summary>What the text of a file shares with those of others.</summary>
    public Task<FoundTexts> FindAsync(OrganisationId organisation, EvidenceContent content, CancellationToken ct = default) =>
        FindAsync(organisation, content.Id, content.Text!, ct);

    protected override async Task<IReadOnlyDictionary<Guid, Guid>> WantedAsync(OrganisationId organisation) =>
        (await contents.WithTextAsync(organisation)).Select(EvidenceContent.IdOf).ToDictionary(id => id);

    protected override async Task<IReadOnlyDictionary<Guid, string>> TextsAsync(
        OrganisationId organisation, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var texts = new Dictionary<Guid, string>();
        foreach (Guid id in ids)
        {
            if (await contents.HashOfAsync(organisation, id, ct) is { } sha256
                && await contents.FindAsync(organisation, sha256, ct) is { Text: { } text })
            {
                texts[id] = text;
            }
        }

        return texts;
    }
}
