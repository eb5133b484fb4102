using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>A page for an act that asks for nothing but a few words. Drawn by _NoteForm.cshtml.</summary>
public abstract class NotePage(LedgerDesk desk) : ActPage(desk)
{
    // An empty field is bound as null; whether words are needed is for the guard of the act to say.
    [BindProperty]
    [Display(Name = "Field.Note")]
    [MaxLength(4000)]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Note { get; set; } = "";
}
