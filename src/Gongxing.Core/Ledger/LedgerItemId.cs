namespace Gongxing.Core.Ledger;

public readonly record struct LedgerItemId(Guid Value)
{
    public static LedgerItemId New() => new(Guid.CreateVersion7());

    /// <summary>32 hexadecimal digits, as in the database and in URLs.</summary>
    public override string ToString() => Value.ToString("N");
}
