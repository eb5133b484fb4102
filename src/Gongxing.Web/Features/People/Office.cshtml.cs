using System.ComponentModel.DataAnnotations;
using Gongxing.Core;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.People;

/// <summary>One office: its name and what it stands under.</summary>
[Authorize(Policy = Policies.Administration)]
public sealed class OfficeModel(
    PeopleStore people,
    CurrentPerson me,
    IStringLocalizer<SharedTexts> shared,
    IStringLocalizer<PeopleTexts> texts) : PageModel
{
    public Office Office { get; private set; } = null!;

    public IReadOnlyList<Office> All { get; private set; } = [];

    [BindProperty]
    [Display(Name = "Offices.Name")]
    [MaxLength(100)]
    public string Name { get; set; } = "";

    /// <summary>Null for the topmost, which stays where it is.</summary>
    [BindProperty]
    [Display(Name = "Offices.Parent")]
    public Guid? Parent { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        (Name, Parent) = (Office.Name, Office.Parent?.Value);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            OfficeId? parent = Office.Parent is null || Parent is not { } chosen ? Office.Parent : new OfficeId(chosen);
            await people.ChangeOfficeAsync(Office with { Name = Name.Trim(), Parent = parent }, me.Id, ct);
            this.Notice(texts["Saved"]);
            return Redirect("/offices");
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError(nameof(Parent), shared[$"Refusal.{refused.Reason}"]);
            return Page();
        }
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        All = await people.OfficesAsync(me.Organisation, ct);
        Office = All.FirstOrDefault(office => office.Id.Value == id)!;
        return Office is not null;
    }
}
