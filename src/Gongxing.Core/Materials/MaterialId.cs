namespace Gongxing.Core.Materials;

public readonly record struct MaterialId(Guid Value)
{
    public static MaterialId New() => new(OrderedGuid.Next());

    /// <summary>32 hexadecimal digits, as in the database and in URLs.</summary>
    public override string ToString() => Value.ToString("N");
}
