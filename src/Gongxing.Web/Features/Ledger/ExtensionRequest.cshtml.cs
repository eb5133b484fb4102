using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Ledger;
using Gongxing.Storage.Ledger;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Ledger;

/// <summary>申请延期: asked for before the date; asked for later, it is flagged.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class ExtensionRequestModel(
    LedgerStore ledger,
    CurrentPerson me,
    TimeProvider clock,
    LocalDates dates,
    IStringLocalizer<LedgerTexts> texts,
    IStringLocalizer<SharedTexts> shared) : NotePage(ledger, me, clock, texts, shared)
{
    public override LedgerAct Act => LedgerAct.RequestExtension;

    [BindProperty]
    [Display(Name = "Field.NewDue")]
    [Required]
    public DateOnly? Due { get; set; }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => Item.RequestExtension(Person, Due!.Value, Note, dates.Today, Now), ct);
}
