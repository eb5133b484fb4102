using Gongxing.Core.People;

namespace Gongxing.Core.Ledger;

/// <summary>
/// What can be done to the measures of an item. The owner reports, somebody independent verifies or returns.
/// </summary>
public static class MeasureActs
{
    /// <summary>
    /// Why <paramref name="by"/> may not do <paramref name="act"/> to measure <paramref name="number"/> now.
    /// </summary>
    public static IReadOnlyList<Refusal> WhyNot(this LedgerItem item, LedgerAct act, Person by, int number)
    {
        List<Refusal> why = [.. item.WhyNot(act, by)];
        if (item.Measure(number) is not { } measure)
        {
            why.Add(Refusal.NoSuchPart);
            return why;
        }

        bool standing = measure.State is MeasureState.Verified && !item.WhyNotStanding(measure).Any();
        switch (act)
        {
            case LedgerAct.Report:
                bool isClosed = measure.State is MeasureState.NotStarted or MeasureState.Cancelled;
                LedgerActs.AddIf(why, isClosed || standing, Refusal.MeasureNotOpen);
                break;
            case LedgerAct.AddEvidence or LedgerAct.WithdrawEvidence:
            case LedgerAct.CancelMeasure or LedgerAct.AmendCriterion:
                LedgerActs.AddIf(why, measure.State is MeasureState.Cancelled, Refusal.MeasureNotOpen);
                break;
            case LedgerAct.ReturnMeasure:
                LedgerActs.AddIf(why, measure.State is not (MeasureState.Reported or MeasureState.Verified),
                    Refusal.MeasureNotVerifiable);
                break;
            case LedgerAct.VerifyMeasure:
                LedgerActs.AddIf(why, measure.State is not (MeasureState.Reported or MeasureState.Verified),
                    Refusal.MeasureNotVerifiable);
                LedgerActs.AddIf(why, standing, Refusal.AlreadyVerified);
                LedgerActs.AddIf(why, measure.Criteria.Count == 0, Refusal.CriterionMissing);
                bool lacksEvidence = item.Level is ClosingLevel.A && measure.IsEvidenceMissing;
                LedgerActs.AddIf(why, lacksEvidence, Refusal.EvidenceMissing);
                break;
        }

        return why;
    }

    /// <summary>Why the verification of a measure no longer holds; none when it does.</summary>
    public static IEnumerable<Refusal> WhyNotStanding(this LedgerItem item, LedgerMeasure measure)
    {
        if (measure.IsVerificationStale)
        {
            yield return Refusal.VerificationStale;
        }

        // Whoever verified may have become owner or handed evidence in since.
        if (measure.Verified is { } entry && item.WhyNotIndependent(entry.By.Id).Any())
        {
            yield return Refusal.VerifierNotIndependent;
        }
    }

    public static LedgerEntry AddMeasure(
        this LedgerItem item, Person by, PlannedMeasure measure, string reason, DateTimeOffset at)
    {
        List<Refusal> lacks = [.. LedgerActs.Reason(reason)];
        LedgerActs.AddIf(lacks, string.IsNullOrWhiteSpace(measure.Text), Refusal.MeasureWithoutText);
        LedgerActs.AddIf(lacks, !measure.HasCriterion, Refusal.CriterionMissing);
        LedgerActs.AddIf(lacks, measure.Due > item.Due, Refusal.MeasureDueAfterItem);
        return item.Do(LedgerAct.AddMeasure, by, reason, new LedgerDetail.AddedMeasure(measure), at, lacks);
    }

    public static LedgerEntry CancelMeasure(
        this LedgerItem item, Person by, int measure, string reason, DateTimeOffset at) =>
        item.Do(LedgerAct.CancelMeasure, by, measure, reason, new LedgerDetail.OneMeasure(measure), at,
            LedgerActs.Reason(reason));

    /// <param name="reason">May be empty only until the owner has accepted the item.</param>
    public static LedgerEntry AmendCriterion(
        this LedgerItem item, Person by, int measure, int criterion, string text, string reason, DateTimeOffset at)
    {
        List<Refusal> lacks = [.. item.IsLocked ? LedgerActs.Reason(reason) : []];
        LedgerActs.AddIf(lacks, string.IsNullOrWhiteSpace(text), Refusal.TextMissing);
        LedgerActs.AddIf(
            lacks, item.Measure(measure)?.Criteria.Any(held => held.Number == criterion) is false, Refusal.NoSuchPart);
        return item.Do(LedgerAct.AmendCriterion, by, measure, reason,
            new LedgerDetail.AmendedCriterion(measure, criterion, text), at, lacks);
    }

