using Gongxing.Core.People;

namespace Gongxing.Core.Ledger;

/// <summary>
/// One thing that keeps an item from being closed (为什么不能销号), the act that lifts it, and who may do that act.
/// </summary>
/// <param name="Measure">Number of the measure it is about; null when it is about the item.</param>
/// <param name="Persons">Who may by the part they have in the item.</param>
/// <param name="Roles">Who may by role.</param>
/// <param name="Except">Who may not in spite of the role, for want of independence.</param>
public sealed record Blocker(
    Refusal Why,
    int? Measure,
    LedgerAct LiftedBy,
    IReadOnlyList<PersonId> Persons,
    Roles Roles,
    IReadOnlyList<PersonId> Except);
