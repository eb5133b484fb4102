using Gongxing.Core.Ledger;
using Gongxing.Storage.Ledger;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Ledger;

/// <summary>确认: the finding is what the text says, and is to be followed up.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class ConfirmationModel(
    LedgerStore ledger,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<LedgerTexts> texts,
    IStringLocalizer<SharedTexts> shared) : NotePage(ledger, me, clock, texts, shared)
{
    public override LedgerAct Act => LedgerAct.Confirm;

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.Confirm(Person, Note, Now), ct);
}
