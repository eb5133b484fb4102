using Gongxing.Core.Materials;
using Gongxing.Core.Remarks;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Storage.Remarks;
using Gongxing.Web.Features.Shared;
using Gongxing.Web.Review;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Materials;

/// <summary>
/// 各稿: the drafts of a material, one beside the one before it, and the form for the next, which keeps its office and the
/// person it is about; the earlier ones stay.
/// </summary>
[Authorize(Policy = Policies.Content)]
public sealed class DraftsModel(
    MaterialStore materials,
    RemarkStore remarks,
    ReviewRules rules,
    MaterialReviews reviews,
    MaterialIntake intake,
    PeopleStore people,
    CurrentPerson me,
    IStringLocalizer<MaterialsTexts> texts) : UploadPage(intake, people, me, texts)
{
    /// <summary>Rows of a comparison on one page.</summary>
    public const int MostRows = 400;

    private const string RefreshAfter = "3";

    /// <summary>The draft to compare this one with; the one before it when nothing is said.</summary>
    [BindProperty(SupportsGet = true)]
    public int? With { get; set; }

    /// <summary>Whether paragraphs that did not change are shown too.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Whole { get; set; }

    /// <summary>The first row of the comparison that is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    public Material Material { get; private set; } = null!;

    public IReadOnlyList<Material> Drafts { get; private set; } = [];

    /// <summary>Null when there is nothing to compare with, or one of the two is not read.</summary>
    public DraftComparison? Comparison { get; private set; }

    public bool MayAdd => MayUpload && Material.WhyNotDecide(Person, Roster.Offices) is null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) =>
        await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (!MayAdd)
        {
            return Forbid();
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
        return Redirect($"/materials/{draft.Id}/drafts");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        await ReadRosterAsync(ct);
        if (await materials.FindAsync(Person.Organisation, new MaterialId(id), ct) is not { } material
            || material.WhyNotRead(Person, Roster.Offices) is not null)
        {
            return false;
        }

        Material = material;
        Drafts = [.. (await materials.DraftsAsync(material, ct)).Where(draft => draft.WhyNotRead(Person, Roster.Offices) is null)];
        if (material.State is MaterialState.Waiting or MaterialState.Reading)
        {
            Response.Headers["Refresh"] = RefreshAfter;
        }

        Material? before = With is { } chosen
            ? Drafts.FirstOrDefault(draft => draft.Draft == chosen && draft.Id != material.Id)
            : Drafts.LastOrDefault(draft => draft.Draft < material.Draft);
        if (before is not null)
        {
            await CompareAsync(before.Draft < material.Draft ? (before, material) : (material, before), ct);
        }

        return true;
    }

    private async Task CompareAsync((Material Old, Material New) pair, CancellationToken ct)
    {
        RulesInForce inForce = await rules.OfAsync(Person.Organisation, Person.Id, ct);
        if (await ReviewedAsync(pair.Old, inForce, ct) is { } old && await ReviewedAsync(pair.New, inForce, ct) is { } now)
        {
            IReadOnlyList<RemarkDecision> decisions = await remarks.DecisionsAsync(Material, ct);
            Comparison = new DraftComparison(old, now, decisions);
        }
    }

    private async Task<ReviewedDraft?> ReviewedAsync(Material draft, RulesInForce inForce, CancellationToken ct) =>
        await materials.DocumentAsync(draft, ct) is { } document && await materials.StructureAsync(draft, ct: ct) is { } structure
            ? new ReviewedDraft(draft, document, await reviews.OfAsync(draft, document, structure, inForce, ct))
            : null;
}
