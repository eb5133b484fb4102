using Gongxing.Core.Ledger;
using Gongxing.Documents.Pictures;
using Gongxing.Storage.EvidenceReuse;

namespace Gongxing.Web.EvidenceReuse;

/// <summary>Where the pictures of a file are again.</summary>
/// <param name="Alike">By where the others are, in the order of ours.</param>
/// <param name="Widespread">The same of each of ours that very many items have.</param>
public sealed record PictureMatches(
    ILookup<EvidencePlace, AlikePictures> Alike, IReadOnlyList<ILookup<EvidencePlace, AlikePictures>> Widespread)
{
    /// <summary>Of many looks, those that a picture of the file may be taken for.</summary>
    public static IReadOnlyCollection<long> Near(EvidenceContent own, IReadOnlyList<long> looks) =>
        [.. looks.Where(look => own.Pictures.Any(picture => PictureHash.Distance(picture.Hash, look) <= PictureHash.Near))];

    /// <param name="beside">The pictures of other items that may be near; those of the very same file are left out, for that is asked about already.</param>
    /// <param name="most">In how many items a picture may be and still be asked about.</param>
    public static PictureMatches Of(EvidenceContent own, IReadOnlyList<PlacedPicture> beside, int most)
    {
        var alike = new List<(EvidencePlace Place, AlikePictures Pictures)>();
        var widespread = new List<ILookup<EvidencePlace, AlikePictures>>();
        foreach (EvidencePicture picture in own.Pictures)
        {
            var near = beside.Where(other => other.Sha256 != own.Sha256 && IsNear(picture, other.Picture)).ToList();
            List<LedgerItemId> items = [.. near.Select(other => other.Place.Item).Distinct()];
            IEnumerable<(EvidencePlace Place, AlikePictures Pictures)> there =
                from other in near
                group other.Picture by other.Place into place
                select (place.Key, new AlikePictures(picture, Nearest(picture, place)));
            if (items.Count > most && !picture.IsWhole)
            {
                widespread.Add(there.ToLookup(one => one.Place, one => one.Pictures));
                continue;
            }

            // Of a picture that was handed in by itself, as of a file, the first are named.
            alike.AddRange(there.Where(one => items.IndexOf(one.Place.Item) < most));
        }

        return new PictureMatches(alike.ToLookup(one => one.Place, one => one.Pictures), widespread);
    }

    /// <summary>Which pictures of two files are alike.</summary>
    public static IReadOnlyList<AlikePictures> Between(EvidenceContent own, EvidenceContent other) =>
    [
        .. from picture in own.Pictures
           let near = other.Pictures.Where(one => IsNear(picture, one)).ToList()
           where near.Count > 0
           select new AlikePictures(picture, Nearest(picture, near)),
    ];

    private static EvidencePicture Nearest(EvidencePicture own, IEnumerable<EvidencePicture> others) =>
        others.MinBy(other => PictureHash.Distance(own.Hash, other.Hash));

    private static bool IsNear(EvidencePicture a, EvidencePicture b) => PictureHash.Distance(a.Hash, b.Hash) <= PictureHash.Near;
}
