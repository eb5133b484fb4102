using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.EvidenceReuse;
using Gongxing.Text.Similarity;
using Gongxing.Web.Duplicates;
using Gongxing.Web.Features.Ledger;

namespace Gongxing.Web.EvidenceReuse;

/// <summary>Holds the evidence of a measure against that of all other items of the organisation, whatever their office and year.</summary>
/// <remarks>What another measure of the same item shows may be shown by the same file, and is not asked about.</remarks>
public sealed class EvidenceMatches(EvidenceContentStore contents, EvidenceIndexes indexes)
{
    /// <summary>
    /// A file that stands in more items than this is a form that all have: the first are named. A picture in a document that more have
    /// is a letterhead or a stamp: the first are named, and not asked about.
    /// </summary>
    public const int MostOfOne = 5;

    // Of a letterhead that thousands have, few enough are looked up for a page.
    private const int MostLookedUp = 50;

    public async Task<FoundEvidence> OfAsync(LedgerItem item, LedgerMeasure measure, LedgerDesk desk, CancellationToken ct)
    {
        IReadOnlyList<EvidenceComparison> compared = await contents.ComparisonsAsync(item.Organisation, item.Id, ct);
        IReadOnlyList<long>? looks = null;
        var matches = new List<EvidenceMatch>();
        var widespread = new List<WidespreadPicture>();
        var unfinished = new List<HeldEvidence>();
        foreach (HeldEvidence held in measure.EvidenceInForce.Where(one => one.Evidence.File is not null))
        {
            string sha256 = held.Evidence.File!.Sha256;
            EvidenceContent? content = await contents.FindAsync(item.Organisation, sha256, ct);
            List<Like> like = [.. await SameFileAsync(item, sha256, ct), .. await SameTextAsync(item, content, ct)];
            if (content is not null && EvidenceReader.WasGivenUp(content))
            {
                unfinished.Add(held);
            }

            if (content is { Pictures.Count: > 0 })
            {
                looks ??= await contents.LooksAsync(item.Organisation, ct);
                PictureMatches pictures = PictureMatches.Of(
                    content,
                    await contents.PicturesBesideAsync(item.Organisation, item.Id, PictureMatches.Near(content, looks), ct),
                    MostOfOne);
                like.AddRange(pictures.Alike.Select(
                    there => new Like(EvidenceLikeness.Picture, there.Key) { Pictures = [.. there] }));
                foreach (ILookup<EvidencePlace, AlikePictures> places in pictures.Widespread)
                {
                    widespread.Add(await WidespreadAsync(held, places, compared, desk, ct));
                }
            }

            foreach (Like one in like)
            {
                if (await MatchAsync(held, one, compared, desk, ct) is { } match)
                {
                    matches.Add(match);
                }
            }
        }

        return new FoundEvidence(
            [.. matches.OrderBy(match => match.Likeness).ThenBy(match => match.Own.Number)],
            widespread,
            unfinished);
    }

    /// <summary>What the texts of two files share; null when nothing, or when one has no text.</summary>
    public async Task<FoundText?> SharedAsync(
        OrganisationId organisation, EvidenceContent own, EvidenceContent other, CancellationToken ct) =>
        own.Text is null || other.Text is null || new OwnText(own.Text).IsTooShort
            ? null
            : (await indexes.FindAsync(organisation, own, ct)).Matches.FirstOrDefault(match => match.Id == other.Id);

    private async Task<IReadOnlyList<Like>> SameFileAsync(LedgerItem item, string sha256, CancellationToken ct) =>
        [.. (await BesideAsync(item, sha256, ct)).Select(place => new Like(EvidenceLikeness.File, place))];

    private async Task<IReadOnlyList<Like>> SameTextAsync(LedgerItem item, EvidenceContent? content, CancellationToken ct)
    {
        if (content?.Text is not { } text || new OwnText(text).IsTooShort)
        {
            return [];
        }

        var same = new List<Like>();
        foreach (FoundText found in (await indexes.FindAsync(item.Organisation, content, ct)).Matches)
        {
            if (await contents.HashOfAsync(item.Organisation, found.Id, ct) is { } other)
            {
                same.AddRange((await BesideAsync(item, other, ct))
                    .Select(place => new Like(EvidenceLikeness.Text, place) { Passages = found.Passages.Count }));
            }
        }

        return same;
    }

    private async Task<IEnumerable<EvidencePlace>> BesideAsync(LedgerItem item, string sha256, CancellationToken ct) =>
        (await contents.UsesAsync(item.Organisation, sha256, ct)).Where(place => place.Item != item.Id).Take(MostOfOne);

    /// <summary>The first other items that the person may see: one withdrawn or hidden stands for nothing to look at.</summary>
    private static async Task<WidespreadPicture> WidespreadAsync(
        HeldEvidence own, ILookup<EvidencePlace, AlikePictures> places, IReadOnlyList<EvidenceComparison> compared,
        LedgerDesk desk, CancellationToken ct)
    {
        var first = new List<EvidenceMatch>();
        foreach (IGrouping<EvidencePlace, AlikePictures> place in places.Take(MostLookedUp))
        {
            if (first.Count < MostOfOne
                && !first.Any(match => match.Other!.Item.Id == place.Key.Item)
                && await MatchAsync(own, new Like(EvidenceLikeness.Picture, place.Key) { Pictures = [.. place] }, compared, desk, ct)
                    is { Other: not null } match)
            {
                first.Add(match);
            }
        }

        int items = places.Select(place => place.Key.Item).Distinct().Count();
        return new WidespreadPicture(own, places.First().First().Own, items, first);
    }

    /// <returns>Null when the other evidence was withdrawn.</returns>
    private static async Task<EvidenceMatch?> MatchAsync(
        HeldEvidence own, Like like, IReadOnlyList<EvidenceComparison> compared, LedgerDesk desk, CancellationToken ct)
    {
        LedgerItem? other = (await desk.FindAsync(like.Place.Item.Value, ct))?.Item;
        HeldEvidence? held = other?.Measures.SelectMany(one => one.Evidence).FirstOrDefault(one => one.Number == like.Place.Number);
        return held is { IsWithdrawn: true }
            ? null
            : new EvidenceMatch(own, like.Likeness, held is null ? null : new OtherEvidence(other!, held))
            {
                Passages = like.Passages,
                Pictures = like.Pictures,
                Compared = compared.FirstOrDefault(one => one.Own.Number == own.Number && one.Other == like.Place),
            };
    }

    private sealed record Like(EvidenceLikeness Likeness, EvidencePlace Place)
    {
        public int Passages { get; init; }

        public IReadOnlyList<AlikePictures> Pictures { get; init; } = [];
    }
}
