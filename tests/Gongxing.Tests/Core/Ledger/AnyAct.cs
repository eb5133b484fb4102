using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;

namespace Gongxing.Tests.Core.Ledger;

/// <summary>
/// Does one act of whatever kind with a form that is filled in well, for tests that draw acts at random.
/// </summary>
public static class AnyAct
{
    /// <param name="other">Whoever the act names, where it names somebody.</param>
    /// <exception cref="RefusedException">As the rules have it.</exception>
    public static void Do(LedgerItem item, LedgerAct act, Person by, Person other)
    {
        int measure = 1 + (item.Entries.Count % Math.Max(1, item.Measures.Count));
        IReadOnlyList<HeldEvidence> held = [.. item.Measure(measure)?.EvidenceInForce ?? []];
        int evidence = held.Count == 0 ? 0 : held[^1].Number;
        DateOnly later = (item.Due ?? Cast.Due).AddDays(1);
        _ = act switch
        {
            LedgerAct.Confirm => item.Confirm(by, "", Cast.Monday),
            LedgerAct.Plan => item.Plan(by, Plan(item, other), "", Cast.Monday),
            LedgerAct.Accept => item.Accept(by, "", Cast.Monday),
            LedgerAct.AddMeasure => item.AddMeasure(by, new PlannedMeasure("再走访一次", ["有记录", "有回执"]), "补充", Cast.Monday),
            LedgerAct.CancelMeasure => item.CancelMeasure(by, measure, "合并", Cast.Monday),
            LedgerAct.AmendCriterion =>
                item.AmendCriterion(by, measure, 1, $"有第{item.Entries.Count}次记录", "写具体", Cast.Monday),
            LedgerAct.Report => item.Report(by, measure, "走访4次", [Cast.File], Cast.Monday),
            LedgerAct.AddEvidence => item.AddEvidence(by, measure, [Cast.Minutes], "", Cast.Monday),
            LedgerAct.WithdrawEvidence => item.WithdrawEvidence(by, measure, evidence, "传错了", Cast.Monday),
            LedgerAct.ReturnMeasure => item.ReturnMeasure(by, measure, "看不出日期", Cast.Monday),
            LedgerAct.VerifyMeasure => item.VerifyMeasure(by, Cast.Verification(measure, evidence), "属实", Cast.Monday),
            LedgerAct.RequestClosure => item.RequestClosure(by, "", Cast.Monday),
            LedgerAct.ReturnClosure => item.ReturnClosure(by, [measure], "看不出日期", Cast.Monday),
            LedgerAct.Close => item.Close(by, "同意销号", Cast.Monday),
            LedgerAct.Reopen => item.Reopen(by, [measure], later, "反弹", Cast.Today, Cast.Monday),
            LedgerAct.RequestExtension => item.RequestExtension(by, later, "汛期延误", Cast.Today, Cast.Monday),
            LedgerAct.Extend => item.Extend(by, later, "", Cast.Monday),
            LedgerAct.DeclineExtension => item.DeclineExtension(by, "理由不足", Cast.Monday),
            LedgerAct.Handover => item.Handover(by, NamedPerson.Of(other), item.Office, "岗位调整", Cast.Monday),
            LedgerAct.RequestVoid => item.RequestVoid(by, "重复", Cast.Monday),
            LedgerAct.DeclineVoid => item.DeclineVoid(by, "并不重复", Cast.Monday),
            LedgerAct.Void => item.Void(by, "属实", Cast.Monday),
            LedgerAct.Note => item.Note(by, "已电话联系", Cast.Monday),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
    }

    private static LedgerPlan Plan(LedgerItem item, Person owner) => new()
    {
        Office = item.Office,
        Owner = NamedPerson.Of(owner),
        Due = item.Due ?? Cast.Due,
        Level = item.Level,
        Measures =
        [
            .. Enumerable.Range(1, 2).Select(n =>
                new PlannedMeasure($"每月蹲点调研不少于{n}天", ["有每次的记录", "群众知道办了什么"])),
        ],
    };
}
