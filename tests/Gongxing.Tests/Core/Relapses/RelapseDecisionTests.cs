using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Relapses;
using Gongxing.Text;

namespace Gongxing.Tests.Core.Relapses;

public class RelapseDecisionTests
{
    private static readonly FindingPlace s_now = new(MaterialId.New(), new TextSpan(10, 20));
    private static readonly FindingPlace s_then = new(MaterialId.New(), new TextSpan(30, 20));

    [Fact]
    public void A_decision_stays_about_its_findings_when_they_are_cut_anew_or_come_into_the_ledger()
    {
        var item = LedgerItemId.New();
        RelapseDecision decision = Decision(RelapseAct.Confirm) with { Item = null };

        Assert.True(decision.IsAbout(s_now with { Span = new TextSpan(12, 25) }, s_then, item));
        Assert.True((decision with { Item = item, Then = null }).IsAbout(s_now, null, item));
        Assert.False(decision.IsAbout(s_now with { Span = new TextSpan(40, 5) }, s_then, null));
        Assert.False(decision.IsAbout(s_now, s_then with { Material = MaterialId.New() }, item));
        Assert.False(decision.IsAbout(s_now, null, null));
    }

    [Fact]
    public void A_refusal_needs_a_reason_and_only_what_was_decided_is_taken_back()
    {
        Assert.Equal(Refusal.ReasonMissing, Why(Decision(RelapseAct.Refuse, " "), null));
        Assert.Equal(Refusal.NothingDecided, Why(Decision(RelapseAct.TakeBack), null));
        Assert.Equal(Refusal.NothingDecided, Why(Decision(RelapseAct.TakeBack), Decision(RelapseAct.TakeBack)));
        Assert.Null(Why(Decision(RelapseAct.Confirm), null));
        Assert.Null(Why(Decision(RelapseAct.Refuse, "两回事"), Decision(RelapseAct.Confirm)));
        Assert.Null(Why(Decision(RelapseAct.TakeBack), Decision(RelapseAct.Confirm)));
    }

    private static Refusal? Why(RelapseDecision decision, RelapseDecision? last) =>
        Record.Exception(() => decision.After(last)) is RefusedException refused ? refused.Reason : null;

    private static RelapseDecision Decision(RelapseAct act, string reason = "") =>
        new(1, s_now, s_then, null, act, reason, PersonId.New(), DateTimeOffset.UnixEpoch);
}
