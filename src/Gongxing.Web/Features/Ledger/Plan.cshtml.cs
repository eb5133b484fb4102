using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Ledger;

/// <summary>定措施: who answers for the item, by when, and by what its measures will be judged. Nothing is filled in for a person.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class PlanModel(
    LedgerStore ledger,
    CurrentPerson me,
    TimeProvider clock,
    PeopleStore people,
    IStringLocalizer<LedgerTexts> texts,
    IStringLocalizer<SharedTexts> shared) : ActPage(ledger, me, clock, texts, shared)
{
    private const int SpareRows = 2;

    public override LedgerAct Act => LedgerAct.Plan;

    [BindProperty]
    public PlanForm Form { get; set; } = new();

    public Choices Choices { get; private set; } = null!;

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Choices = await Choices.ReadAsync(people, Person.Organisation, ct);
        return await base.OnGetAsync(id, ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Choices = await Choices.ReadAsync(people, Person.Organisation, ct);
        return await DoAsync(id, () => Item.Plan(Person, Form.ToPlan(Choices, Item), "", Now), ct);
    }

    protected override void Prepare()
    {
        Form = PlanForm.Of(Item);
        Form.Measures.AddRange(Enumerable.Range(0, SpareRows).Select(_ => new MeasureForm()));
    }
}
