using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Ledger;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>重新挂号: the finding is back, and the closed item is worked on again by a new date. The old closure stays on record.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class ReopeningModel(LedgerDesk desk) : NotePage(desk)
{
    public override LedgerAct Act => LedgerAct.Reopen;

    [BindProperty]
    [Display(Name = "Field.NewDue")]
    [Required]
    public DateOnly? Due { get; set; }

    /// <summary>Numbers of the measures to be done again.</summary>
    [BindProperty]
    public List<int> Redo { get; set; } = [];

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.Reopen(Person, Redo, Due!.Value, Note, Desk.Today, Desk.Now), ct);
}
