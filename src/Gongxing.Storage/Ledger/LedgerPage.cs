namespace Gongxing.Storage.Ledger;

/// <summary>One page of a list, and how many items there are in all.</summary>
/// <param name="Before">Go on before this for the page before; null on the first.</param>
/// <param name="After">Go on after this for the next page; null on the last.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerLine> Lines, long Count, LedgerPlace? Before, LedgerPlace? After);
