namespace Gongxing.Core.People;

/// <summary>Somebody who signs in: their office, their post as shown beside the name, and what they may do.</summary>
public sealed record Person(
    OrganisationId Organisation,
    PersonId Id,
    string SignInName,
    string Name,
    OfficeId Office,
    string Post,
    Roles Roles,
    bool IsActive)
{
    /// <summary>Whether the person holds any of <paramref name="roles"/>.</summary>
    public bool Is(Roles roles) => (Roles & roles) != 0;
}
