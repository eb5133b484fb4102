using Gongxing.Core.People;

namespace Gongxing.Core.Ledger;

/// <summary>
/// What can be done to a ledger item as a whole; <see cref="MeasureActs"/> has what is done to its measures.
/// </summary>
/// <remarks>
/// Each act asks its guard and hands back the entry to be stored. A guard gives every reason, none when the act is
/// allowed.
/// A page asks <see cref="WhyNot"/> before it shows a button; the act asks again, and adds what the form itself lacks.
/// </remarks>
public static class LedgerActs
{
    /// <summary>
    /// Why <paramref name="by"/> may not do <paramref name="act"/> to the item now, whatever they would write into the
    /// form.
    /// </summary>
    public static IReadOnlyList<Refusal> WhyNot(this LedgerItem item, LedgerAct act, Person by)
    {
        LedgerRule rule = LedgerRule.All[act];
        var why = new List<Refusal>();
        bool mayAct = by.IsActive && !by.Is(Roles.Administrator)
            && (by.Is(rule.Roles) || (item.PartOf(by.Id) & rule.Parts) != Part.None);
        AddIf(why, by.Organisation != item.Organisation, Refusal.NotVisible);
        AddIf(why, !mayAct, Refusal.NotYourRole);
        AddIf(why, !rule.When.Contains(item.State), Refusal.NotInThisState);
        if (rule.IsIndependent)
        {
            why.AddRange(item.WhyNotIndependent(by.Id));
        }

        switch (act)
        {
            case LedgerAct.Accept:
                AddIf(why, item.IsAccepted, Refusal.AlreadyAccepted);
                break;
            case LedgerAct.AmendCriterion:
                AddIf(why, item.IsLocked && item.IsDoer(by.Id), Refusal.YouAnswerForTheWork);
                break;
            case LedgerAct.RequestClosure or LedgerAct.Close:
                why.AddRange(item.WorkBlockers().Select(blocker => blocker.Why).Distinct());
                AddIf(why, act is LedgerAct.Close && item.ClosureRequest?.By.Id == by.Id, Refusal.YouRequestedIt);
                AddIf(why, act is LedgerAct.Close && item.Level is ClosingLevel.A && item.Verifiers().Contains(by.Id),
                    Refusal.YouVerifiedIt);
                break;
            case LedgerAct.ReturnClosure:
                AddIf(why, item.ClosureRequest?.By.Id == by.Id, Refusal.YouRequestedIt);
                break;
            case LedgerAct.RequestExtension:
                AddIf(why, item.PendingExtension is not null, Refusal.AlreadyRequested);
                break;
            case LedgerAct.Extend or LedgerAct.DeclineExtension:
                AddAnswer(item.PendingExtension);
                AddIf(why, (item.PartOf(by.Id) & (Part.Owner | Part.Helper)) != Part.None, Refusal.YouAnswerForTheWork);
                break;
            case LedgerAct.RequestVoid:
                AddIf(why, item.PendingVoid is not null, Refusal.AlreadyRequested);
                break;
            case LedgerAct.Void or LedgerAct.DeclineVoid:
                AddAnswer(item.PendingVoid);
                break;
        }

        return why;

        void AddAnswer(LedgerEntry? request)
        {
            AddIf(why, request is null, Refusal.NothingRequested);
            AddIf(why, request?.By.Id == by.Id, Refusal.YouRequestedIt);
        }
    }

    /// <summary>
    /// As whom somebody acts on the item: a clerk's and a head's role hold for items of their office and those below it, and a head's
    /// where the plan names them to verify. A verifier's holds everywhere.
    /// </summary>
    public static Person Acting(this LedgerItem item, Person person, OfficeTree offices) =>
        offices.IsWithin(item.Office.Id, person.Office) ? person
        : person with
        {
            Roles = person.Roles & ~(item.Verifier?.Id == person.Id ? Roles.Clerk : Roles.Clerk | Roles.Head),
        };

