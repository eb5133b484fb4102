using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Features.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongxing.Web.Features.Shared;

/// <summary>The people and offices of the organisation, by id: for names, for selects, and for who stands under whom.</summary>
public sealed class Roster
{
    private readonly Dictionary<PersonId, Person> _people;

    private Roster(IEnumerable<Person> people, IEnumerable<Office> offices)
    {
        _people = people.ToDictionary(person => person.Id);
        Offices = new OfficeTree(offices);
    }

    public OfficeTree Offices { get; }

    /// <summary>Also who has left, by name.</summary>
    public IEnumerable<Person> Everybody => _people.Values.OrderBy(person => person.Name, StringComparer.Ordinal);

    public static async Task<Roster> ReadAsync(PeopleStore people, OrganisationId organisation, CancellationToken ct) =>
        new(await people.PeopleAsync(organisation, ct), await people.OfficesAsync(organisation, ct));

    public string Name(PersonId id) => _people.TryGetValue(id, out Person? person) ? person.Name : "";

    public string Name(OfficeId id) => Offices.Contains(id) ? Offices[id].Name : "";

    /// <summary>Somebody who can still be chosen; null for anybody else, and for what a forged form sends.</summary>
    public Person? Active(Guid? id) =>
        id is { } value && _people.TryGetValue(new PersonId(value), out Person? person) && person.IsActive ? person : null;

    /// <summary>Whose content something can be; an administrator has none.</summary>
    public Person? Subject(Guid? id) => Active(id) is { } person && person.Is(Policies.Admits[Policies.Content]) ? person : null;

    public Office? Office(Guid? id) => id is { } value && Offices.Contains(new OfficeId(value)) ? Offices[new OfficeId(value)] : null;

    public NamedPerson? Named(Guid? id) => Active(id) is { } person ? NamedPerson.Of(person) : null;

    public NamedOffice? NamedOffice(Guid? id) => Office(id) is { } office ? Core.Ledger.NamedOffice.Of(office) : null;

    public NamedOffice OfficeOf(Person person) => Core.Ledger.NamedOffice.Of(Offices[person.Office]);

    /// <summary>Options of a select, an empty one first: who is active and holds any of <paramref name="roles"/>.</summary>
    public IReadOnlyList<SelectListItem> PeopleWith(Roles roles, string nobody = "") =>
    [
        new(nobody, ""),
        .. from person in _people.Values
           where person.IsActive && person.Is(roles)
           let office = Name(person.Office)
           orderby office, person.Name
           select new SelectListItem($"{person.Name} · {office}{(person.Post.Length > 0 ? $" {person.Post}" : "")}", $"{person.Id.Value}"),
    ];

    public IReadOnlyList<SelectListItem> Subjects(string nobody = "") => PeopleWith(Policies.Admits[Policies.Content], nobody);

    public IEnumerable<SelectListItem> OfficeChoices() => OfficeOrder.ToOptions(Offices.Offices);
}
