using Gongxing.Core.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>申请撤销: the item should not stand; somebody else decides.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class VoidRequestModel(LedgerDesk desk) : NotePage(desk)
{
    public override LedgerAct Act => LedgerAct.RequestVoid;

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.RequestVoid(Person, Note, Desk.Now), ct);
}
