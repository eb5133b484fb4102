using Gongxing.Core.Ledger;
using Gongxing.Storage.Blobs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>报完成: the owner says what was done about a measure, with evidence or a reference to it.</summary>
[Authorize(Policy = Policies.Content)]
[RequestSizeLimit(EvidenceForm.Largest)]
public sealed class ReportModel(LedgerDesk desk, BlobStore blobs) : MeasurePage(desk)
{
    public override LedgerAct Act => LedgerAct.Report;

    [BindProperty]
    public EvidenceForm Evidence { get; set; } = new();

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, async () => Item.Report(Person, Number, Note, await Evidence.StoreAsync(blobs, ct), Desk.Now), ct);
}
