using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;

namespace Gongxing.Tests.Core.Ledger;

public class LedgerActsTests
{
    private static readonly DateTimeOffset At = Cast.Monday;
    private readonly Cast _cast = new();

    [Fact]
    public void The_whole_way_from_a_finding_to_its_closure_is_on_record()
    {
        LedgerItem item = _cast.Closed(ClosingLevel.A);

        Assert.Equal(
            [LedgerAct.Propose, LedgerAct.Confirm, LedgerAct.Plan, LedgerAct.Accept, LedgerAct.Report,
                LedgerAct.VerifyMeasure,
                LedgerAct.RequestClosure, LedgerAct.Close],
            item.Entries.Select(entry => entry.Act));
        Assert.Equal("2023-0007", item.Number);
        Assert.Equal(_cast.Verifier.Id, item.Closures.Single().Verifications.Single().By.Id);
        Assert.Empty(item.Blockers());
    }

    [Fact]
    public void A_plan_is_refused_with_everything_it_lacks_and_nothing_is_filled_in()
    {
        LedgerItem item = _cast.Confirmed();
        var plan = new LedgerPlan { Measures = [new PlannedMeasure(" ", [" "])] };

        var refused = Assert.Throws<RefusedException>(() => item.Plan(_cast.Clerk, plan, "", At));

        Assert.Equal(
            [Refusal.OfficeMissing, Refusal.OwnerMissing, Refusal.DueMissing, Refusal.MeasureWithoutText,
                Refusal.CriterionMissing],
            refused.Reasons);
        Assert.Null(item.Owner);
        Assert.Null(item.Due);
    }

    [Fact]
    public void A_plan_names_no_verifier_who_does_the_work_and_no_measure_due_after_the_item()
    {
        LedgerPlan plan = _cast.Plan() with
        {
            Verifier = NamedPerson.Of(_cast.Helper),
            Measures = [new PlannedMeasure("走访", ["有记录"], Cast.Due.AddDays(1))],
        };

        Assert.Equal([Refusal.MeasureDueAfterItem, Refusal.VerifierNotIndependent], plan.WhyNot(null));
        Assert.Equal([Refusal.MeasureMissing], (_cast.Plan() with { Measures = [] }).WhyNot(null));
        Assert.Equal(
            [Refusal.VerifierNotIndependent],
            (_cast.Plan() with { Verifier = NamedPerson.Of(_cast.Subject) }).WhyNot(NamedPerson.Of(_cast.Subject)));
    }

    [Fact]
    public void Whoever_has_a_hand_in_the_matter_verifies_and_closes_nothing_whatever_their_roles()
    {
        const Roles All = Roles.Clerk | Roles.Author | Roles.Owner | Roles.Verifier | Roles.Head;
        LedgerItem item = _cast.InProgress();
        item.AddEvidence(_cast.Clerk, 1, [Cast.Minutes], "", At);
        item.Report(_cast.Helper, 1, "走访4次", [Cast.File], At);

        Assert.Contains(
            Refusal.YouAreTheSubject, item.WhyNot(LedgerAct.VerifyMeasure, _cast.Subject with { Roles = All }, 1));
        Assert.Contains(
            Refusal.YouAnswerForTheWork, item.WhyNot(LedgerAct.VerifyMeasure, _cast.Owner with { Roles = All }, 1));
        Assert.Contains(
            Refusal.YouAnswerForTheWork, item.WhyNot(LedgerAct.VerifyMeasure, _cast.Lead with { Roles = All }, 1));
        Assert.Contains(
            Refusal.YouReportedIt, item.WhyNot(LedgerAct.VerifyMeasure, _cast.Helper with { Roles = All }, 1));
        Assert.Contains(Refusal.YouHandedInTheEvidence, item.WhyNot(LedgerAct.Close, _cast.Clerk with { Roles = All }));
        Assert.Empty(item.WhyNot(LedgerAct.VerifyMeasure, _cast.Verifier, 1));
    }

