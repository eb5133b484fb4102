using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>修订验收标准: once the work has begun, only with a reason, and a verification made before no longer holds.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class AmendmentModel(LedgerDesk desk) : MeasurePage(desk)
{
    public override LedgerAct Act => LedgerAct.AmendCriterion;

    [BindProperty(SupportsGet = true)]
    public int Criterion { get; set; }

    [BindProperty]
    [Display(Name = "Field.Criterion")]
    [MaxLength(1000)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Text { get; set; } = "";

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.AmendCriterion(Person, Number, Criterion, Text, Note, Desk.Now), ct);

    protected override void Prepare() =>
        Text = Measure?.Criteria.FirstOrDefault(criterion => criterion.Number == Criterion)?.Text ?? "";
}
