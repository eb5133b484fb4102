using Gongxing.Core.Ledger;
using Gongxing.Storage.Blobs;
using Gongxing.Web.Features.Shared;

namespace Gongxing.Web.Features.Ledger;

/// <summary><c>GET /ledger/{id}/evidence/{number}</c>: a file that was handed in, always as a download, to whoever may see the item.</summary>
public static class EvidenceFileEndpoint
{
    public static void MapEvidence(this IEndpointRouteBuilder site) =>
        site.MapRead("/ledger/{id:guid}/evidence/{number:int}", SendAsync).RequireAuthorization(Policies.Content);

    private static async Task<IResult> SendAsync(
        Guid id, int number, LedgerDesk desk, BlobStore blobs, CancellationToken ct)
    {
        LedgerItem? item = (await desk.FindAsync(id, ct))?.Item;
        EvidenceFile? file = item?.Measures.SelectMany(measure => measure.Evidence)
            .FirstOrDefault(held => held.Number == number)?.Evidence.File;

        // Never inline, and as bytes of no kind: a file from outside must not run as a page of this site.
        return file is null
            ? Results.NotFound()
            : Results.File(blobs.Open(new Blob(file.Sha256, file.Size)), MediaTypes.Unknown, file.Name);
    }
}
