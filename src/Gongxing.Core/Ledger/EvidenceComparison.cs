using Gongxing.Core.People;

namespace Gongxing.Core.Ledger;

/// <summary>A file as an item holds it: the item, and the number of the evidence within it.</summary>
public readonly record struct EvidencePlace(LedgerItemId Item, int Number);

/// <summary>What somebody found on holding evidence against other evidence that is like it (证据比对).</summary>
/// <param name="Reason">Why it may be so all the same.</param>
public sealed record EvidenceComparison(
    EvidencePlace Own, EvidencePlace Other, string Reason, PersonId By, DateTimeOffset At);
