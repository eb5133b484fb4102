using System.ComponentModel.DataAnnotations;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongxing.Web.Features.Ledger;

/// <summary>移交: the item goes to a new owner, who has to accept it. The old one stays on record.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class HandoverModel(LedgerDesk desk) : NotePage(desk)
{
    public override LedgerAct Act => LedgerAct.Handover;

    [BindProperty]
    [Display(Name = "Field.NewOwner")]
    [Required]
    public Guid? Owner { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        await ListAsync(ct);
        return await base.OnGetAsync(id, ct);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Roster roster = await ListAsync(ct);
        return await DoAsync(
            id,
            () =>
            {
                Person owner = roster.Active(Owner)!;
                return Item.Handover(Person, NamedPerson.Of(owner), roster.OfficeOf(owner), Note, Desk.Now);
            },
            ct);
    }

    private async Task<Roster> ListAsync(CancellationToken ct)
    {
        Roster roster = await Desk.RosterAsync(ct);
        People = roster.PeopleWith(Roles.Owner);
        if (Owner is not null && roster.Active(Owner) is null)
        {
            ModelState.AddModelError(nameof(Owner), Desk.Texts["Wrong.NoSuchPerson"]);
        }

        return roster;
    }
}
