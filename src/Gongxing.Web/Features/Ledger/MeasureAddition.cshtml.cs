using Gongxing.Core.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>增加措施: what was planned is not enough.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class MeasureAdditionModel(LedgerDesk desk) : NotePage(desk)
{
    public override LedgerAct Act => LedgerAct.AddMeasure;

    [BindProperty]
    public MeasureForm Added { get; set; } = new();

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.AddMeasure(Person, Added.ToPlanned(null), Note, Desk.Now), ct);
}
