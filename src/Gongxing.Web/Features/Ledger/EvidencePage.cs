using Gongxing.Core.Ledger;
using Gongxing.Storage.Blobs;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>A page for an act that hands in evidence for a measure. Drawn by _EvidenceForm.cshtml.</summary>
[RequestSizeLimit(EvidenceForm.Largest)]
public abstract class EvidencePage(LedgerDesk desk, BlobStore blobs) : MeasurePage(desk)
{
    [BindProperty]
    public EvidenceForm Evidence { get; set; } = new();

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, async () => Do(await Evidence.StoreAsync(blobs, ct)), ct);

    protected abstract LedgerEntry Do(IReadOnlyList<Evidence> evidence);
}
