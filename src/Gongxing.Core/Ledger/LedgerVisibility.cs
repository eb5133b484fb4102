using Gongxing.Core.People;

namespace Gongxing.Core.Ledger;

/// <summary>Who sees an item. Lists and counts ask the same in SQL; a test holds the two together.</summary>
public static class LedgerVisibility
{
    /// <summary>States in which an item is shown to every verifier of the organisation.</summary>
    public static IReadOnlyList<LedgerState> ShownToVerifiers { get; } =
    [
        LedgerState.InProgress,
        LedgerState.ClosureRequested,
        LedgerState.Returned,
        LedgerState.Closed,
        LedgerState.Reopened,
    ];

    /// <summary>Why <paramref name="person"/> may not see the item, or null if they may.</summary>
    /// <remarks>
    /// Everybody who has or had a part in it, the clerks and heads of its office and of those above, and verifiers from
    /// the
    /// time the work has begun. An administrator sees none.
    /// </remarks>
    public static Refusal? WhyNotRead(this LedgerItem item, Person person, OfficeTree offices) =>
        person.Organisation == item.Organisation && person.IsActive && !person.Is(Roles.Administrator)
            && (item.PartOf(person.Id) != Part.None
                || (person.Is(Roles.Verifier) && ShownToVerifiers.Contains(item.State))
                || (person.Is(Roles.Clerk | Roles.Head) && offices.IsWithin(item.Office.Id, person.Office)))
            ? null
            : Refusal.NotVisible;
}
