using CsCheck;
using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;

namespace Gongxing.Tests.Core.Ledger;

/// <summary>Random people do random things to an item; whatever the rules let through, four eyes hold.</summary>
public class FourEyesTests
{
    private static readonly DateTimeOffset At = Cast.Monday;

    private static readonly Cast Cast1 = new();

    private static readonly Person[] People =
    [
        Cast1.Somebody("甲", Roles.Author | Roles.Verifier),
        Cast1.Somebody("乙", Roles.Clerk | Roles.Verifier),
        Cast1.Somebody("丙", Roles.Owner | Roles.Verifier),
        Cast1.Somebody("丁", Roles.Owner | Roles.Head),
        Cast1.Somebody("戊", Roles.Verifier),
        Cast1.Somebody("己", Roles.Verifier | Roles.Head),
        Cast1.Somebody("庚", Roles.Verifier),
    ];

    private static readonly LedgerAct[] Acts =
        [.. Enum.GetValues<LedgerAct>().Except([LedgerAct.Propose, LedgerAct.Void])];

    // Acts of the ordinary way are chosen more often, or few sequences would get as far as a closure.
    private static readonly LedgerAct[] Ordinary =
        [LedgerAct.Accept, LedgerAct.Report, LedgerAct.VerifyMeasure, LedgerAct.RequestClosure, LedgerAct.Close];

    private static readonly Gen<(int Level, (int Act, int Who, int Other)[] Steps)> Sequences = Gen.Select(
        Gen.Int[0, 2],
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, People.Length - 1], Gen.Int[0, People.Length - 1]).Array[40, 160]);

    [Fact]
    public void No_closed_item_was_verified_or_closed_by_somebody_with_a_hand_in_it()
    {
        int closed = 0;
        Sequences.Sample(
            sequence =>
            {
                LedgerItem item = New((ClosingLevel)sequence.Level);
                foreach (var (act, who, other) in sequence.Steps)
                {
                    TryAct(item, Choose(item, act, who), People[other]);
                    closed += item.State is LedgerState.Closed && item.Entries[^1].Act is LedgerAct.Close ? 1 : 0;
                    AssertFourEyes(item);
                }

                AssertSame(item, LedgerItem.Restore(item.Organisation, item.Id, item.Entries));
            },
            iter: 200,
            threads: 1);

        Assert.True(closed > 50, $"Only {closed} closures: the test would prove nothing.");
    }

    /// <summary>Judged from the bare entries, not by asking the item: its answer is what is tested.</summary>
    private static void AssertFourEyes(LedgerItem item)
    {
        if (item.State is not LedgerState.Closed)
        {
            return;
        }

        HashSet<PersonId> hands = [item.Proposal.Subject!.Id];
        Dictionary<int, PersonId> verifiers = [];
        bool isAccepted = false;
        List<PersonId> planned = [];
        List<PersonId> helping = [];
        foreach (LedgerEntry entry in item.Entries)
        {
            switch (entry.Act, entry.Detail)
            {
                case (LedgerAct.Plan, LedgerPlan plan):
                    planned = [.. plan.Doers().Select(doer => doer.Id)];
                    helping = [.. (plan with { Owner = null }).Doers().Select(doer => doer.Id)];
                    break;
                case (LedgerAct.Accept, _):
                    isAccepted = true;
                    hands.UnionWith(planned);
                    break;
                case (LedgerAct.Handover, LedgerDetail.NewOwner handover):
                    // Who was owner only before anybody had taken the work on has done nothing of it.
                    planned = isAccepted ? [.. planned, handover.Owner.Id] : [handover.Owner.Id, .. helping];
                    hands.UnionWith(isAccepted ? planned : []);
                    break;
                case (LedgerAct.Report or LedgerAct.AddEvidence, _):
                    hands.Add(entry.By.Id);
                    break;
                case (LedgerAct.VerifyMeasure, Verification verification):
                    verifiers[verification.Measure] = entry.By.Id;
                    break;
                case (LedgerAct.CancelMeasure, LedgerDetail.OneMeasure one):
                    verifiers.Remove(one.Measure);
                    break;
            }
        }

        PersonId closer = item.Entries.Last(entry => entry.Act is LedgerAct.Close).By.Id;
        Assert.True(isAccepted);
        Assert.NotEmpty(verifiers);
        Assert.DoesNotContain(closer, hands);
        Assert.Empty(verifiers.Values.Intersect(hands));
        if (item.Level is ClosingLevel.A)
        {
            Assert.DoesNotContain(closer, verifiers.Values);
        }
    }

    private static void AssertSame(LedgerItem lived, LedgerItem restored)
    {
        Assert.Equal(
            (lived.State, lived.Due, lived.Owner, lived.Extensions, lived.Reopenings, lived.IsAccepted,
                lived.Closures.Count),
            (restored.State, restored.Due, restored.Owner, restored.Extensions, restored.Reopenings,
                restored.IsAccepted, restored.Closures.Count));
        Assert.Equal(lived.Measures.Select(Look), restored.Measures.Select(Look));
        Assert.Equal(
            People.Select(person => lived.PartOf(person.Id)), People.Select(person => restored.PartOf(person.Id)));
        Assert.Equal(
            lived.Blockers().Select(b => (b.Why, b.Measure)), restored.Blockers().Select(b => (b.Why, b.Measure)));

        static object Look(LedgerMeasure measure) =>
            (measure.State, measure.ContentHash(), measure.IsVerificationStale, measure.ReturnedBecause);
    }

    private static LedgerItem New(ClosingLevel level)
    {
        LedgerItem item = LedgerItem.Propose(
            LedgerItemId.New(), Cast1.Proposal() with { Subject = NamedPerson.Of(People[0]) }, People[1], At);
        item.Confirm(People[1], "", At);
        item.Plan(People[1], Cast1.Plan(level, 2) with
        {
            Owner = NamedPerson.Of(People[2]),
            Lead = NamedPerson.Of(People[0]),
            Helpers = [NamedPerson.Of(People[3])],
        }, "", At);
        return item;
    }

    /// <summary>
    /// Mostly an act of the ordinary way by somebody whom the page would offer it, sometimes any by anybody.
    /// </summary>
    private static (LedgerAct Act, Person By) Choose(LedgerItem item, int choice, int who)
    {
        LedgerAct act = choice % 4 == 0 ? Acts[choice / 4 % Acts.Length] : Ordinary[choice / 4 % Ordinary.Length];
        Person[] offered = [.. People.Where(person => item.WhyNot(act, person).Count == 0)];
        return (act, offered.Length > 0 && choice % 5 > 0 ? offered[who % offered.Length] : People[who]);
    }

    private static void TryAct(LedgerItem item, (LedgerAct Act, Person By) chosen, Person other)
    {
        int before = item.Entries.Count;
        try
        {
            AnyAct.Do(item, chosen.Act, chosen.By, other);
        }
        catch (RefusedException)
        {
            Assert.Equal(before, item.Entries.Count);
        }
    }
}
