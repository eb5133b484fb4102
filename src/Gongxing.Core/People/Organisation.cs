namespace Gongxing.Core.People;

/// <summary>An organisation (组织): everything belongs to one, and nobody sees across.</summary>
public sealed record Organisation(OrganisationId Id, string Name);
