using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;

namespace Gongxing.Tests.Core.Ledger;

/// <summary>Every state with every act: the table says which are allowed, and all the others are refused.</summary>
public class LedgerStateTests
{
    // One column a state, in the order of the enum: the state an act leads to by its first letters, a dot where it is
    // refused.
    private const string Table = """
                          Proposed Confirmed Planned InProgress ClosureReq Returned Closed Reopened Voided
        Confirm           Conf     .         .       .          .          .        .      .        .
        Plan              .        Plan      Plan    .          .          .        .      .        .
        Accept            .        .         InPr    InPr       .          Retu     .      InPr     .
        AddMeasure        .        .         .       InPr       .          Retu     .      Reop     .
        CancelMeasure     .        .         .       InPr       .          Retu     .      Reop     .
        AmendCriterion    .        .         Plan    InPr       .          Retu     .      Reop     .
        Report            .        .         .       InPr       .          InPr     .      .        .
        AddEvidence       .        .         .       InPr       .          Retu     .      .        .
        WithdrawEvidence  .        .         .       InPr       .          Retu     .      .        .
        ReturnMeasure     .        .         .       InPr       .          Retu     .      .        .
        VerifyMeasure     .        .         .       InPr       .          Retu     .      .        .
        RequestClosure    .        .         .       Clos       .          Clos     .      .        .
        ReturnClosure     .        .         .       .          Retu       .        .      .        .
        Close             .        .         .       .          Closed     .        .      .        .
        Reopen            .        .         .       .          .          .        Reop   .        .
        RequestExtension  .        .         Plan    InPr       .          Retu     .      Reop     .
        Extend            .        .         Plan    InPr       .          Retu     .      Reop     .
        DeclineExtension  .        .         Plan    InPr       .          Retu     .      Reop     .
        Handover          .        .         Plan    InPr       .          Retu     .      Reop     .
        RequestVoid       Prop     Conf      Plan    InPr       ClosureR   Retu     .      Reop     .
        DeclineVoid       Prop     Conf      Plan    InPr       ClosureR   Retu     .      Reop     .
        Void              Void     Void      Void    Void       Void       Void     .      Void     .
        Note              Prop     Conf      Plan    InPr       ClosureR   Retu     Closed Reop     Void
        """;

    private readonly Cast _cast = new();

    public static TheoryData<LedgerState, LedgerAct, string> Cells()
    {
        var cells = new TheoryData<LedgerState, LedgerAct, string>();
        foreach (string line in Table.Split('\n').Skip(1))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (LedgerState state in Enum.GetValues<LedgerState>())
            {
                cells.Add(state, Enum.Parse<LedgerAct>(words[0]), words[1 + (int)state]);
            }
        }

