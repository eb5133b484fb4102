using Gongxing.Core.People;

namespace Gongxing.Core.Ledger;

/// <summary>
/// A person as they were called when it was written down: the history keeps the name when the person leaves.
/// </summary>
public sealed record NamedPerson(PersonId Id, string Name)
{
    public static NamedPerson Of(Person person) => new(person.Id, person.Name);
}
