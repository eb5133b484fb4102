using System.ComponentModel.DataAnnotations;
using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.Rounds;
using Gongxing.Review.Templates;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongxing.Web.Features.Rounds;

/// <summary>新建审改轮次: what it is about, by which template, and by when.</summary>
[Authorize(Policy = Policies.Arranging)]
public sealed class NewModel(RoundDesk desk) : PageModel
{
    private const int UsualDays = 14;

    [BindProperty]
    [Display(Name = "Field.Title")]
    [Required, MaxLength(100)]
    public string? RoundTitle { get; set; }

    [BindProperty]
    [Display(Name = "Field.Year")]
    [Required, Range(1949, 9999)]
    public int? Year { get; set; }

    [BindProperty]
    [Display(Name = "Field.Template")]
    public string? Template { get; set; }

    [BindProperty]
    [Display(Name = "Field.Due")]
    [Required]
    public DateOnly? Due { get; set; }

    /// <summary>Key of the form: the id the round gets, so that sending it twice opens one.</summary>
    [BindProperty]
    public Guid Form { get; set; }

    public IEnumerable<SelectListItem> Templates => TemplatePacks.All
        .Select(pack => new SelectListItem(pack.Name, pack.Id))
        .Prepend(new SelectListItem(desk.Texts["Template.None"], ""));

    public void OnGet()
    {
        (Year, Due, Form) = (desk.Today.Year, desk.Today.AddDays(UsualDays), Guid.CreateVersion7());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(Template) && TemplatePacks.Find(Template) is null)
        {
            ModelState.AddModelError(nameof(Template), desk.Texts["Wrong.Template"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        Roster roster = await desk.RosterAsync(ct);
        var terms = new RoundTerms(
            StoredText.Of(RoundTitle!), Year!.Value, Template ?? "", Due!.Value, roster.OfficeOf(desk.Person));
        try
        {
            var round = RevisionRound.Open(new RoundId(Form), desk.Person, terms, desk.Today, desk.Now);
            await desk.Store.OpenAsync(round, $"{round.Id}", ct);
            this.Notice(desk.Texts["Done.Round.Open"]);
            return Redirect($"/rounds/{round.Id}/statements");
        }
        catch (RefusedException refused)
        {
            foreach (Refusal reason in refused.Reasons)
            {
                ModelState.AddModelError("", desk.Shared[$"Refusal.{reason}"]);
            }

            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
    }
}
