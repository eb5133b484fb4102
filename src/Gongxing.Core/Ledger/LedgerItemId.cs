namespace Gongxing.Core.Ledger;

public readonly record struct LedgerItemId(Guid Value)
{
    public static LedgerItemId New() => new(OrderedGuid.Next());

    /// <summary>32 hexadecimal digits, as in the database and in URLs.</summary>
    public override string ToString() => Value.ToString("N");
}
