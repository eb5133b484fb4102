using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;

namespace Gongxing.Web.Features.Materials;

/// <summary><c>GET /materials/{id}/file</c>: the file as it was uploaded, always as a download, to whoever may see the material.</summary>
public static class MaterialFileEndpoint
{
    public static void MapMaterialFile(this IEndpointRouteBuilder site) =>
        site.MapRead("/materials/{id:guid}/file", SendAsync).RequireAuthorization(Policies.Content);

    private static async Task<IResult> SendAsync(
        Guid id, MaterialStore materials, PeopleStore people, BlobStore blobs, CurrentPerson me, CancellationToken ct)
    {
        Material? material = await materials.FindAsync(me.Organisation, new MaterialId(id), ct);
        var offices = new OfficeTree(await people.OfficesAsync(me.Organisation, ct));

        // As bytes of no kind: a file from outside must not run as a page of this site.
        return material is null or { State: MaterialState.Stopped } || material.WhyNotRead(me.Person, offices) is not null
            ? Results.NotFound()
            : Results.File(blobs.Open(new Blob(material.Sha256, material.Size)), "application/octet-stream", material.FileName);
    }
}
