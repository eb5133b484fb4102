namespace Gongxing.Core.People;

public readonly record struct OrganisationId(Guid Value)
{
    public static OrganisationId New() => new(OrderedGuid.Next());

    /// <summary>32 hexadecimal digits, as in the database and in URLs.</summary>
    public override string ToString() => Value.ToString("N");
}
