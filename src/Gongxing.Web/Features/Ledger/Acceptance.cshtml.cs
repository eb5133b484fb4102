using Gongxing.Core.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>签收: the owner takes the item on.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class AcceptanceModel(LedgerDesk desk) : NotePage(desk)
{
    public override LedgerAct Act => LedgerAct.Accept;

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.Accept(Person, Note, Desk.Now), ct);
}
