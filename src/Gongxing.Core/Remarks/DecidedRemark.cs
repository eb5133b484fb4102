using Gongxing.Core.People;

namespace Gongxing.Core.Remarks;

/// <summary>A remark on a draft with the decision in force: made on this draft, or carried over from an earlier one.</summary>
/// <param name="Decision">The newest; null when nobody has decided anything. It may be one that takes another back.</param>
public sealed record DecidedRemark(Remark Remark, int Draft, RemarkDecision? Decision)
{
    /// <summary>Made on an earlier draft.</summary>
    public bool IsCarried => IsFromBefore(Decision, Draft);

    public RemarkState State => StateOf(Decision, Draft);

    /// <summary>Puts the decisions in force beside the remarks on a draft.</summary>
    /// <param name="decisions">On this draft and others of its series, in any order.</param>
    public static IReadOnlyList<DecidedRemark> Of(IReadOnlyList<Remark> remarks, int draft, IEnumerable<RemarkDecision> decisions)
    {
        IReadOnlyDictionary<string, RemarkDecision> inForce = InForce(draft, decisions);
        return [.. remarks.Select(remark => new DecidedRemark(remark, draft, inForce.GetValueOrDefault(remark.Fingerprint)))];
    }

    /// <summary>The newest decision on each fingerprint, as the draft sees it: what was decided on a later draft is left out.</summary>
    public static IReadOnlyDictionary<string, RemarkDecision> InForce(int draft, IEnumerable<RemarkDecision> decisions)
    {
        var newest = new Dictionary<string, RemarkDecision>(StringComparer.Ordinal);
        foreach (RemarkDecision decision in decisions.Where(one => one.Draft <= draft))
        {
            if (!newest.TryGetValue(decision.Fingerprint, out RemarkDecision? known)
                || (decision.Draft, decision.Number).CompareTo((known.Draft, known.Number)) > 0)
            {
                newest[decision.Fingerprint] = decision;
            }
        }

        return newest;
    }

    /// <summary>How a remark on a draft stands with the decision in force.</summary>
    /// <remarks>
    /// A reason given once holds for the next draft. A promise to change does not: the words are still there, so the question
    /// is open again, and the page says what was promised.
    /// </remarks>
    public static RemarkState StateOf(RemarkDecision? inForce, int draft) => inForce?.Act switch
    {
        RemarkAct.Reject => RemarkState.Rejected,
        RemarkAct.Adopt when !IsFromBefore(inForce, draft) => RemarkState.Adopted,
        RemarkAct.Change when !IsFromBefore(inForce, draft) => RemarkState.Changed,
        _ => RemarkState.Open,
    };

    /// <summary>Why this cannot be decided now, whoever asks; null if it can. Who may decide: <c>Material.WhyNotDecide</c>.</summary>
    public Refusal? WhyNotDecide(RemarkAct act, string reason) =>
        act == RemarkAct.TakeBack && Decision is null or { Act: RemarkAct.TakeBack } ? Refusal.NothingDecided
        : act == RemarkAct.Reject && string.IsNullOrWhiteSpace(reason) ? Refusal.ReasonMissing
        : null;

    /// <summary>The next decision about the remark, to be stored.</summary>
    /// <exception cref="RefusedException">See <see cref="WhyNotDecide"/>.</exception>
    public RemarkDecision Decide(RemarkAct act, string reason, PersonId by, DateTimeOffset at)
    {
        RefusedException.ThrowIf(WhyNotDecide(act, reason));
        int number = Decision is { } last && last.Draft == Draft ? last.Number + 1 : 1;
        return new RemarkDecision(Remark.Fingerprint, Remark.Rule, Draft, number, act, reason.Trim(), by, at);
    }

    private static bool IsFromBefore(RemarkDecision? decision, int draft) =>
        decision is { Act: not RemarkAct.TakeBack } && decision.Draft < draft;
}

/// <summary>How a remark on a draft stands.</summary>
public enum RemarkState
{
    Open,
    Adopted,
    Changed,
    Rejected,
}
