using Gongxing.Core.Ledger;
using Gongxing.Storage.Ledger;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Ledger;

/// <summary>终止措施: somebody independent takes a measure out of the item.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class CancellationModel(
    LedgerStore ledger,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<LedgerTexts> texts,
    IStringLocalizer<SharedTexts> shared) : MeasurePage(ledger, me, clock, texts, shared)
{
    public override LedgerAct Act => LedgerAct.CancelMeasure;

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.CancelMeasure(Person, Number, Note, Now), ct);
}
