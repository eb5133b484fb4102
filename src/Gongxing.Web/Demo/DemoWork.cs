using Gongxing.Core.Ledger;
using Gongxing.Core.People;

namespace Gongxing.Web.Demo;

/// <summary>Does to an item of the example what people would have done by now, each by the one who may.</summary>
public sealed class DemoWork(DemoLedger words, IReadOnlyDictionary<string, Person> people, DateOnly today, DateTimeOffset now)
{
    private readonly Person _clerk = people["clerk"];
    private readonly Person _owner = people["owner"];
    private readonly Person _verifier = people["verifier"];
    private readonly Person _closer = people["verifier2"];

    /// <summary>Brings an item that was just proposed as far as <paramref name="stage"/> says.</summary>
    /// <param name="file">The evidence it is reported with; null for the reference.</param>
    public void Bring(LedgerItem item, DemoStage stage, EvidenceFile? file)
    {
        if (stage.Reach is DemoReach.Voided)
        {
            item.RequestVoid(_clerk, words.Voiding, now.AddDays(-20));
            item.Void(_verifier, words.Voiding, now.AddDays(-19));
            return;
        }

        if (stage.Reach >= DemoReach.Confirmed)
        {
            item.Confirm(_clerk, "", now.AddDays(-88));
        }

        if (stage.Reach >= DemoReach.Planned)
        {
            item.Plan(_clerk, PlanOf(item, stage), "", now.AddDays(-85));
        }

        if (stage.Reach >= DemoReach.InProgress)
        {
            item.Accept(_owner, "", now.AddDays(-80));
        }

        if (stage.Reach >= DemoReach.Reported)
        {
            Each(item, measure => item.Report(_owner, measure, words.Report, [file is null ? Reference() : new Evidence { File = file }], now.AddDays(-12)));
        }

        if (stage.Reach is DemoReach.Returned)
        {
            item.ReturnMeasure(_verifier, 1, words.Return, now.AddDays(-8));
        }

        if (stage.Reach >= DemoReach.Verified)
        {
            Each(item, measure => Verify(item, measure));
        }

        Close(item, stage);
    }

    private void Close(LedgerItem item, DemoStage stage)
    {
        if (stage.Reach >= DemoReach.ClosureRequested)
        {
            item.RequestClosure(_owner, words.Report, now.AddDays(-6));
        }

        if (stage.Reach >= DemoReach.Closed)
        {
            item.Close(_closer, words.Closing, now.AddDays(-5));
        }

        if (stage.Reach is DemoReach.Reopened)
        {
            item.Reopen(_verifier, [1], today.AddDays(stage.DueIn), words.Reopening, today, now.AddDays(-1));
        }
    }

    private LedgerPlan PlanOf(LedgerItem item, DemoStage stage) => new()
    {
        Office = item.Office,
        Owner = NamedPerson.Of(_owner),
        Lead = NamedPerson.Of(people["head"]),
        Due = today.AddDays(stage.DueIn),
        Measures = item.Measures.Count > 0
            ? [.. item.Measures.Select(measure => measure.Planned with { Criteria = [words.Criterion] })]
            : [new PlannedMeasure(words.Measure, [words.Criterion])],
    };

    private Evidence Reference() => new()
    {
        Reference = new EvidenceReference(words.Evidence.Number, today.AddDays(-14), words.Evidence.Where),
    };

    private void Verify(LedgerItem item, int measure)
    {
        int[] evidence = [.. item.Measure(measure)!.EvidenceInForce.Select(held => held.Number)];
        var verification = new Verification
        {
            Measure = measure,
            Method = VerificationMethod.OnSite,
            Checks = [new CriterionCheck(1, CheckResult.Met, words.Check, evidence)],
        };
        item.VerifyMeasure(_verifier, verification, "", now.AddDays(-7));
    }

    private static void Each(LedgerItem item, Action<int> act)
    {
        foreach (int measure in item.Measures.Select(measure => measure.Number).ToList())
        {
            act(measure);
        }
    }
}
