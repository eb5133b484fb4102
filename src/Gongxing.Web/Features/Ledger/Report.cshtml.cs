using Gongxing.Core.Ledger;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.Ledger;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Ledger;

/// <summary>报完成: the owner says what was done about a measure, with evidence or a reference to it.</summary>
[Authorize(Policy = Policies.Content)]
[RequestSizeLimit(EvidenceForm.Largest)]
public sealed class ReportModel(
    LedgerStore ledger,
    CurrentPerson me,
    TimeProvider clock,
    BlobStore blobs,
    IStringLocalizer<LedgerTexts> texts,
    IStringLocalizer<SharedTexts> shared) : MeasurePage(ledger, me, clock, texts, shared)
{
    public override LedgerAct Act => LedgerAct.Report;

    [BindProperty]
    public EvidenceForm Evidence { get; set; } = new();

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, async () => Item.Report(Person, Number, Note, await Evidence.StoreAsync(blobs, ct), Now), ct);
}
