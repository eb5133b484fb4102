namespace Gongxing.Core.Rounds;

public readonly record struct RoundId(Guid Value)
{
    public static RoundId New() => new(OrderedGuid.Next());

    /// <summary>32 hexadecimal digits, as in the database and in URLs.</summary>
    public override string ToString() => Value.ToString("N");
}
