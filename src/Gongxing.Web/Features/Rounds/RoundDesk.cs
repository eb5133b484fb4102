using Gongxing.Core.People;
using Gongxing.Storage.Materials;
using Gongxing.Storage.People;
using Gongxing.Storage.Rounds;
using Gongxing.Web.Features.Shared;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Rounds;

/// <summary>What every page of a round and of a statement in one works with.</summary>
public sealed class RoundDesk(
    RoundStore store,
    RoundListStore lists,
    MaterialStore materials,
    PeopleStore people,
    CurrentPerson me,
    TimeProvider clock,
    LocalDates dates,
    IStringLocalizer<RoundsTexts> texts,
    IStringLocalizer<SharedTexts> shared)
{
    public RoundStore Store => store;

    public RoundListStore Lists => lists;

    public MaterialStore Materials => materials;

    /// <summary>Read at once: an act runs inside the write, where no request is at hand.</summary>
    public Person Person { get; } = me.Person;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => dates.Today;

    public IStringLocalizer<RoundsTexts> Texts => texts;

    public IStringLocalizer<SharedTexts> Shared => shared;

    public Task<Roster> RosterAsync(CancellationToken ct) => Roster.ReadAsync(people, Person.Organisation, ct);
}
