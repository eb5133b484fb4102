using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongxing.Web.Features.Ledger;

/// <summary>The people and offices an item can be given to: who is active, with their office beside the name.</summary>
public sealed class Choices
{
    private readonly Dictionary<Guid, Person> _people;
    private readonly Dictionary<OfficeId, Office> _offices;

    private Choices(IEnumerable<Person> people, IEnumerable<Office> offices)
    {
        _people = people.Where(person => person.IsActive).ToDictionary(person => person.Id.Value);
        _offices = offices.ToDictionary(office => office.Id);
    }

    public static async Task<Choices> ReadAsync(PeopleStore people, OrganisationId organisation, CancellationToken ct) =>
        new(await people.PeopleAsync(organisation, ct), await people.OfficesAsync(organisation, ct));

    public Person? Person(Guid? id) => id is { } value ? _people.GetValueOrDefault(value) : null;

    public NamedPerson? Named(Guid? id) => Person(id) is { } person ? NamedPerson.Of(person) : null;

    public NamedOffice? Office(Guid? id) =>
        id is { } value && _offices.GetValueOrDefault(new OfficeId(value)) is { } office ? NamedOffice.Of(office) : null;

    public NamedOffice OfficeOf(Person person) => NamedOffice.Of(_offices[person.Office]);

    /// <summary>Options of a select, an empty one first; those who hold any of <paramref name="roles"/>.</summary>
    public IReadOnlyList<SelectListItem> PeopleWith(Roles roles) =>
    [
        new("", ""),
        .. from person in _people.Values
           where person.Is(roles)
           let office = _offices[person.Office].Name
           orderby office, person.Name
           select new SelectListItem($"{person.Name}（{office}{(person.Post.Length > 0 ? $" {person.Post}" : "")}）", $"{person.Id.Value}"),
    ];

    public IReadOnlyList<SelectListItem> Offices() =>
        [new("", ""), .. _offices.Values.Select(office => new SelectListItem(office.Name, $"{office.Id.Value}"))];
}
