using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>申请延期: asked for before the date; asked for later, it is flagged.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class ExtensionRequestModel(LedgerDesk desk) : NotePage(desk)
{
    public override LedgerAct Act => LedgerAct.RequestExtension;

    [BindProperty]
    [Display(Name = "Field.NewDue")]
    [Required]
    public DateOnly? Due { get; set; }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.RequestExtension(Person, Due!.Value, Note, Desk.Today, Desk.Now), ct);
}
