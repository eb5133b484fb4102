using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;

namespace Gongxing.Core.Relapses;

/// <summary>What somebody said of a finding that seems to say an earlier one again (屡改屡犯). Added to, never changed.</summary>
/// <param name="Number">
/// From 1 in the material of the new finding. Two decisions made on the same page get the same number, and one is refused.
/// </param>
/// <param name="Now">The new finding.</param>
/// <param name="Then">The earlier one; null for one that stands in the ledger only.</param>
/// <param name="Item">The ledger item of the earlier one; null when it had none.</param>
/// <param name="Reason">Never empty for a refusal.</param>
public sealed record RelapseDecision(
    int Number,
    FindingPlace Now,
    FindingPlace? Then,
    LedgerItemId? Item,
    RelapseAct Act,
    string Reason,
    PersonId By,
    DateTimeOffset At)
{
    /// <summary>Whether the decision is about these two findings.</summary>
    public bool IsAbout(FindingPlace now, FindingPlace? then, LedgerItemId? item) =>
        Now.IsSameAs(now) && ((Then is not null && Then.IsSameAs(then)) || (Item is not null && Item == item));

    /// <summary>Why <paramref name="person"/> may not say whether it is the same problem, or null if they may.</summary>
    /// <remarks>
    /// Clerks, heads and verifiers, as far as they may read the material; never the person it is about, who has an interest in
    /// the answer.
    /// </remarks>
    public static Refusal? WhyNotDecide(Material material, Person person, OfficeTree offices) =>
        material.WhyNotRead(person, offices)
        ?? (!person.Is(Roles.Clerk | Roles.Head | Roles.Verifier) ? Refusal.NotYourRole
            : person.Id == material.Subject ? Refusal.YouAreTheSubject
            : null);

    /// <summary>The decision that follows <paramref name="last"/> about the same two findings.</summary>
    /// <exception cref="RefusedException">A refusal has no reason, or there is nothing to take back.</exception>
    public RelapseDecision After(RelapseDecision? last)
    {
        RefusedException.ThrowIf(
            Act == RelapseAct.Refuse && string.IsNullOrWhiteSpace(Reason) ? Refusal.ReasonMissing
            : Act == RelapseAct.TakeBack && (last is null or { Act: RelapseAct.TakeBack }) ? Refusal.NothingDecided
            : null);
        return this;
    }
}

public enum RelapseAct
{
    /// <summary>是同一个问题</summary>
    Confirm,

    /// <summary>不是同一个问题, for a reason.</summary>
    Refuse,

    /// <summary>Takes back what was said before: the question is open again.</summary>
    TakeBack,
}
