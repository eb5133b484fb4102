using System.ComponentModel.DataAnnotations;
using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;
using Gongxing.Storage.Materials;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongxing.Web.Features.Rounds;

/// <summary>放入材料: statements that were read are put into the round and given to reviewers, many at once.</summary>
[Authorize(Policy = Policies.Arranging)]
public sealed class StatementsModel(RoundDesk desk) : RoundPage(desk)
{
    private const int Most = 500;

    [BindProperty]
    [Display(Name = "Field.Statements")]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    [Display(Name = "Field.Reviewers")]
    public List<Guid> Reviewers { get; set; } = [];

    [BindProperty]
    public string Form { get; set; } = "";

    /// <summary>What can be put in: the newest draft of each material the person may see, unless it is in already.</summary>
    public IReadOnlyList<Material> Candidates { get; private set; } = [];

    public IEnumerable<SelectListItem> People => Roster.PeopleWith(SubmissionActs.Reviewers).Skip(1);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await BeginAsync(id, ct) is { } answer)
        {
            return answer;
        }

        Form = $"{Guid.CreateVersion7():N}";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await BeginAsync(id, ct) is { } answer)
        {
            return answer;
        }

        Material[] chosen = [.. Candidates.Where(material => Chosen.Contains(material.Id.Value))];
        Person?[] reviewers = [.. Reviewers.Distinct().Select(reviewer => Roster.Active(reviewer))];
        if (chosen.Length == 0)
        {
            ModelState.AddModelError(nameof(Chosen), Desk.Texts["Wrong.NothingChosen"]);
        }

        if (reviewers.Any(reviewer => reviewer is null || !reviewer.Is(SubmissionActs.Reviewers)))
        {
            ModelState.AddModelError(nameof(Reviewers), Desk.Shared[$"Refusal.{Refusal.NoReviewer}"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            await Desk.Store.EnterAsync(
                Person.Organisation, Round.Id, [.. chosen.Select(Named)], reviewers!, Person, Roster.Offices, Form, Desk.Now, ct);
        }
        catch (RefusedException refused)
        {
            foreach (Refusal reason in refused.Reasons)
            {
                ModelState.AddModelError("", Desk.Shared[$"Refusal.{reason}"]);
            }

            Response.StatusCode = StatusCodes.Status409Conflict;
            return await BeginAsync(id, ct) ?? Page();
        }

        this.Notice(Desk.Texts["Done.Entered", chosen.Length]);
        return Redirect(RoundUrl);
    }

    private (Material, NamedOffice, NamedPerson?) Named(Material material) => (
        material,
        NamedOffice.Of(Roster.Offices[material.Office]),
        material.Subject is { } subject ? new NamedPerson(subject, Roster.Name(subject)) : null);

    private async Task<IActionResult?> BeginAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        if (!MayArrange)
        {
            return Forbid();
        }

        IReadOnlyList<MaterialLine> read = await Desk.Materials.ListAsync(Person, MaterialState.Read, null, Most, ct);
        HashSet<MaterialId> entered = [.. await Desk.Lists.SeriesAsync(Person.Organisation, Round.Id, ct)];
        Candidates =
        [
            .. read.Select(line => line.Material)
                .Where(material => !entered.Contains(material.Series))
                .GroupBy(material => material.Series)
                .Select(series => series.MaxBy(material => material.Draft)!)
                .OrderBy(material => Roster.Name(material.Office), StringComparer.Ordinal)
                .ThenBy(material => material.Subject is { } subject ? Roster.Name(subject) : "", StringComparer.Ordinal),
        ];
        return null;
    }
}
