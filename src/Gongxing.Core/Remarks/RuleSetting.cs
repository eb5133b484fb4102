using Gongxing.Core.People;

namespace Gongxing.Core.Remarks;

/// <summary>What the organisation, or one person for themself, has made of a rule (规则调整). Added to; the newest is in force.</summary>
/// <param name="Rule">Its id and check: <c>C24/particles</c>.</param>
/// <param name="For">Null for the whole organisation.</param>
/// <param name="Number">From 1 for the rule and whom it is for.</param>
/// <param name="Level">The level it is lowered to; null when it is silenced or restored.</param>
/// <param name="Reason">Never empty, but where the rule is restored.</param>
public sealed record RuleSetting(
    string Rule, PersonId? For, int Number, RuleAct Act, RemarkLevel? Level, string Reason, PersonId By, DateTimeOffset At)
{
    /// <summary>Why <paramref name="person"/> may not set rules for the whole organisation, or null if they may.</summary>
    /// <remarks>What nobody is asked any more is for the topmost office to answer for: its clerks and its heads.</remarks>
    public static Refusal? WhyNotSetForAll(Person person, OfficeTree offices) =>
        person.IsActive && person.Is(Roles.Clerk | Roles.Head) && offices.Contains(person.Office) && offices[person.Office].Parent is null
            ? null
            : Refusal.NotYourRole;

    /// <summary>The next setting of a rule after <paramref name="last"/>.</summary>
    /// <param name="level">The rule's own level, below which it may be lowered.</param>
    /// <exception cref="RefusedException">There is no reason, or the rule would be raised.</exception>
    public static RuleSetting After(
        RuleSetting? last,
        string rule,
        RemarkLevel level,
        PersonId? @for,
        RuleAct act,
        RemarkLevel? lowerTo,
        string reason,
        PersonId by,
        DateTimeOffset at)
    {
        RefusedException.ThrowIf(
            act != RuleAct.Restore && string.IsNullOrWhiteSpace(reason) ? Refusal.ReasonMissing
            : act == RuleAct.Lower && !(lowerTo > level) ? Refusal.LevelNotLower
            : act == RuleAct.Restore && last is null or { Act: RuleAct.Restore } ? Refusal.NothingDecided
            : null);
        return new RuleSetting(
            rule, @for, (last?.Number ?? 0) + 1, act, act == RuleAct.Lower ? lowerTo : null, reason.Trim(), by, at);
    }
}

/// <summary>What can be done to a rule from outside.</summary>
public enum RuleAct
{
    /// <summary>It asks no more.</summary>
    Silence,

    /// <summary>It asks, and weighs less.</summary>
    Lower,

    /// <summary>It asks as it comes again.</summary>
    Restore,
}
