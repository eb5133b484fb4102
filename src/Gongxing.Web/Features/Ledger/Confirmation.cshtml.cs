using Gongxing.Core.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>确认: the finding is what the text says, and is to be followed up.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class ConfirmationModel(LedgerDesk desk) : NotePage(desk)
{
    public override LedgerAct Act => LedgerAct.Confirm;

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.Confirm(Person, Note, Desk.Now), ct);
}