    [Fact]
    public void Whoever_changes_a_criterion_of_work_under_way_does_not_verify_against_it()
    {
        LedgerItem item = _cast.InProgress();
        item.AmendCriterion(_cast.Head, 1, 1, "有人开过会就算完成", "目标过高", At);
        item.Report(_cast.Owner, 1, "走访4次", [Cast.File], At);

        Assert.Contains(Refusal.YouChangedTheCriterion, item.WhyNot(LedgerAct.VerifyMeasure, _cast.Head, 1));
        Assert.Contains(Refusal.YouChangedTheCriterion, item.WhyNot(LedgerAct.Close, _cast.Head));
        Assert.Empty(item.WhyNot(LedgerAct.VerifyMeasure, _cast.Verifier, 1));
    }

    [Fact]
    public void A_former_owner_stays_barred_and_so_does_whoever_withdrew_their_evidence()
    {
        LedgerItem item = _cast.Reported();
        item.Handover(_cast.Clerk, NamedPerson.Of(_cast.Helper), item.Office, "岗位调整", At);
        item.WithdrawEvidence(_cast.Helper, 1, 1, "传错了", At);

        Assert.Equal(
            [Refusal.YouAnswerForTheWork, Refusal.YouReportedIt, Refusal.YouHandedInTheEvidence],
            item.WhyNotIndependent(_cast.Owner.Id));
        Assert.False(item.IsAccepted);
    }

    [Fact]
    public void A_verifier_who_takes_the_work_over_no_longer_counts_as_one()
    {
        LedgerItem item = _cast.Verified();
        item.Handover(_cast.Clerk, NamedPerson.Of(_cast.Verifier), item.Office, "岗位调整", At);
        item.Accept(_cast.Verifier, "", At);

        Assert.Contains(Refusal.VerifierNotIndependent, item.WhyNot(LedgerAct.RequestClosure, _cast.Verifier));
    }

    [Fact]
    public void At_level_A_closing_takes_a_second_person()
    {
        LedgerItem item = _cast.ClosureRequested(ClosingLevel.A);

        Assert.Equal([Refusal.YouVerifiedIt], item.WhyNot(LedgerAct.Close, _cast.Verifier));
        Assert.Empty(item.WhyNot(LedgerAct.Close, _cast.Closer));
        Assert.Empty(_cast.ClosureRequested(ClosingLevel.B).WhyNot(LedgerAct.Close, _cast.Verifier));
    }

    [Fact]
    public void Verifying_takes_a_result_for_each_criterion_on_evidence_that_is_in_force()
    {
        LedgerItem item = _cast.Reported();
        Verification good = Cast.Verification();

        Assert.Equal([Refusal.CriterionWithoutResult], Refused(good with { Checks = [good.Checks[0]] }));
        Assert.Equal([Refusal.CriterionNotMet], Refused(Cast.Verification(result: CheckResult.NotMet)));
        Assert.Equal([Refusal.EvidenceNotInForce], Refused(Cast.Verification(evidence: 2)));
        Assert.Equal(
            [Refusal.NothingChecked],
            Refused(good with
            {
                Checks = [.. good.Checks.Select(check => check with { Result = CheckResult.NotApplicable })],
            }));
        Assert.Equal(
            [Refusal.CheckNoteMissing, Refusal.EvidenceMissing],
            Refused(good with { Checks = [.. good.Checks.Select(check => check with { Note = "", Evidence = [] })] }));

        IReadOnlyList<Refusal> Refused(Verification verification) =>
            Assert.Throws<RefusedException>(() => item.VerifyMeasure(_cast.Verifier, verification, "", At)).Reasons;
    }

    [Fact]
    public void What_was_seen_on_the_spot_needs_no_paper_but_at_level_A()
    {
        Verification onSite = Cast.Verification() with
        {
            Method = VerificationMethod.OnSite,
            Checks =
            [
                new CriterionCheck(1, CheckResult.Met, "现场看了台账", []),
                new CriterionCheck(2, CheckResult.Met, "问了3户", []),
            ],
        };

        LedgerItem small = _cast.InProgress(ClosingLevel.C);
        small.Report(_cast.Owner, 1, "走访4次", [], At);
        small.VerifyMeasure(_cast.Verifier, onSite, "属实", At);
        Assert.Equal(MeasureState.Verified, small.Measures[0].State);

        LedgerItem grave = _cast.InProgress(ClosingLevel.A);
        grave.Report(_cast.Owner, 1, "走访4次", [], At);
        Assert.Equal([Refusal.EvidenceMissing], grave.WhyNot(LedgerAct.VerifyMeasure, _cast.Verifier, 1));
        Assert.True(grave.IsEvidenceMissing);
    }

