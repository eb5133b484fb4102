using Gongxing.Core.Ledger;
using Gongxing.Documents;
using Gongxing.Documents.Pictures;
using Gongxing.Documents.Workers;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.EvidenceReuse;
using Gongxing.Web.Features.Shared;

namespace Gongxing.Web.Features.Ledger;

/// <summary>
/// <c>GET /ledger/{id}/evidence/{number}/picture</c>: a picture that was handed in, to be shown in a page, to whoever may see the item;
/// <c>…/pictures/{picture}</c>: one that stands in a document, unpacked by a worker.
/// </summary>
/// <remarks>Only formats that can hold nothing but pixels, told by their bytes; a page made of one runs nothing (CSP, nosniff).</remarks>
public static class EvidencePictureEndpoint
{
    private static readonly string[] s_shown = ["image/png", "image/jpeg", "image/gif", "image/bmp"];

    public static bool IsShown(EvidenceFile file) => s_shown.Contains(file.MediaType);

    public static string UrlOf(LedgerItem item, HeldEvidence held, EvidencePicture picture) =>
        $"/ledger/{item.Id}/evidence/{held.Number}/{(picture.IsWhole ? "picture" : $"pictures/{picture.Number}")}";

    public static void MapEvidencePictures(this IEndpointRouteBuilder site)
    {
        site.MapRead("/ledger/{id:guid}/evidence/{number:int}/picture", SendAsync).RequireAuthorization(Policies.Content);
        site.MapRead("/ledger/{id:guid}/evidence/{number:int}/pictures/{picture:int}", SendInsideAsync)
            .RequireAuthorization(Policies.Content);
    }

    private static async Task<IResult> SendAsync(Guid id, int number, LedgerDesk desk, BlobStore blobs, CancellationToken ct) =>
        await FileAsync(id, number, desk, ct) is { } file && IsShown(file)
            ? Results.File(blobs.Open(new Blob(file.Sha256, file.Size)), file.MediaType)
            : Results.NotFound();

    private static async Task<IResult> SendInsideAsync(
        Guid id, int number, int picture, LedgerDesk desk, BlobStore blobs, DocumentWorkers workers, CancellationToken ct)
    {
        if (await FileAsync(id, number, desk, ct) is not { } file || file.Size > workers.Limits.FileBytes)
        {
            return Results.NotFound();
        }

        byte[] content = new byte[file.Size];
        await using (FileStream stream = blobs.Open(new Blob(file.Sha256, file.Size)))
        {
            await stream.ReadExactlyAsync(content, ct);
        }

        TakenPicture taken = await workers.TakeAsync(content, picture, ct);
        string type = MediaTypes.Of(taken.Content.Span);
        return taken.Reason == Unreadable.Busy ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
            : s_shown.Contains(type) ? Results.Bytes(taken.Content, type)
            : Results.NotFound();
    }

    private static async Task<EvidenceFile?> FileAsync(Guid id, int number, LedgerDesk desk, CancellationToken ct) =>
        (await desk.FindAsync(id, ct))?.Item.Measures.SelectMany(measure => measure.Evidence)
            .FirstOrDefault(held => held.Number == number)?.Evidence.File;
}
