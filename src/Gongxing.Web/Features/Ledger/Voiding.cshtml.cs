using Gongxing.Core.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>撤销审批: a second, independent person voids the item, or keeps it.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class VoidingModel(LedgerDesk desk) : NotePage(desk)
{
    public override LedgerAct Act => LedgerAct.Void;

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.Void(Person, Note, Desk.Now), ct);

    public Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.DeclineVoid(Person, Note, Desk.Now), ct);
}