    /// <summary>Every act that <paramref name="by"/> may do now, for the buttons of a page.</summary>
    public static IEnumerable<LedgerAct> ActsOf(this LedgerItem item, Person by) =>
        LedgerRule.All.Keys.Where(act => item.WhyNot(act, by).Count == 0);

    /// <summary>
    /// Four eyes: each way in which <paramref name="person"/> has a hand in the matter. None means independent.
    /// </summary>
    public static IEnumerable<Refusal> WhyNotIndependent(this LedgerItem item, PersonId person)
    {
        Part part = item.PartOf(person);
        if (part.HasFlag(Part.Subject))
        {
            yield return Refusal.YouAreTheSubject;
        }

        if (item.IsDoer(person))
        {
            yield return Refusal.YouAnswerForTheWork;
        }

        if (part.HasFlag(Part.Reporter))
        {
            yield return Refusal.YouReportedIt;
        }

        if (part.HasFlag(Part.Uploader))
        {
            yield return Refusal.YouHandedInTheEvidence;
        }

        if (part.HasFlag(Part.Amender))
        {
            yield return Refusal.YouChangedTheCriterion;
        }
    }

    public static IReadOnlyList<Refusal> WhyNotPropose(Proposal proposal, Person by)
    {
        var why = new List<Refusal>();
        AddIf(why, !by.IsActive || by.Is(Roles.Administrator) || by.Roles is Roles.None, Refusal.NotYourRole);
        AddIf(why, string.IsNullOrWhiteSpace(proposal.Title), Refusal.TitleMissing);
        AddIf(why, string.IsNullOrWhiteSpace(proposal.Text), Refusal.TextMissing);
        AddIf(why, proposal.Year is < 1900 or > 9999, Refusal.YearMissing);
        AddIf(why, proposal.Measures.Any(measure => string.IsNullOrWhiteSpace(measure.Text)),
            Refusal.MeasureWithoutText);
        return why;
    }

    public static LedgerEntry Confirm(this LedgerItem item, Person by, string note, DateTimeOffset at) =>
        item.Do(LedgerAct.Confirm, by, note, null, at);

    /// <summary>
    /// Sets who, when and by what standard. Planned again, a plan replaces the one before as long as nobody accepted
    /// it.
    /// </summary>
    public static LedgerEntry Plan(this LedgerItem item, Person by, LedgerPlan plan, string note, DateTimeOffset at) =>
        item.Do(LedgerAct.Plan, by, note, plan, at, plan.WhyNot(item.Subject));

    public static LedgerEntry Accept(this LedgerItem item, Person by, string note, DateTimeOffset at) =>
        item.Do(LedgerAct.Accept, by, note, null, at);

    public static LedgerEntry RequestClosure(this LedgerItem item, Person by, string note, DateTimeOffset at) =>
        item.Do(LedgerAct.RequestClosure, by, note, null, at);

    public static LedgerEntry Close(this LedgerItem item, Person by, string note, DateTimeOffset at) =>
        item.Do(LedgerAct.Close, by, note, null, at, Reason(note));

    /// <param name="measures">What has to be done again; at least one, or the very same request would come
    /// back.</param>
    public static LedgerEntry ReturnClosure(
        this LedgerItem item, Person by, IReadOnlyList<int> measures, string reason, DateTimeOffset at) =>
        item.Do(LedgerAct.ReturnClosure, by, reason, new LedgerDetail.RedoneMeasures(measures, null), at,
            [.. Reason(reason), .. item.WhyNotRedo(measures)]);

    /// <param name="measures">What has to be done again; at least one.</param>
    public static LedgerEntry Reopen(
        this LedgerItem item, Person by, IReadOnlyList<int> measures, DateOnly due, string reason, DateOnly today,
        DateTimeOffset at) =>
        item.Do(LedgerAct.Reopen, by, reason, new LedgerDetail.RedoneMeasures(measures, due), at,
            [
                .. Reason(reason),
                .. item.WhyNotRedo(measures),
                .. due < today ? [Refusal.DueNotLater] : Array.Empty<Refusal>(),
            ]);

