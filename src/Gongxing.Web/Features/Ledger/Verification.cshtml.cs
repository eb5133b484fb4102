using System.ComponentModel.DataAnnotations;
using Gongxing.Core;
using Gongxing.Core.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>核验: somebody independent holds the evidence against each acceptance standard, and verifies the measure or returns it.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class VerificationModel(LedgerDesk desk) : MeasurePage(desk)
{
    public override LedgerAct Act => LedgerAct.VerifyMeasure;

    public IReadOnlyList<Refusal> WhyNotReturn => Item.WhyNot(LedgerAct.ReturnMeasure, Person, Number);

    [BindProperty]
    [Display(Name = "Field.Method")]
    public VerificationMethod Method { get; set; }

    [BindProperty]
    public List<CheckForm> Checks { get; set; } = [];

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, Verify, ct);

    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.ReturnMeasure(Person, Number, Note, Desk.Now), ct);

    protected override void Prepare() =>
        Checks = [.. (Measure?.Criteria ?? []).Select(criterion => new CheckForm { Criterion = criterion.Number })];

    private LedgerEntry Verify()
    {
        var verification = new Verification
        {
            Measure = Number,
            Method = Method,
            Checks =
            [
                .. from check in Checks
                   where check.Result is not null
                   select new CriterionCheck(check.Criterion, check.Result!.Value, check.Note?.Trim() ?? "", check.Evidence),
            ],
        };
        return Item.VerifyMeasure(Person, verification, Note, Desk.Now);
    }
}

/// <summary>What was found for one acceptance standard; no result until somebody has chosen one.</summary>
public sealed class CheckForm
{
    public int Criterion { get; set; }

    public CheckResult? Result { get; set; }

    [MaxLength(2000)]
    public string? Note { get; set; }

    /// <summary>Numbers of the evidence that was looked at.</summary>
    public List<int> Evidence { get; set; } = [];
}
