using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Documents.Pictures;
using Gongxing.Storage.EvidenceReuse;
using Gongxing.Text.Similarity;
using Gongxing.Web.Duplicates;
using Gongxing.Web.Features.Ledger;

namespace Gongxing.Web.EvidenceReuse;

/// <summary>Holds the evidence of a measure against that of all other items of the organisation, whatever their office and year.</summary>
/// <remarks>What another measure of the same item shows may be shown by the same file, and is not asked about.</remarks>
public sealed class EvidenceMatches(EvidenceContentStore contents, EvidenceIndexes indexes)
{
    /// <summary>A file that stands in more items than this is a form that all have: the first are named.</summary>
    public const int MostOfOne = 5;

    /// <summary>The plainest first, then by number.</summary>
    public async Task<IReadOnlyList<EvidenceMatch>> OfAsync(
        LedgerItem item, LedgerMeasure measure, LedgerDesk desk, CancellationToken ct)
    {
        IReadOnlyList<EvidenceComparison> compared = await contents.ComparisonsAsync(item.Organisation, item.Id, ct);
        var matches = new List<EvidenceMatch>();
        foreach (HeldEvidence held in measure.EvidenceInForce.Where(one => one.Evidence.File is not null))
        {
            foreach (Like like in await LikeAsync(item.Organisation, held.Evidence.File!.Sha256, ct))
            {
                matches.AddRange(await AmongItemsAsync(item, held.Number, like, compared, desk, ct));
            }
        }

        return [.. matches.OrderBy(match => match.Likeness).ThenBy(match => match.Own)];
    }

    /// <summary>What the texts of two files share; null when nothing, or when one has no text.</summary>
    public async Task<FoundText?> SharedAsync(
        OrganisationId organisation, EvidenceContent own, EvidenceContent other, CancellationToken ct) =>
        own.Text is null || other.Text is null || new OwnText(own.Text).IsTooShort
            ? null
            : (await indexes.FindAsync(organisation, own, ct)).Matches.FirstOrDefault(match => match.Id == other.Id);

    private async Task<IReadOnlyList<EvidenceMatch>> AmongItemsAsync(
        LedgerItem item, int number, Like like, IReadOnlyList<EvidenceComparison> compared, LedgerDesk desk, CancellationToken ct)
    {
        var matches = new List<EvidenceMatch>();
        foreach (EvidencePlace place in (await contents.UsesAsync(item.Organisation, like.Sha256, ct))
            .Where(place => place.Item != item.Id).Take(MostOfOne))
        {
            LedgerItem? other = (await desk.FindAsync(place.Item.Value, ct))?.Item;
            HeldEvidence? held = other?.Measures.SelectMany(one => one.Evidence).FirstOrDefault(one => one.Number == place.Number);
            if (held is not { IsWithdrawn: true })
            {
                matches.Add(new EvidenceMatch(
                    number, like.Likeness, held is null ? null : new OtherEvidence(other!, held))
                {
                    Passages = like.Passages,
                    Compared = compared.FirstOrDefault(one => one.Own.Number == number && one.Other == place),
                });
            }
        }

        return matches;
    }

    private async Task<IReadOnlyList<Like>> LikeAsync(OrganisationId organisation, string sha256, CancellationToken ct)
    {
        var like = new List<Like> { new(sha256, EvidenceLikeness.File, 0) };
        if (await contents.FindAsync(organisation, sha256, ct) is not { } content)
        {
            // Not read yet: only the same file is known.
            return like;
        }

        if (content.Text is { } text && !new OwnText(text).IsTooShort)
        {
            foreach (FoundText found in (await indexes.FindAsync(organisation, content, ct)).Matches)
            {
                if (await contents.HashOfAsync(organisation, found.Id, ct) is { } other)
                {
                    like.Add(new Like(other, EvidenceLikeness.Text, found.Passages.Count));
                }
            }
        }

        if (content.Picture is { } picture)
        {
            like.AddRange(
                from other in await contents.PicturesAsync(organisation, ct)
                where other.Sha256 != sha256 && PictureHash.Distance(other.Picture, picture) <= PictureHash.Near
                select new Like(other.Sha256, EvidenceLikeness.Picture, 0));
        }

        return like;
    }

    private sealed record Like(string Sha256, EvidenceLikeness Likeness, int Passages);
}
