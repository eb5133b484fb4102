using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Storage.Ledger;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Ledger;

/// <summary>销号: somebody independent strikes the item off, or returns it with the measures that must be done again.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class ClosureModel(
    LedgerStore ledger,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<LedgerTexts> texts,
    IStringLocalizer<SharedTexts> shared) : NotePage(ledger, me, clock, texts, shared)
{
    public override LedgerAct Act => LedgerAct.Close;

    public IReadOnlyList<Refusal> WhyNotReturn => Item.WhyNot(LedgerAct.ReturnClosure, Person);

    /// <summary>Numbers of the measures to be done again when the request is returned.</summary>
    [BindProperty]
    public List<int> Redo { get; set; } = [];

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.Close(Person, Note, Now), ct);

    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.ReturnClosure(Person, Redo, Note, Now), ct);
}