    /// <summary>
    /// Reports a measure as done. Evidence may follow, and some checks are made on the spot: none is demanded here.
    /// </summary>
    public static LedgerEntry Report(
        this LedgerItem item, Person by, int measure, string text, IReadOnlyList<Evidence> evidence, DateTimeOffset at)
    {
        List<Refusal> lacks = [];
        LedgerActs.AddIf(lacks, string.IsNullOrWhiteSpace(text), Refusal.TextMissing);
        LedgerActs.AddIf(lacks, !evidence.All(piece => piece.IsComplete), Refusal.EvidenceIncomplete);
        return item.Do(LedgerAct.Report, by, measure, text, new LedgerDetail.HandedIn(measure, evidence), at, lacks);
    }

    public static LedgerEntry AddEvidence(
        this LedgerItem item, Person by, int measure, IReadOnlyList<Evidence> evidence, string note, DateTimeOffset at)
    {
        List<Refusal> lacks = [];
        LedgerActs.AddIf(lacks, evidence.Count == 0, Refusal.EvidenceMissing);
        LedgerActs.AddIf(lacks, !evidence.All(piece => piece.IsComplete), Refusal.EvidenceIncomplete);
        return item.Do(
            LedgerAct.AddEvidence, by, measure, note, new LedgerDetail.HandedIn(measure, evidence), at, lacks);
    }

    /// <summary>
    /// Takes evidence out of force; it stays on record, and whoever handed it in stays barred from verifying.
    /// </summary>
    public static LedgerEntry WithdrawEvidence(
        this LedgerItem item, Person by, int measure, int evidence, string reason, DateTimeOffset at)
    {
        List<Refusal> lacks = [.. LedgerActs.Reason(reason)];
        LedgerActs.AddIf(lacks, item.Measure(measure)?.EvidenceInForce.Any(held => held.Number == evidence) is false,
            Refusal.EvidenceNotInForce);
        return item.Do(LedgerAct.WithdrawEvidence, by, measure, reason,
            new LedgerDetail.WithdrawnEvidence(measure, evidence), at, lacks);
    }

    public static LedgerEntry ReturnMeasure(
        this LedgerItem item, Person by, int measure, string reason, DateTimeOffset at) =>
        item.Do(LedgerAct.ReturnMeasure, by, measure, reason, new LedgerDetail.OneMeasure(measure), at,
            LedgerActs.Reason(reason));

    /// <summary>
    /// Finds a measure done, criterion by criterion. One that is not met is a case for <see cref="ReturnMeasure"/>.
    /// </summary>
    public static LedgerEntry VerifyMeasure(
        this LedgerItem item, Person by, Verification verification, string note, DateTimeOffset at)
    {
        LedgerMeasure? measure = item.Measure(verification.Measure);
        IReadOnlyList<Refusal> lacks = measure is null ? [] : WhyNotEnough(measure, verification);
        return item.Do(LedgerAct.VerifyMeasure, by, verification.Measure, note,
            verification with { ContentHash = measure?.ContentHash() ?? "" }, at, lacks);
    }

    private static List<Refusal> WhyNotEnough(LedgerMeasure measure, Verification verification)
    {
        IReadOnlyList<CriterionCheck> checks = verification.Checks;
        HashSet<int> inForce = [.. measure.EvidenceInForce.Select(held => held.Number)];
        List<Refusal> why = [];
        bool isEachChecked = checks.Select(check => check.Criterion).Order()
            .SequenceEqual(measure.Criteria.Select(criterion => criterion.Number));
        LedgerActs.AddIf(why, !isEachChecked, Refusal.CriterionWithoutResult);
        LedgerActs.AddIf(why, checks.Any(check => check.Result is CheckResult.NotMet), Refusal.CriterionNotMet);
        LedgerActs.AddIf(why, checks.All(check => check.Result is CheckResult.NotApplicable), Refusal.NothingChecked);

        // Without evidence the verifier's own record is the evidence: what was seen, on the spot or by word of mouth.
        LedgerActs.AddIf(why, checks.Any(check => NeedsNote(check) && string.IsNullOrWhiteSpace(check.Note)),
            Refusal.CheckNoteMissing);
        LedgerActs.AddIf(why, checks.Any(check => !check.Evidence.All(inForce.Contains)), Refusal.EvidenceNotInForce);
        bool isOnPaper = verification.Method is VerificationMethod.Documents;
        LedgerActs.AddIf(why, isOnPaper && checks.All(check => check.Evidence.Count == 0), Refusal.EvidenceMissing);
        return why;
    }

    private static bool NeedsNote(CriterionCheck check) =>
        check.Result is not CheckResult.Met || check.Evidence.Count == 0;

    private static LedgerEntry Do(
        this LedgerItem item, LedgerAct act, Person by, int measure, string note, LedgerDetail detail,
        DateTimeOffset at, IReadOnlyList<Refusal> formLacks)
    {
        RefusedException.ThrowIfAny([.. item.WhyNot(act, by, measure), .. formLacks]);
        return item.Append(act, by, note, detail, at);
    }
}
