using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Ledger;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongxing.Web.Features.Ledger;

/// <summary>新增事项: a finding typed by hand, for what stands in no material.</summary>
[Authorize(Policy = Policies.Keeping)]
public sealed class NewModel(LedgerDesk desk) : PageModel
{
    [BindProperty]
    public string Form { get; set; } = "";

    [BindProperty]
    [Display(Name = "New.FindingTitle")]
    [Required]
    [MaxLength(200)]
    public string FindingTitle { get; set; } = "";

    [BindProperty]
    [Display(Name = "New.Text")]
    [Required]
    [MaxLength(4000)]
    public string Text { get; set; } = "";

    [BindProperty]
    [Display(Name = "Filter.Aspect")]
    [MaxLength(100)]
    public string? Aspect { get; set; }

    [BindProperty]
    [Display(Name = "Filter.Year")]
    [Range(1900, 9999)]
    public int Year { get; set; }

    [BindProperty]
    [Display(Name = "Field.Office")]
    [Required]
    public Guid? Office { get; set; }

    [BindProperty]
    [Display(Name = "Field.Subject")]
    public Guid? Subject { get; set; }

    public Roster Roster { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Roster = await desk.RosterAsync(ct);
        (Form, Year, Office) = ($"{Guid.CreateVersion7():N}", desk.Today.Year, desk.Person.Office.Value);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Roster = await desk.RosterAsync(ct);
        if (!ModelState.IsValid || Roster.NamedOffice(Office) is not { } office)
        {
            return Page();
        }

        var proposal = new Proposal
        {
            Year = Year,
            Title = FindingTitle,
            Text = Text,
            Aspect = Aspect,
            Office = office,
            Subject = Roster.Subject(Subject) is { } subject ? NamedPerson.Of(subject) : null,
        };
        IReadOnlyList<LedgerItemId> made =
            await desk.Store.ProposeManyAsync([proposal], areConfirmed: false, desk.Person, Form, desk.Now, ct);
        this.Notice(desk.Texts["New.Done"]);
        return Redirect($"/ledger/{made[0]}");
    }
}
