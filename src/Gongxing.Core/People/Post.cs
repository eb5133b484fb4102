namespace Gongxing.Core.People;

/// <summary>A post (职务) somebody holds or held in an office; <paramref name="Until"/> is the last day, null while it lasts.</summary>
public sealed record Post(OfficeId Office, string Name, DateOnly Since, DateOnly? Until);
