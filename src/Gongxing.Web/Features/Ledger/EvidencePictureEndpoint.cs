using Gongxing.Core.Ledger;
using Gongxing.Storage.Blobs;

namespace Gongxing.Web.Features.Ledger;

/// <summary><c>GET /ledger/{id}/evidence/{number}/picture</c>: a picture that was handed in, to be shown in a page, to whoever may see the item.</summary>
/// <remarks>Only formats that can hold nothing but pixels, told by their bytes; a page made of one runs nothing (CSP, nosniff).</remarks>
public static class EvidencePictureEndpoint
{
    private static readonly string[] s_shown = ["image/png", "image/jpeg", "image/gif", "image/bmp"];

    public static bool IsShown(EvidenceFile file) => s_shown.Contains(file.MediaType);

    public static void MapEvidencePictures(this IEndpointRouteBuilder site) =>
        site.MapGet("/ledger/{id:guid}/evidence/{number:int}/picture", SendAsync).RequireAuthorization(Policies.Content);

    private static async Task<IResult> SendAsync(Guid id, int number, LedgerDesk desk, BlobStore blobs, CancellationToken ct)
    {
        LedgerItem? item = (await desk.FindAsync(id, ct))?.Item;
        EvidenceFile? file = item?.Measures.SelectMany(measure => measure.Evidence)
            .FirstOrDefault(held => held.Number == number)?.Evidence.File;
        return file is null || !IsShown(file)
            ? Results.NotFound()
            : Results.File(blobs.Open(new Blob(file.Sha256, file.Size)), file.MediaType);
    }
}