    [Fact]
    public void A_verification_lapses_when_what_was_verified_changes()
    {
        LedgerItem added = _cast.Verified();
        added.AddEvidence(_cast.Owner, 1, [Cast.Minutes], "", At);
        LedgerItem amended = _cast.Verified();
        amended.AmendCriterion(_cast.Clerk, 1, 1, "有记录就行", "写简单些", At);
        LedgerItem withdrawn = _cast.Verified();
        withdrawn.WithdrawEvidence(_cast.Owner, 1, 1, "传错了", At);

        Assert.All([added, amended, withdrawn], item =>
        {
            Assert.True(item.Measures[0].IsVerificationStale);
            Assert.Equal([Refusal.VerificationStale], item.Blockers().Select(blocker => blocker.Why));
            Assert.Equal([Refusal.VerificationStale], item.WhyNot(LedgerAct.RequestClosure, _cast.Owner));
        });
    }

    [Fact]
    public void A_criterion_is_locked_with_the_acceptance_and_then_changes_only_for_a_reason_and_not_by_the_doers()
    {
        LedgerItem open = _cast.Planned();
        open.AmendCriterion(_cast.Lead, 1, 1, "有每次的照片", "", At);
        LedgerItem locked = _cast.InProgress();

        Assert.Equal([Refusal.YouAnswerForTheWork], locked.WhyNot(LedgerAct.AmendCriterion, _cast.Lead, 1));
        Assert.Equal([Refusal.ReasonMissing], Assert.Throws<RefusedException>(
            () => locked.AmendCriterion(_cast.Clerk, 1, 1, "有每次的照片", "", At)).Reasons);
        Assert.Equal("有每次的照片", open.Measures[0].Criteria[0].Text);
    }

    [Fact]
    public void An_extension_is_granted_by_another_and_flagged_when_asked_for_too_late()
    {
        LedgerItem item = _cast.InProgress();
        item.RequestExtension(_cast.Lead, Cast.Due.AddDays(30), "汛期延误", Cast.Due.AddDays(1), At);

        Assert.Equal([Refusal.YouRequestedIt], item.WhyNot(LedgerAct.Extend, _cast.Lead));
        Assert.Equal(
            [Refusal.YouAnswerForTheWork], item.WhyNot(LedgerAct.Extend, _cast.Owner with { Roles = Roles.Head }));
        Assert.Equal([Refusal.DueNotLater],
            Assert.Throws<RefusedException>(() => item.Extend(_cast.Head, Cast.Due, "", At)).Reasons);

        LedgerEntry entry = item.Extend(_cast.Head, Cast.Due.AddDays(15), "", At);

        Assert.True(Assert.IsType<LedgerDetail.NewDue>(entry.Detail).IsLate);
        Assert.Equal((Cast.Due.AddDays(15), Cast.Due, 1), (item.Due!.Value, item.OriginalDue!.Value, item.Extensions));
    }

    [Fact]
    public void Voiding_takes_a_reason_and_a_second_person_who_is_independent()
    {
        LedgerItem item = _cast.InProgress();
        Assert.Equal([Refusal.ReasonMissing],
            Assert.Throws<RefusedException>(() => item.RequestVoid(_cast.Head, " ", At)).Reasons);

        item.RequestVoid(_cast.Head, "与第6项重复", At);

        Assert.Equal([Refusal.YouRequestedIt], item.WhyNot(LedgerAct.Void, _cast.Head));
        Assert.Equal([Refusal.YouAnswerForTheWork], item.WhyNot(LedgerAct.Void, _cast.Lead));
        Assert.Equal([Refusal.VoidPending], item.Blockers().Select(blocker => blocker.Why).Take(1));
        item.Void(_cast.Verifier, "属实", At);
        Assert.Equal(LedgerState.Voided, item.State);
    }

