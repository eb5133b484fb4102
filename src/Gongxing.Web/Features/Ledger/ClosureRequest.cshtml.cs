using Gongxing.Core.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>申请销号: every measure is verified, and the owner asks for the item to be struck off.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class ClosureRequestModel(LedgerDesk desk) : NotePage(desk)
{
    public override LedgerAct Act => LedgerAct.RequestClosure;

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.RequestClosure(Person, Note, Desk.Now), ct);
}
