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

/// <summary>单位: the offices of the organisation, and a new one.</summary>
[Authorize(Policy = Policies.Administration)]
public sealed class OfficesModel(
    PeopleStore people,
    CurrentPerson me,
    IStringLocalizer<SharedTexts> shared,
    IStringLocalizer<PeopleTexts> texts) : PageModel
{
    private ILookup<OfficeId, Person> _people = Array.Empty<Person>().ToLookup(person => person.Office);

    public IReadOnlyList<Office> All { get; private set; } = [];

    [BindProperty]
    [Display(Name = "Offices.Name")]
    [MaxLength(100)]
    public string Name { get; set; } = "";

    [BindProperty]
    [Display(Name = "Offices.Parent")]
    public Guid Parent { get; set; }

    public int PeopleIn(Office office) => _people[office.Id].Count(person => person.IsActive);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            Office added = await people.AddOfficeAsync(me.Organisation, Name.Trim(), new OfficeId(Parent), me.Id, ct);
            this.Notice(texts["Offices.Added", added.Name]);
            return Redirect("/offices");
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError(nameof(Parent), shared[$"Refusal.{refused.Reason}"]);
            return Page();
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        All = await people.OfficesAsync(me.Organisation, ct);
        _people = (await people.PeopleAsync(me.Organisation, ct)).ToLookup(person => person.Office);
    }
}