    [Fact]
    public void A_reopened_item_keeps_its_closure_and_has_to_be_accepted_anew()
    {
        LedgerItem item = _cast.Reopened();

        Assert.Equal(1, item.Reopenings);
        Assert.Equal("同类问题再次出现", item.Closures.Single().ReopenedBy!.Note);
        Assert.Equal((MeasureState.Returned, "同类问题再次出现"), (item.Measures[0].State, item.Measures[0].ReturnedBecause));
        Assert.Equal([Refusal.NotAccepted, Refusal.MeasureReturned], item.Blockers().Select(blocker => blocker.Why));
        Assert.Contains(Refusal.NotYourRole, _cast.Closed().WhyNot(LedgerAct.Reopen, _cast.Owner));
    }

    [Fact]
    public void A_closure_is_returned_with_what_has_to_be_done_again()
    {
        LedgerItem item = _cast.ClosureRequested();

        Assert.Equal([Refusal.ReasonMissing, Refusal.MeasureMissing], Assert.Throws<RefusedException>(
            () => item.ReturnClosure(_cast.Closer, [], "", At)).Reasons);
        Assert.Equal([Refusal.NoSuchPart], Assert.Throws<RefusedException>(
            () => item.ReturnClosure(_cast.Closer, [2], "照片看不出日期", At)).Reasons);
    }

    [Fact]
    public void Each_blocker_says_which_act_lifts_it_and_who_may_do_that()
    {
        LedgerItem item = _cast.Reported();

        Blocker blocker = Assert.Single(item.Blockers());

        Assert.Equal(
            (Refusal.MeasureNotVerified, 1, LedgerAct.VerifyMeasure), (blocker.Why, blocker.Measure, blocker.LiftedBy));
        Assert.Equal(Roles.Verifier | Roles.Head, blocker.Roles);
        Assert.Equal(
            new[] { _cast.Subject, _cast.Owner, _cast.Helper, _cast.Lead }.Select(person => person.Id).ToHashSet(),
            blocker.Except.ToHashSet());
        Assert.Equal(
            [_cast.Owner.Id], Assert.Single(_cast.Planned().Blockers(), b => b.Why is Refusal.NotAccepted).Persons);
    }

    [Fact]
    public void Evidence_is_one_stored_file_or_one_reference_that_can_be_followed()
    {
        LedgerItem item = _cast.InProgress();
        Evidence[] bad =
        [
            new(),
            new() { File = Cast.File.File, Reference = Cast.Minutes.Reference },
            new() { File = new EvidenceFile("../../etc/passwd", 1, "text/plain", "a.txt") },
            new() { Reference = new EvidenceReference("", null, "档案室") },
        ];

        Assert.All(bad, evidence => Assert.Equal([Refusal.EvidenceIncomplete], Assert.Throws<RefusedException>(
            () => item.Report(_cast.Owner, 1, "走访4次", [evidence], At)).Reasons));
    }

    [Fact]
    public void Overdue_and_due_soon_follow_from_the_date_alone()
    {
        LedgerItem item = _cast.InProgress();

        Assert.Equal((false, false), (item.IsOverdue(Cast.Due), item.IsDueSoon(Cast.Due.AddDays(-8))));
        Assert.Equal((true, true), (item.IsOverdue(Cast.Due.AddDays(1)), item.IsDueSoon(Cast.Due.AddDays(-7))));
        Assert.False(_cast.Closed().IsOverdue(Cast.Due.AddYears(1)));
        Assert.False(item.IsStalled(At.AddDays(30)));
        item.Note(_cast.Clerk, "电话催了一次", At.AddDays(20));
        Assert.True(item.IsStalled(At.AddDays(31)));
    }

    [Fact]
    public void The_buttons_of_a_page_are_the_acts_that_would_not_be_refused()
    {
        Assert.Equal([LedgerAct.Accept, LedgerAct.RequestExtension, LedgerAct.RequestVoid, LedgerAct.Note],
            _cast.Planned().ActsOf(_cast.Owner));
        Assert.Empty(_cast.Planned().ActsOf(_cast.Administrator));
    }

    [Fact]
    public void Text_that_no_database_can_hold_is_cleaned_before_it_is_kept()
    {
        LedgerEntry entry = _cast.Proposed().Note(_cast.Clerk, " 已\0电\uD800话\r\n联系 ", At.AddTicks(5));

        Assert.Equal("已电\uFFFD话\n联系", entry.Note);
        Assert.Equal(0, entry.At.Ticks % TimeSpan.TicksPerMillisecond);
    }
}
