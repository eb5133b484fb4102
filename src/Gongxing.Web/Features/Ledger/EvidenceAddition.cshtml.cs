using Gongxing.Core.Ledger;
using Gongxing.Storage.Blobs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>补充佐证: more evidence for a measure, before or after it was reported.</summary>
[Authorize(Policy = Policies.Content)]
[RequestSizeLimit(EvidenceForm.Largest)]
public sealed class EvidenceAdditionModel(LedgerDesk desk, BlobStore blobs) : MeasurePage(desk)
{
    public override LedgerAct Act => LedgerAct.AddEvidence;

    [BindProperty]
    public EvidenceForm Evidence { get; set; } = new();

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, async () => Item.AddEvidence(Person, Number, await Evidence.StoreAsync(blobs, ct), Note, Desk.Now), ct);
}
