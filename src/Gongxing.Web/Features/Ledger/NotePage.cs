using System.ComponentModel.DataAnnotations;
using Gongxing.Storage.Ledger;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Ledger;

/// <summary>A page for an act that asks for nothing but a few words. Drawn by _NoteForm.cshtml.</summary>
public abstract class NotePage(
    LedgerStore ledger,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<LedgerTexts> texts,
    IStringLocalizer<SharedTexts> shared) : ActPage(ledger, me, clock, texts, shared)
{
    // An empty field is bound as null; whether words are needed is for the guard of the act to say.
    [BindProperty]
    [Display(Name = "Field.Note")]
    [MaxLength(4000)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Note { get; set; } = "";
}
