using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Materials;

/// <summary>校正记录: who corrected what, and the way back to an earlier state, which is stored as a new one.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class RevisionsModel(
    MaterialStore materials,
    PeopleStore people,
    CurrentPerson me,
    TimeProvider clock,
    IStringLocalizer<MaterialsTexts> texts,
    IStringLocalizer<SharedTexts> shared) : CorrectionPage(materials, people, me, clock, texts, shared)
{
    public IReadOnlyList<(int Number, PersonId? By, DateTimeOffset At, string Change)> Revisions { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || Structure is null)
        {
            return NotFound();
        }

        Seen = Structure.Number;
        Revisions = await Materials.RevisionsAsync(Material, ct);
        return Page();
    }

    /// <param name="number">The revision to go back to.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, int number, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || await Materials.StructureAsync(Material, number, ct) is not StructureRevision earlier)
        {
            return NotFound();
        }

        return await CorrectAsync(id, () => $"Restore\t{number}", () => default, () => earlier.Statement, ct);
    }
}
