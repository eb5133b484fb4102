using Gongxing.Core.Ledger;
using Gongxing.Storage.Ledger;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Ledger;

/// <summary>申请销号: every measure is verified, and the owner asks for the item to be struck off.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class ClosureRequestModel(
    LedgerStore ledger,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<LedgerTexts> texts,
    IStringLocalizer<SharedTexts> shared) : NotePage(ledger, me, clock, texts, shared)
{
    public override LedgerAct Act => LedgerAct.RequestClosure;

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.RequestClosure(Person, Note, Now), ct);
}
