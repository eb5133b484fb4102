namespace Gongxing.Core.People;

/// <summary>An office (责任单位); <paramref name="Parent"/> is null for the topmost.</summary>
public sealed record Office(OrganisationId Organisation, OfficeId Id, string Name, OfficeId? Parent);
