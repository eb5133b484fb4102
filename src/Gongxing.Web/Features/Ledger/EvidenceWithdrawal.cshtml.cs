using Gongxing.Core;
using Gongxing.Core.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>撤回佐证: takes evidence out of force. It stays on record.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class EvidenceWithdrawalModel(LedgerDesk desk) : MeasurePage(desk)
{
    public override LedgerAct Act => LedgerAct.WithdrawEvidence;

    /// <summary>Number of the evidence within the item.</summary>
    [BindProperty(SupportsGet = true)]
    public int Evidence { get; set; }

    public override IReadOnlyList<Refusal> WhyNot => Held is null ? [.. base.WhyNot, Refusal.NoSuchPart] : base.WhyNot;

    public HeldEvidence? Held => Measure?.EvidenceInForce.FirstOrDefault(held => held.Number == Evidence);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.WithdrawEvidence(Person, Number, Evidence, Note, Desk.Now), ct);
}
