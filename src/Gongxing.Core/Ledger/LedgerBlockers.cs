using Gongxing.Core.People;

namespace Gongxing.Core.Ledger;

/// <summary>The answer to 为什么不能销号.</summary>
public static class LedgerBlockers
{
    /// <summary>
    /// Everything that keeps the item from being closed, in the order in which it can be lifted; none when it is
    /// closed.
    /// </summary>
    public static IReadOnlyList<Blocker> Blockers(this LedgerItem item)
    {
        if (!item.IsOpen)
        {
            return [];
        }

        List<Blocker> blockers = [.. item.WorkBlockers()];
        if (blockers.Count == 0)
        {
            blockers.Add(item.State is LedgerState.ClosureRequested
                ? item.Blocker(Refusal.ClosurePending, LedgerAct.Close)
                : item.Blocker(Refusal.ClosureNotRequested, LedgerAct.RequestClosure));
        }

        return blockers;
    }

    /// <summary>What has to be done before closing can be asked for.</summary>
    internal static IEnumerable<Blocker> WorkBlockers(this LedgerItem item)
    {
        if (item.PendingVoid is not null)
        {
            yield return item.Blocker(Refusal.VoidPending, LedgerAct.DeclineVoid);
        }

        if (item.State is LedgerState.Proposed)
        {
            yield return item.Blocker(Refusal.NotConfirmed, LedgerAct.Confirm);
        }

        if (item.State is LedgerState.Proposed or LedgerState.Confirmed)
        {
            yield return item.Blocker(Refusal.NotPlanned, LedgerAct.Plan);
            yield break;
        }

        if (!item.IsAccepted)
        {
            yield return item.Blocker(Refusal.NotAccepted, LedgerAct.Accept);
        }

        if (!item.LiveMeasures.Any())
        {
            yield return item.Blocker(Refusal.MeasureMissing, LedgerAct.AddMeasure);
        }

        foreach (LedgerMeasure measure in item.LiveMeasures)
        {
            foreach (Blocker blocker in item.MeasureBlockers(measure))
            {
                yield return blocker;
            }
        }
    }

    /// <summary>Whose verifications the closing would rest on.</summary>
    internal static IEnumerable<PersonId> Verifiers(this LedgerItem item) =>
        item.LiveMeasures.Select(measure => measure.Verified).OfType<LedgerEntry>().Select(entry => entry.By.Id);

    private static IEnumerable<Blocker> MeasureBlockers(this LedgerItem item, LedgerMeasure measure)
    {
        bool isStanding = measure.State is MeasureState.Verified && !item.WhyNotStanding(measure).Any();
        if (item.Level is ClosingLevel.A && measure.IsEvidenceMissing && !isStanding)
        {
            yield return item.Blocker(Refusal.EvidenceMissing, LedgerAct.AddEvidence, measure.Number);
        }

        switch (measure.State)
        {
            case MeasureState.NotStarted or MeasureState.InProgress:
                yield return item.Blocker(Refusal.MeasureNotReported, LedgerAct.Report, measure.Number);
                break;
            case MeasureState.Returned:
                yield return item.Blocker(Refusal.MeasureReturned, LedgerAct.Report, measure.Number);
                break;
            case MeasureState.Reported:
                yield return item.Blocker(Refusal.MeasureNotVerified, LedgerAct.VerifyMeasure, measure.Number);
                break;
            case MeasureState.Verified:
                foreach (Refusal why in item.WhyNotStanding(measure))
                {
                    yield return item.Blocker(why, LedgerAct.VerifyMeasure, measure.Number);
                }

                break;
        }
    }

    private static Blocker Blocker(this LedgerItem item, Refusal why, LedgerAct liftedBy, int? measure = null)
    {
        LedgerRule rule = LedgerRule.All[liftedBy];
        IEnumerable<PersonId> except = rule.IsIndependent
            ? item.Participants.Where(person => item.WhyNotIndependent(person).Any())
            : [];
        except = liftedBy switch
        {
            LedgerAct.Close => except.Append(item.ClosureRequest!.By.Id)
                .Concat(item.Level is ClosingLevel.A ? item.Verifiers() : []),
            LedgerAct.DeclineVoid => except.Append(item.PendingVoid!.By.Id),
            _ => except,
        };
        return new Blocker(
            why,
            measure,
            liftedBy,
            [.. item.Participants.Where(person => (item.PartOf(person) & rule.Parts) != Part.None)],
            rule.Roles,
            [.. except.Distinct()]);
    }
}
