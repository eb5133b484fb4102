using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.Materials;
using Gongxing.Web.Relapses;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Gongxing.Web.Features.Ledger;

/// <summary>整改事项: one item, its chain, measures, evidence and history, and what keeps it from being closed.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class ItemModel(LedgerDesk desk, RelapseLinks relapses, MaterialStore materials) : ItemPage(desk)
{
    // The order of the work: what moves the item on stands beside its title, the rest apart.
    private static readonly (LedgerAct Act, string Page)[] _steps =
    [
        (LedgerAct.Confirm, "confirmation"),
        (LedgerAct.Plan, "plan"),
        (LedgerAct.Accept, "acceptance"),
        (LedgerAct.RequestClosure, "closure-request"),
        (LedgerAct.Close, "closure"),
        (LedgerAct.Reopen, "reopening"),
        (LedgerAct.Extend, "extension"),
        (LedgerAct.Void, "voiding"),
    ];

    private static readonly (LedgerAct Act, string Page)[] _others =
    [
        (LedgerAct.RequestExtension, "extension-request"),
        (LedgerAct.AddMeasure, "measure-addition"),
        (LedgerAct.Handover, "handover"),
        (LedgerAct.RequestVoid, "void-request"),
        (LedgerAct.Note, "note"),
    ];

    private static readonly (LedgerAct Act, string Page)[] _measurePages =
    [
        (LedgerAct.Report, "report"),
        (LedgerAct.VerifyMeasure, "verification"),
        (LedgerAct.AddEvidence, "evidence"),
        (LedgerAct.CancelMeasure, "cancellation"),
    ];

    private IReadOnlyDictionary<PersonId, string> _names = new Dictionary<PersonId, string>();

    public IReadOnlyList<Blocker> Blockers { get; private set; } = [];

    /// <summary>Whether the person may read the material the finding stands in.</summary>
    public bool MayReadSource { get; private set; }

    /// <summary>The same problem in other years, as somebody confirmed.</summary>
    public IReadOnlyList<RelapseLink> Relapses { get; private set; } = [];

    public IEnumerable<(LedgerAct Act, string Url)> Steps() => OpenOf(_steps);

    public IEnumerable<(LedgerAct Act, string Url)> Others() => OpenOf(_others);

    public IEnumerable<(LedgerAct Act, string Url)> Acts(LedgerMeasure measure) =>
        _measurePages.Where(page => Item.WhyNot(page.Act, Person, measure.Number).Count == 0)
            .Select(page => (page.Act, $"{ItemUrl}/measures/{measure.Number}/{page.Page}"));

    public bool May(LedgerAct act, LedgerMeasure measure) => Item.WhyNot(act, Person, measure.Number).Count == 0;

    /// <summary>Who can lift a blocker by the part they have; others may by one of <see cref="RolesOf"/>.</summary>
    public IEnumerable<string> NamesOf(Blocker blocker) =>
        blocker.Persons.Select(person => _names.GetValueOrDefault(person)).OfType<string>();

    public static IEnumerable<Roles> RolesOf(Blocker blocker) =>
        Enum.GetValues<Roles>().Where(role => role is not Roles.None && blocker.Roles.HasFlag(role));

    public override async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct))
        {
            return NotFound();
        }

        Blockers = Item.Blockers();
        MayReadSource = Item.Proposal.Source is { } source
            && await materials.FindAsync(Item.Organisation, source.Material, ct) is { } material
            && material.WhyNotRead(Desk.Person, (await Desk.RosterAsync(ct)).Offices) is null;
        _names = await Desk.NamesAsync(ct);
        Relapses = await relapses.OfAsync(Item, Person, ct);
        return Page();
    }

    /// <summary>What the history says of an entry beside its note: the new date, the measure, the result of each check.</summary>
    public static IEnumerable<int> MeasuresOf(LedgerEntry entry) => entry.Detail switch
    {
        LedgerDetail.HandedIn handedIn => [handedIn.Measure],
        LedgerDetail.OneMeasure one => [one.Measure],
        LedgerDetail.WithdrawnEvidence withdrawn => [withdrawn.Measure],
        LedgerDetail.AmendedCriterion amended => [amended.Measure],
        LedgerDetail.RedoneMeasures redone => redone.Measures,
        Verification verification => [verification.Measure],
        _ => [],
    };

    private IEnumerable<(LedgerAct Act, string Url)> OpenOf((LedgerAct Act, string Page)[] pages) =>
        pages.Where(page => MayAct(page.Act)).Select(page => (page.Act, $"{ItemUrl}/{page.Page}"));

    // Closing and returning stand on one page, as do granting and declining.
    private bool MayAct(LedgerAct act) => act switch
    {
        LedgerAct.Close => IsOpenTo(LedgerAct.Close) || IsOpenTo(LedgerAct.ReturnClosure),
        _ => IsOpenTo(act),
    };

    private bool IsOpenTo(LedgerAct act) => Item.WhyNot(act, Person).Count == 0;
}
