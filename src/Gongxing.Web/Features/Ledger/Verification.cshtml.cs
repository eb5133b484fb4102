using System.ComponentModel.DataAnnotations;
using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Web.EvidenceReuse;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Ledger;

/// <summary>核验: somebody independent holds the evidence against each acceptance standard, and verifies the measure or returns it.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class VerificationModel(LedgerDesk desk, EvidenceMatches matches) : MeasurePage(desk)
{
    /// <summary>Evidence of other items that is like that of this measure.</summary>
    public FoundEvidence Found { get; private set; } = FoundEvidence.Nothing;

    public override LedgerAct Act => LedgerAct.VerifyMeasure;

    public IReadOnlyList<Refusal> WhyNotReturn => Item.WhyNot(LedgerAct.ReturnMeasure, Person, Number);

    [BindProperty]
    [Display(Name = "Field.Method")]
    public VerificationMethod Method { get; set; }

    [BindProperty]
    public List<CheckForm> Checks { get; set; } = [];

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await MatchedAsync(await base.OnGetAsync(id, ct), ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        AskForWhatIsMissing();
        return await MatchedAsync(await DoAsync(id, Verify, ct), ct);
    }

    public async Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct) =>
        await MatchedAsync(await DoAsync(id, () => Item.ReturnMeasure(Person, Number, Note, Desk.Now), ct), ct);

    private async Task<IActionResult> MatchedAsync(IActionResult answer, CancellationToken ct)
    {
        // Only whoever judges the evidence is asked; nobody else is told.
        if (answer is PageResult && Measure is { } measure && (WhyNot.Count == 0 || WhyNotReturn.Count == 0))
        {
            Found = await matches.OfAsync(Item, measure, Desk, ct);
        }

        return answer;
    }

    protected override void Prepare() =>
        Checks = [.. (Measure?.Criteria ?? []).Select(criterion => new CheckForm { Criterion = criterion.Number })];

    // The rules refuse the same in one sentence for all standards; here each is asked for where it stands.
    private void AskForWhatIsMissing()
    {
        for (int row = 0; row < Checks.Count; row++)
        {
            CheckForm check = Checks[row];
            if (check.Result is null)
            {
                ModelState.AddModelError($"Checks[{row}].Result", Desk.Texts["Verify.ResultMissing", check.Criterion]);
            }
            else if (string.IsNullOrWhiteSpace(check.Note) && (check.Result is not CheckResult.Met || check.Evidence.Count == 0))
            {
                ModelState.AddModelError(
                    $"Checks[{row}].Note",
                    Desk.Texts[check.Result is CheckResult.Met ? "Verify.SeenMissing" : "Verify.WhyMissing", check.Criterion]);
            }
        }
    }

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
