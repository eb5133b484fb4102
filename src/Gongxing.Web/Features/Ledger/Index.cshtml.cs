using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.Materials;
using Gongxing.Web.Features.Materials;
using Gongxing.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongxing.Web.Features.Ledger;

/// <summary>整改台账: the items the person may see. The query string is the whole state of the list.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class IndexModel(LedgerListStore lists, MaterialStore materials, LedgerDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    [Display(Name = "Filter.Words")]
    [MaxLength(100)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Filter.State")]
    public LedgerState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Filter.Timing")]
    public LedgerTiming? Timing { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Field.Office")]
    public Guid? Office { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Field.Owner")]
    public Guid? Owner { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Filter.Aspect")]
    public string? Aspect { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Filter.Year")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Filter.Sort")]
    public LedgerSort Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Material { get; set; }

    /// <summary>What the material is called; null without one, or when the person may see items of it, but not itself.</summary>
    public string? MaterialTitle { get; private set; }

    public string WithoutMaterial => Request.With(("material", null), ("after", null), ("before", null));

    public LedgerPage List { get; private set; } = null!;

    public Pager Pager { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Offices { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Aspects { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    public bool IsFiltered =>
        IsNarrowed || new object?[] { Words, State, Timing, Material }.Any(question => question is not null);

    /// <summary>One of the rarer questions is asked: they are shown unfolded.</summary>
    public bool IsNarrowed => Sort != LedgerSort.Due || new object?[] { Office, Owner, Aspect, Year }.Any(question => question is not null);

    public async Task OnGetAsync(string? after, string? before, int? size, CancellationToken ct)
    {
        var filter = new LedgerFilter
        {
            Words = Words,
            State = State,
            Timing = Timing,
            Office = Office is { } office ? new OfficeId(office) : null,
            Owner = Owner is { } owner ? new PersonId(owner) : null,
            Aspect = Aspect,
            Year = Year,
            Material = Material is { } material ? new MaterialId(material) : null,
            Sort = Sort,
        };
        LedgerPlace? earlier = LedgerPlace.Parse(before);
        List = await lists.ListAsync(
            desk.Person, filter, desk.Today, earlier ?? LedgerPlace.Parse(after), earlier is not null, Pager.SizeOf(size), ct);
        Pager = new Pager(
            List.Before is { } first ? Request.With(("before", $"{first}"), ("after", null)) : null,
            List.After is { } last ? Request.With(("after", $"{last}"), ("before", null)) : null,
            Pager.SizeOf(size));
        Roster roster = await desk.RosterAsync(ct);
        await FillChoicesAsync(roster, ct);
        if (filter.Material is { } only && await materials.FindAsync(desk.Person.Organisation, only, ct) is { } found)
        {
            MaterialTitle = found.WhyNotRead(desk.Person, roster.Offices) is null ? MaterialWords.Title(found) : null;
        }
    }

    public IEnumerable<SelectListItem> StateChoices() =>
        [All, .. Enum.GetValues<LedgerState>().Select(state => new SelectListItem(desk.Texts[$"State.{state}"], $"{state}"))];

    public IEnumerable<SelectListItem> TimingChoices() =>
        [All, .. Enum.GetValues<LedgerTiming>().Select(timing => new SelectListItem(desk.Texts[$"Timing.{timing}"], $"{timing}"))];

    public IEnumerable<SelectListItem> SortChoices() =>
        Enum.GetValues<LedgerSort>().Select(sort => new SelectListItem(desk.Texts[$"Sort.{sort}"], $"{sort}"));

    private SelectListItem All => new(desk.Texts["Filter.All"], "");

    private async Task FillChoicesAsync(Roster roster, CancellationToken ct)
    {
        (IReadOnlyList<string> aspects, IReadOnlyList<int> years) = await lists.ChoicesAsync(desk.Person, ct);
        Offices = [All, .. roster.OfficeChoices()];
        Owners = [All, .. roster.PeopleWith(Roles.Owner).Skip(1)];
        Aspects = [All, .. aspects.Select(aspect => new SelectListItem(aspect, aspect))];
        Years = [All, .. years.Select(year => new SelectListItem(desk.Texts["Year", year], year.ToString(CultureInfo.InvariantCulture)))];
    }
}
