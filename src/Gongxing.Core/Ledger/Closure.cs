namespace Gongxing.Core.Ledger;

/// <summary>A striking-off (销号). It is kept when the item is reopened.</summary>
/// <param name="Verifications">Entries that hold the verifications it rests on.</param>
/// <param name="ReopenedBy">The entry that reopened the item; null while the closure holds.</param>
public sealed record Closure(
    LedgerEntry Entry, LedgerEntry Request, IReadOnlyList<LedgerEntry> Verifications, LedgerEntry? ReopenedBy);
