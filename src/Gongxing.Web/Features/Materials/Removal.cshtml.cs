using Gongxing.Core;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Materials;

/// <summary>删除材料: takes away a file that could not be read, or was never read, for good.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class RemovalModel(
    MaterialStore materials,
    PeopleStore people,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<MaterialsTexts> texts,
    IStringLocalizer<SharedTexts> shared) : MaterialPage(materials, people, me)
{
    public IReadOnlyList<Refusal> WhyNot => Material.WhyNotRemove(Person, Roster.Offices) is { } refusal ? [refusal] : [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (WhyNot.Count > 0)
        {
            return Refused(WhyNot[0]);
        }

        try
        {
            await Materials.RemoveAsync(Material, clock.GetUtcNow(), ct);
        }
        catch (RefusedException refused)
        {
            return Refused(refused.Reason);
        }

        this.Notice(texts["Removed", Material.FileName]);
        return Redirect("/materials");
    }

    private PageResult Refused(Refusal reason)
    {
        ModelState.AddModelError("", shared[$"Refusal.{reason}"]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
