using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Shared;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Ledger;

/// <summary>What every page of an item works with, and the one way to an item: through what the person may see.</summary>
public sealed class LedgerDesk(
    LedgerStore store,
    PeopleStore people,
    CurrentPerson me,
    TimeProvider clock,
    LocalDates dates,
    IStringLocalizer<LedgerTexts> texts,
    IStringLocalizer<SharedTexts> shared)
{
    public LedgerStore Store => store;

    public Person Person => me.Person;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => dates.Today;

    public LocalDates Dates => dates;

    public IStringLocalizer<LedgerTexts> Texts => texts;

    public IStringLocalizer<SharedTexts> Shared => shared;

    /// <returns>Null when there is no such item, or none for this person: they are told the same.</returns>
    public async Task<(LedgerItem Item, Person Acting)?> FindAsync(Guid id, CancellationToken ct)
    {
        LedgerItem? item = await store.FindAsync(Person.Organisation, new LedgerItemId(id), ct);
        var offices = new OfficeTree(await people.OfficesAsync(Person.Organisation, ct));
        return item is not null && item.WhyNotRead(Person, offices) is null ? (item, item.Acting(Person, offices)) : null;
    }

    /// <summary>Who in the organisation could be given something to do.</summary>
    public Task<Roster> RosterAsync(CancellationToken ct) => Roster.ReadAsync(people, Person.Organisation, ct);

    /// <summary>Of everybody who may sign in.</summary>
    public async Task<IReadOnlyDictionary<PersonId, string>> NamesAsync(CancellationToken ct) =>
        (await people.PeopleAsync(Person.Organisation, ct)).Where(person => person.IsActive).ToDictionary(person => person.Id, person => person.Name);
}