        return cells;
    }

    [Fact]
    public void The_table_has_every_act_on_an_item() =>
        Assert.Equal(
            Enum.GetValues<LedgerAct>().Except([LedgerAct.Propose]),
            Table.Split('\n').Skip(1).Select(line => Enum.Parse<LedgerAct>(line.Split(' ', 2)[0])));

    [Theory]
    [MemberData(nameof(Cells))]
    public void An_act_leads_where_the_table_says_and_is_refused_elsewhere(LedgerState state, LedgerAct act, string to)
    {
        LedgerItem item = Prepared(state, act);
        int before = item.Entries.Count;

        if (to == ".")
        {
            var refused = Assert.Throws<RefusedException>(() => Do(item, act));
            Assert.Contains(Refusal.NotInThisState, refused.Reasons);
            Assert.Equal((state, before), (item.State, item.Entries.Count));
        }
        else
        {
            LedgerEntry entry = Do(item, act);
            Assert.StartsWith(to, item.State.ToString(), StringComparison.Ordinal);
            Assert.Equal((act, before + 1), (entry.Act, entry.Number));
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void An_administrator_and_a_stranger_may_do_nothing(LedgerState state, LedgerAct act, string to)
    {
        _ = to;
        LedgerItem item = Prepared(state, act);
        Person stranger = _cast.Verifier with { Organisation = OrganisationId.New(), Id = PersonId.New() };
        Person dismissed = _cast.Somebody("离任人", Roles.Clerk | Roles.Verifier | Roles.Head) with { IsActive = false };

        Assert.Contains(Refusal.NotYourRole, item.WhyNot(act, _cast.Administrator));
        Assert.Contains(Refusal.NotYourRole, item.WhyNot(act, dismissed));
        Assert.Contains(Refusal.NotVisible, item.WhyNot(act, stranger));
    }

    /// <summary>
    /// An item in <paramref name="state"/> that lacks nothing for <paramref name="act"/>, as far as the state allows.
    /// </summary>
    private LedgerItem Prepared(LedgerState state, LedgerAct act)
    {
        bool isWorking = state is LedgerState.InProgress or LedgerState.Returned;
        LedgerItem item = _cast.In(state);
        switch (act)
        {
            case LedgerAct.Accept when isWorking:
                item.Handover(_cast.Clerk, NamedPerson.Of(_cast.Owner with { Id = PersonId.New() }), item.Office,
                    "岗位调整", Cast.Monday);
                item.Handover(_cast.Clerk, NamedPerson.Of(_cast.Owner), item.Office, "岗位调整", Cast.Monday);
                break;
            case LedgerAct.WithdrawEvidence when isWorking:
                item.AddEvidence(_cast.Owner, 1, [Cast.File], "", Cast.Monday);
                break;
            case LedgerAct.ReturnMeasure or LedgerAct.VerifyMeasure or LedgerAct.RequestClosure when isWorking:
                Verifiable(item, state, act);
                break;
            case LedgerAct.Extend or LedgerAct.DeclineExtension when isWorking
                || state is LedgerState.Planned or LedgerState.Reopened:
                item.RequestExtension(_cast.Owner, Later, "汛期延误", Cast.Today, Cast.Monday);
                break;
            case LedgerAct.Void or LedgerAct.DeclineVoid when item.IsOpen:
                item.RequestVoid(_cast.Clerk, "与第6项重复", Cast.Monday);
                break;
        }

        return item;
    }

    /// <summary>
    /// In state Returned a report leads on to InProgress; there a second measure is the one that is returned.
    /// </summary>
    private void Verifiable(LedgerItem item, LedgerState state, LedgerAct act)
    {
        item.Report(_cast.Owner, 1, "走访4次", [Cast.File], Cast.Monday);
        int evidence = item.Measures[0].Evidence[^1].Number;
        if (state is LedgerState.Returned || act is LedgerAct.RequestClosure)
        {
            item.VerifyMeasure(_cast.Verifier, Cast.Verification(evidence: evidence), "属实", Cast.Monday);
        }

        if (state is LedgerState.Returned)
        {
            item.AddMeasure(_cast.Clerk, new PlannedMeasure("再走访一次", ["有记录", "有回执"]), "补充", Cast.Monday);
            item.Report(_cast.Owner, 2, "走访1次", [Cast.File], Cast.Monday);
            item.VerifyMeasure(
                _cast.Verifier, Cast.Verification(2, item.Measures[1].Evidence[^1].Number), "属实", Cast.Monday);
            item.RequestClosure(_cast.Owner, "", Cast.Monday);
            item.ReturnClosure(_cast.Closer, [2], "照片看不出日期", Cast.Monday);

            // Evidence added after the verification makes it stale, so that it can be verified anew.
            item.AddEvidence(_cast.Owner, 1, [Cast.Minutes], "", Cast.Monday);
            if (act is LedgerAct.RequestClosure)
            {
                item.VerifyMeasure(_cast.Verifier, Cast.Verification(evidence: evidence), "属实", Cast.Monday);
                item.CancelMeasure(_cast.Head, 2, "与第1项合并", Cast.Monday);
            }
        }
    }

    private static DateOnly Later => new(2025, 1, 31);

    private LedgerEntry Do(LedgerItem item, LedgerAct act)
    {
        DateTimeOffset at = Cast.Monday;
        int evidence = item.Measures.Count == 0 ? 0 : item.Measures[0].EvidenceInForce.LastOrDefault()?.Number ?? 0;
        return act switch
        {
            LedgerAct.Confirm => item.Confirm(_cast.Clerk, "", at),
            LedgerAct.Plan => item.Plan(_cast.Clerk, _cast.Plan(), "", at),
            LedgerAct.Accept => item.Accept(_cast.Owner, "", at),
            LedgerAct.AddMeasure => item.AddMeasure(_cast.Clerk, new PlannedMeasure("再走访一次", ["有记录"]), "补充", at),
            LedgerAct.CancelMeasure => item.CancelMeasure(_cast.Head, 1, "合并", at),
            LedgerAct.AmendCriterion => item.AmendCriterion(_cast.Clerk, 1, 1, "有每次的记录和照片", "写具体", at),
            LedgerAct.Report => item.Report(_cast.Owner, 1, "走访4次", [Cast.File], at),
            LedgerAct.AddEvidence => item.AddEvidence(_cast.Helper, 1, [Cast.Minutes], "", at),
            LedgerAct.WithdrawEvidence => item.WithdrawEvidence(_cast.Owner, 1, evidence, "传错了", at),
            LedgerAct.ReturnMeasure => item.ReturnMeasure(_cast.Verifier, 1, "看不出日期", at),
            LedgerAct.VerifyMeasure =>
                item.VerifyMeasure(_cast.Verifier, Cast.Verification(evidence: evidence), "属实", at),
            LedgerAct.RequestClosure => item.RequestClosure(_cast.Owner, "", at),
            LedgerAct.ReturnClosure => item.ReturnClosure(_cast.Closer, [1], "看不出日期", at),
            LedgerAct.Close => item.Close(_cast.Closer, "同意销号", at),
            LedgerAct.Reopen => item.Reopen(_cast.Closer, [1], Later, "反弹", Cast.Today, at),
            LedgerAct.RequestExtension => item.RequestExtension(_cast.Owner, Later, "汛期延误", Cast.Today, at),
            LedgerAct.Extend => item.Extend(_cast.Head, Later, "", at),
            LedgerAct.DeclineExtension => item.DeclineExtension(_cast.Head, "理由不足", at),
            LedgerAct.Handover => item.Handover(_cast.Clerk, NamedPerson.Of(_cast.Helper), item.Office, "岗位调整", at),
            LedgerAct.RequestVoid => item.RequestVoid(_cast.Clerk, "重复", at),
            LedgerAct.DeclineVoid => item.DeclineVoid(_cast.Head, "并不重复", at),
            LedgerAct.Void => item.Void(_cast.Head, "属实", at),
            LedgerAct.Note => item.Note(_cast.Clerk, "已电话联系", at),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
    }
}