    /// <param name="today">Where the office is; a request after the old date is flagged, not refused.</param>
    public static LedgerEntry RequestExtension(
        this LedgerItem item, Person by, DateOnly due, string reason, DateOnly today, DateTimeOffset at) =>
        item.Do(LedgerAct.RequestExtension, by, reason, new LedgerDetail.NewDue(due, item.IsOverdue(today)), at,
            [.. Reason(reason), .. item.WhyNotUntil(due)]);

    /// <param name="due">What is granted; it need not be what was asked for.</param>
    public static LedgerEntry Extend(this LedgerItem item, Person by, DateOnly due, string note, DateTimeOffset at) =>
        item.Do(LedgerAct.Extend, by, note,
            new LedgerDetail.NewDue(due, item.PendingExtension?.Detail is LedgerDetail.NewDue { IsLate: true }), at,
            item.WhyNotUntil(due));

    public static LedgerEntry DeclineExtension(this LedgerItem item, Person by, string reason, DateTimeOffset at) =>
        item.Do(LedgerAct.DeclineExtension, by, reason, null, at, Reason(reason));

    /// <summary>
    /// Gives the item to a new owner, who has to accept it; the old one stays on record and never becomes independent.
    /// </summary>
    public static LedgerEntry Handover(
        this LedgerItem item, Person by, NamedPerson owner, NamedOffice office, string reason, DateTimeOffset at) =>
        item.Do(LedgerAct.Handover, by, reason, new LedgerDetail.NewOwner(owner, office), at,
            [.. Reason(reason), .. owner.Id == item.Owner?.Id ? [Refusal.OwnerUnchanged] : Array.Empty<Refusal>()]);

    public static LedgerEntry RequestVoid(this LedgerItem item, Person by, string reason, DateTimeOffset at) =>
        item.Do(LedgerAct.RequestVoid, by, reason, null, at, Reason(reason));

    public static LedgerEntry DeclineVoid(this LedgerItem item, Person by, string reason, DateTimeOffset at) =>
        item.Do(LedgerAct.DeclineVoid, by, reason, null, at, Reason(reason));

    public static LedgerEntry Void(this LedgerItem item, Person by, string reason, DateTimeOffset at) =>
        item.Do(LedgerAct.Void, by, reason, null, at, Reason(reason));

    public static LedgerEntry Note(this LedgerItem item, Person by, string text, DateTimeOffset at) =>
        item.Do(LedgerAct.Note, by, text, null, at, string.IsNullOrWhiteSpace(text) ? [Refusal.TextMissing] : []);

    /// <summary>
    /// The act is one of judging the work; whoever did it counts as a verifier of the item from then on.
    /// </summary>
    internal static bool IsCheck(LedgerAct act) =>
        LedgerRule.All.TryGetValue(act, out LedgerRule? rule) && rule.IsIndependent;

    internal static LedgerEntry Do(
        this LedgerItem item, LedgerAct act, Person by, string note, LedgerDetail? detail, DateTimeOffset at,
        IReadOnlyList<Refusal>? formLacks = null)
    {
        RefusedException.ThrowIfAny([.. item.WhyNot(act, by), .. formLacks ?? []]);
        return item.Append(act, by, note, detail, at);
    }

    internal static IReadOnlyList<Refusal> Reason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? [Refusal.ReasonMissing] : [];

    internal static bool IsDoer(this LedgerItem item, PersonId person) =>
        (item.PartOf(person) & (Part.Owner | Part.Helper | Part.Lead | Part.PastDoer)) != Part.None;

    internal static void AddIf(List<Refusal> why, bool holds, Refusal reason)
    {
        if (holds)
        {
            why.Add(reason);
        }
    }

    private static IEnumerable<Refusal> WhyNotRedo(this LedgerItem item, IReadOnlyList<int> measures) =>
        measures.Count == 0 ? [Refusal.MeasureMissing]
        : measures.All(number => item.Measure(number) is { State: MeasureState.Verified }) ? []
        : [Refusal.NoSuchPart];

    private static IReadOnlyList<Refusal> WhyNotUntil(this LedgerItem item, DateOnly due) =>
        due > item.Due ? [] : [Refusal.DueNotLater];
}
