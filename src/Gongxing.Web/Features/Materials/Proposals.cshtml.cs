using System.ComponentModel.DataAnnotations;
using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Materials;

/// <summary>生成整改台账: what a material would put into the ledger, then its exact counts, and then it is written.</summary>
[Authorize(Policy = Policies.Keeping)]
public sealed class ProposalsModel(
    MaterialStore materials,
    LedgerStore ledger,
    PeopleStore people,
    CurrentPerson me,
    TimeProvider clock,
    LocalDates dates,
    IStringLocalizer<MaterialsTexts> texts,
    IStringLocalizer<SharedTexts> shared) : MaterialPage(materials, people, me)
{
    /// <summary>Number of the structure the rows were made from.</summary>
    [BindProperty]
    public int Seen { get; set; }

    /// <summary>Key of the form: sent twice, it writes once.</summary>
    [BindProperty]
    public string Form { get; set; } = "";

    [BindProperty]
    [Display(Name = "Proposals.Year")]
    [Range(1949, 2999)]
    public int Year { get; set; }

    [BindProperty]
    public List<ProposalRow> Rows { get; set; } = [];

    /// <summary>How many items the person was told would be made.</summary>
    [BindProperty]
    public int Count { get; set; }

    public LedgerDryRun Run { get; private set; } = null!;

    /// <summary>The rows that were not left out, with owner and date as chosen.</summary>
    public IReadOnlyList<Proposal> Chosen { get; private set; } = [];

    /// <summary>The counts are shown, and confirming is the next step.</summary>
    public bool IsCounted { get; private set; }

    /// <summary>How many of the findings have no measure, and how many no cause, in words; empty when all have both.</summary>
    public string Lacking => Counted.Words(
        texts,
        shared["Clause"],
        ("Proposals.Offer.NoMeasure", Run.Count(ProposalGap.NoMeasure)),
        ("Proposals.Offer.NoCause", Run.Count(ProposalGap.NoCause)));

    /// <summary>How many are overdue as soon as they are made.</summary>
    public int PastDue => Chosen.Count(IsPastDue);

    public bool IsPastDue(Proposal proposal) => proposal.Due < dates.Today;

    public int Gaps(ProposalGap gap) => Chosen.Count(proposal => proposal.Gaps().Contains(gap));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await BeginAsync(id, ct) is { } answer)
        {
            return answer;
        }

        Draw();
        return Page();
    }

    /// <summary>Counts what the form as filled in would write.</summary>
    public async Task<IActionResult> OnPostCountAsync(Guid id, CancellationToken ct)
    {
        if (await BeginAsync(id, ct) is { } answer)
        {
            return answer;
        }

        IsCounted = IsInOrder();
        return Page();
    }

    /// <summary>Back from the counts to the rows; nothing typed is lost.</summary>
    public async Task<IActionResult> OnPostEditAsync(Guid id, CancellationToken ct) => await BeginAsync(id, ct) ?? Page();

    /// <summary>Writes exactly what was counted.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken ct)
    {
        if (await BeginAsync(id, ct) is { } answer)
        {
            return answer;
        }

        if (!await ledger.WasSentAsync(Person.Organisation, Form, ct) && (!IsInOrder() || Chosen.Count != Count))
        {
            IsCounted = ModelState.IsValid;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        try
        {
            IReadOnlyList<LedgerItemId> made =
                await ledger.ProposeManyAsync(Chosen, areConfirmed: true, Person, Form, clock.GetUtcNow(), ct);
            this.Notice(texts["Proposals.Done", made.Count]);
            return Redirect($"/ledger?material={Material.Id}");
        }
        catch (RefusedException refused)
        {
            await BeginAsync(id, ct);
            return Refused(refused.Reason);
        }
    }

    /// <summary>The row of a proposal, with its place in the form; null when there is none.</summary>
    public (int Index, ProposalRow Row)? RowOf(Proposal proposal)
    {
        int index = Rows.FindIndex(row => row.Element == proposal.Source!.Element);
        return index < 0 ? null : (index, Rows[index]);
    }

    private async Task<IActionResult?> BeginAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || Structure is null || Document is null)
        {
            return NotFound();
        }

        if (!MayChange)
        {
            return Forbid();
        }

        Year = Seen == 0 ? Structure.Statement.Year ?? dates.Today.Year : Year;
        Run = LedgerDryRun.Of(
            Structure.Statement,
            Document,
            Material.Id,
            Structure.Number,
            Year,
            NamedOffice.Of(Roster.Offices[Material.Office]),
            Material.Subject is { } subject ? new NamedPerson(subject, Roster.Name(subject)) : null,
            await ledger.KnownFindingsAsync(Person.Organisation, Material.Id, ct));
        Chosen = [.. Run.Proposals.Select(Choose).OfType<Proposal>()];
        return null;
    }

    private void Draw()
    {
        ModelState.Clear();
        (Seen, Form) = (Structure!.Number, $"{Guid.CreateVersion7():N}");
        Rows = [.. Run.Proposals.Select(proposal => new ProposalRow { Element = proposal.Source!.Element, Include = true })];
        Chosen = [.. Run.Proposals];
    }

    private Proposal? Choose(Proposal proposal) => RowOf(proposal) is (_, { Include: true } row)
        ? proposal with
        {
            Owner = Roster.Active(row.Owner) is { } owner && owner.Is(Roles.Owner) ? NamedPerson.Of(owner) : null,
            Due = row.Due,
        }
        : null;

    private bool IsInOrder()
    {
        if (Seen != Structure!.Number)
        {
            Draw();
            Refused(Refusal.SomebodyWasFirst);
        }
        else if (Chosen.Count == 0)
        {
            ModelState.AddModelError("", texts["Proposals.NoneChosen"]);
        }

        return ModelState.IsValid;
    }

    private PageResult Refused(Refusal reason)
    {
        ModelState.AddModelError("", shared[$"Refusal.{reason}"]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}

/// <summary>What a person decides about one finding before it becomes an item.</summary>
public sealed class ProposalRow
{
    /// <summary>Id of the finding in the structure that was seen.</summary>
    public string Element { get; set; } = "";

    public bool Include { get; set; }

    [Display(Name = "Proposals.Owner")]
    public Guid? Owner { get; set; }

    [Display(Name = "Proposals.Due")]
    public DateOnly? Due { get; set; }
}
