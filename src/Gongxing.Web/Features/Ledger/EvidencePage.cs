using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Storage.Blobs;
using Gongxing.Web.Review;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>A page for an act that hands in evidence for a measure. Drawn by _EvidenceForm.cshtml.</summary>
[RequestSizeLimit(EvidenceForm.Largest)]
public abstract class EvidencePage(LedgerDesk desk, BlobStore blobs, EvidenceCheck check) : MeasurePage(desk)
{
    [BindProperty]
    public EvidenceForm Evidence { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        // For somebody who may not hand anything in, nothing is read, and nothing is stored either.
        bool mayHandIn = await LoadAsync(id, ct) && WhyNot.Count == 0;
        foreach (IFormFile file in mayHandIn ? Evidence.Files : [])
        {
            // All are looked at before any is stored: of a form with one that is stopped, nothing is kept.
            string name = Path.GetFileName(file.FileName);
            await using Stream content = file.OpenReadStream();
            if (await RunnableFiles.IsOneAsync(name, content, ct))
            {
                ModelState.AddModelError("Evidence.Files", Desk.Texts["Evidence.Runnable", name]);
            }
            else if (await check.StopsAsync(file, ct) is { Count: > 0 } stops)
            {
                ModelState.AddModelError("Evidence.Files", Desk.Texts["Evidence.Stopped", name, Words(stops)]);
            }
        }

        return await DoAsync(
            id,
            async () =>
            {
                RefusedException.ThrowIfAny(WhyNot);
                return Do(await Evidence.StoreAsync(blobs, ct));
            },
            ct);
    }

    protected abstract LedgerEntry Do(IReadOnlyList<Evidence> evidence);

    private string Words(IEnumerable<MaterialStop> stops) => string.Join(
        Desk.Texts["Semicolon"],
        stops.Select(stop => Desk.Texts["Evidence.StoppedAt", DocumentPlaces.Name(stop.Place), stop.What, stop.Words].Value));
}
