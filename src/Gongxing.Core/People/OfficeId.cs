namespace Gongxing.Core.People;

public readonly record struct OfficeId(Guid Value)
{
    public static OfficeId New() => new(OrderedGuid.Next());

    /// <summary>32 hexadecimal digits, as in the database and in URLs.</summary>
    public override string ToString() => Value.ToString("N");
}
