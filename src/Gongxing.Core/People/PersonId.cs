namespace Gongxing.Core.People;

public readonly record struct PersonId(Guid Value)
{
    public static PersonId New() => new(OrderedGuid.Next());

    /// <summary>32 hexadecimal digits, as in the database and in URLs.</summary>
    public override string ToString() => Value.ToString("N");
}
