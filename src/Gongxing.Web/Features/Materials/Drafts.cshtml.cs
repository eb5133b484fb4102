using Gongxing.Core.Materials;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Materials;

/// <summary>新稿: the next draft of a material, which keeps its office and the person it is about; the earlier ones stay.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class DraftsModel(
    MaterialStore materials,
    MaterialIntake intake,
    PeopleStore people,
    CurrentPerson me,
    IStringLocalizer<MaterialsTexts> texts) : UploadPage(intake, people, me, texts)
{
    public Material Material { get; private set; } = null!;

    public IReadOnlyList<Material> Drafts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await BeginAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await BeginAsync(id, ct) is { } answer)
        {
            return answer;
        }

        if (Files.Count != 1)
        {
            ModelState.AddModelError(nameof(Files), Texts["Wrong.OneFile"]);
            return Page();
        }

        await TakeAsync(new IntakePlace(Material.Office, Material.Subject, Material.Series), ct);
        if (Taken is not [{ Material: { } draft }])
        {
            return Page();
        }

        this.Notice(Texts["Drafts.Done", draft.Draft]);
        return Redirect($"/materials/{draft.Id}");
    }

    private async Task<IActionResult?> BeginAsync(Guid id, CancellationToken ct)
    {
        await ReadRosterAsync(ct);
        if (await materials.FindAsync(Person.Organisation, new MaterialId(id), ct) is not { } material
            || material.WhyNotRead(Person, Roster.Offices) is not null)
        {
            return NotFound();
        }

        Material = material;
        Drafts = [.. (await materials.DraftsAsync(material, ct)).Where(draft => draft.WhyNotRead(Person, Roster.Offices) is null)];
        return MayUpload && material.WhyNotChange(Person, Roster.Offices) is null ? null : Forbid();
    }
}
