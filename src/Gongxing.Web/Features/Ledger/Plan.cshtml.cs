using Gongxing.Core.Ledger;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>定措施: who answers for the item, by when, and by what its measures will be judged. Nothing is filled in for a person.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class PlanModel(LedgerDesk desk) : ActPage(desk)
{
    public override LedgerAct Act => LedgerAct.Plan;

    [BindProperty]
    public PlanForm Plan { get; set; } = new();

    public Roster Roster { get; private set; } = null!;

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Roster = await Desk.RosterAsync(ct);
        return await base.OnGetAsync(id, ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Roster = await Desk.RosterAsync(ct);
        return await DoAsync(id, () => Item.Plan(Person, Plan.ToPlan(Roster, Item), "", Desk.Now), ct);
    }

    // A ledger kept on paper so far may hold what is overdue already; a mistyped year must not pass unseen.
    protected override string Done(LedgerEntry entry) => Item.Due is { } due && due < Desk.Today
        ? base.Done(entry) + Desk.Texts["Done.PastDue", Desk.Dates.Day(due)]
        : base.Done(entry);

    protected override void Prepare()
    {
        Plan = PlanForm.Of(Item);
        Plan.Measures.Add(new MeasureForm());
    }
}
