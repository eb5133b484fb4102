using Gongxing.Core;
using Gongxing.Core.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>销号: somebody independent strikes the item off, or returns it with the measures that must be done again.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class ClosureModel(LedgerDesk desk) : NotePage(desk)
{
    public override LedgerAct Act => LedgerAct.Close;

    public IReadOnlyList<Refusal> WhyNotReturn => Item.WhyNot(LedgerAct.ReturnClosure, Person);

    /// <summary>Numbers of the measures to be done again when the request is returned.</summary>
    [BindProperty]
    public List<int> Redo { get; set; } = [];

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.Close(Person, Note, Desk.Now), ct);

    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.ReturnClosure(Person, Redo, Note, Desk.Now), ct);
}
