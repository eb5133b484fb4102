using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>延期审批: somebody above the owner grants another date, or declines.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class ExtensionModel(LedgerDesk desk) : NotePage(desk)
{
    public override LedgerAct Act => LedgerAct.Extend;

    public LedgerDetail.NewDue? Asked => Item.PendingExtension?.Detail as LedgerDetail.NewDue;

    [BindProperty]
    [Display(Name = "Field.NewDue")]
    public DateOnly? Due { get; set; }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.Extend(Person, Due ?? Asked?.Due ?? default, Note, Desk.Now), ct);

    public Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.DeclineExtension(Person, Note, Desk.Now), ct);

    protected override void Prepare() => Due = Asked?.Due;
}
