using Gongxing.Core.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>终止措施: somebody independent takes a measure out of the item.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class CancellationModel(LedgerDesk desk) : MeasurePage(desk)
{
    public override LedgerAct Act => LedgerAct.CancelMeasure;

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.CancelMeasure(Person, Number, Note, Desk.Now), ct);
}
