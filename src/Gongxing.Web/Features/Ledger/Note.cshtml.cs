using Gongxing.Core.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>备注: a line in the history that changes nothing.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class NoteModel(LedgerDesk desk) : NotePage(desk)
{
    public override LedgerAct Act => LedgerAct.Note;

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.Note(Person, Note, Desk.Now), ct);
}
