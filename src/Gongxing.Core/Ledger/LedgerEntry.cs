namespace Gongxing.Core.Ledger;

/// <summary>
/// What was done to a ledger item (办理记录): by whom, when, and in their words. Numbered from 1 within the item.
/// </summary>
/// <param name="At">UTC, whole milliseconds.</param>
/// <param name="Detail">What the act carries besides; null for an act that carries nothing.</param>
public sealed record LedgerEntry(
    int Number, LedgerAct Act, NamedPerson By, DateTimeOffset At, string Note, LedgerDetail? Detail);
