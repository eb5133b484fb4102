using Gongxing.Core.People;

namespace Gongxing.Storage.People;

/// <summary>The columns of a person, for every query that hands one out.</summary>
internal class PersonRow
{
    public const string Columns =
        "p.organisation, p.id, p.sign_in_name SignInName, p.name, p.office, p.post, p.roles, p.is_active IsActive";

    public OrganisationId Organisation { get; init; }
    public PersonId Id { get; init; }
    public string SignInName { get; init; } = "";
    public string Name { get; init; } = "";
    public OfficeId Office { get; init; }
    public string Post { get; init; } = "";
    public long Roles { get; init; }
    public long IsActive { get; init; }

    public Person ToPerson() =>
        new(Organisation, Id, SignInName, Name, Office, Post, (Roles)Roles, IsActive != 0);
}
