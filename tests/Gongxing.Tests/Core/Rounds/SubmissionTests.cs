using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;

namespace Gongxing.Tests.Core.Rounds;

public class SubmissionTests
{
    private readonly Troupe _troupe = new();

    [Fact]
    public void A_statement_goes_from_reader_to_author_and_back_until_everybody_accepts()
    {
        Submission submission = _troupe.Entered();
        Assert.Equal(SubmissionState.Unassigned, submission.State);

        submission.Assign(_troupe.Round, _troupe.Reviewer, _troupe.Clerk, _troupe.Offices, Troupe.Monday);
        Assert.Equal((SubmissionState.InReview, _troupe.Terms.Due), (submission.State, submission.DueIn(_troupe.Round)));

        _troupe.Comment(submission, _troupe.Reviewer);
        _troupe.HandBack(submission, _troupe.Reviewer, Outcome.Return);
        Assert.Equal((SubmissionState.ToRevise, Troupe.Today.AddDays(5)), (submission.State, submission.DueIn(_troupe.Round)));

        Material next = _troupe.NextDraft(submission);
        submission.Answer(_troupe.Round, 1, "已写明", _troupe.Author, _troupe.Offices, Troupe.Monday);
        submission.Submit(_troupe.Round, next, "", _troupe.Author, _troupe.Offices, Troupe.Monday);
        Assert.Equal((SubmissionState.InReview, next.Id), (submission.State, submission.Draft.Material));

        _troupe.HandBack(submission, _troupe.Reviewer, Outcome.Accept);
        Assert.Equal((SubmissionState.Accepted, null), (submission.State, submission.DueIn(_troupe.Round)));
    }

    [Fact]
    public void One_reviewer_who_returns_is_enough_and_all_must_accept()
    {
        Submission submission = _troupe.Assigned(_troupe.Reviewer, _troupe.Second);

        _troupe.HandBack(submission, _troupe.Reviewer, Outcome.Accept);
        Assert.Equal(SubmissionState.InReview, submission.State);
        _troupe.HandBack(submission, _troupe.Second, Outcome.Rewrite, note: "没有联系实际");
        Assert.Equal(SubmissionState.ToRewrite, submission.State);

        submission.Submit(_troupe.Round, _troupe.NextDraft(submission), "", _troupe.Author, _troupe.Offices, Troupe.Monday);
        Assert.All(submission.Reviewers, reviewer => Assert.Null(reviewer.Outcome));
    }

    [Fact]
    public void A_returned_draft_is_due_when_the_first_of_its_reviewers_wants_it()
    {
        Submission submission = _troupe.Assigned(_troupe.Reviewer, _troupe.Second);

        _troupe.HandBack(submission, _troupe.Reviewer, Outcome.Return, days: 7, note: "改");
        _troupe.HandBack(submission, _troupe.Second, Outcome.Return, days: 3, note: "改");

        Assert.Equal(Troupe.Today.AddDays(3), submission.DueIn(_troupe.Round));
    }

    [Fact]
    public void What_is_restored_is_what_was_done()
    {
        Submission submission = _troupe.Returned();
        submission.Answer(_troupe.Round, 1, "已写明", _troupe.Author, _troupe.Offices, Troupe.Monday);

        Submission restored = Submission.Restore(submission.Organisation, submission.Id, submission.Entries);

        Assert.Equivalent(submission.Comments, restored.Comments, strict: true);
        Assert.Equivalent(submission.Reviewers, restored.Reviewers, strict: true);
        Assert.Equal((submission.State, submission.Draft, submission.Name), (restored.State, restored.Draft, restored.Name));
        Assert.Empty(restored.Unstored);
        Assert.Throws<InvalidDataException>(
            () => Submission.Restore(submission.Organisation, submission.Id, [.. submission.Entries.Skip(1)]));
    }

    [Fact]
    public void Nobody_reviews_what_they_wrote_or_uploaded()
    {
        Submission submission = _troupe.Entered();
        Person both = _troupe.Clerk with { Roles = Roles.Clerk | Roles.Verifier };
        Person self = _troupe.Author with { Roles = Roles.Author | Roles.Head };

        Assert.Equal(Refusal.ReviewerIsAuthor, Refused(() => Assign(submission, both)));
        Assert.Equal(Refusal.ReviewerIsAuthor, Refused(() => Assign(submission, self)));
    }

    [Fact]
    public void Only_an_active_verifier_or_head_of_the_organisation_is_assigned_and_once()
    {
        Submission submission = _troupe.Assigned(_troupe.Reviewer);

        Assert.Equal(Refusal.NoReviewer, Refused(() => Assign(submission, _troupe.Colleague)));
        Assert.Equal(Refusal.NoReviewer, Refused(() => Assign(submission, _troupe.Second with { IsActive = false })));
        Assert.Equal(Refusal.NoReviewer, Refused(() => Assign(submission, new Troupe().Reviewer)));
        Assert.Equal(Refusal.AlreadyAssigned, Refused(() => Assign(submission, _troupe.Reviewer)));
        Assign(submission, _troupe.Head);
    }

    [Fact]
    public void Each_act_is_for_those_it_belongs_to()
    {
        Submission submission = _troupe.Assigned(_troupe.Reviewer);
        Person[] arrangers = [_troupe.Clerk, _troupe.Head];
        Person[] authorSide = [_troupe.Clerk, _troupe.TownClerk, _troupe.Author];
        Person[] reviewers = [_troupe.Reviewer];
        var whose = new Dictionary<SubmissionAct, Person[]>
        {
            [SubmissionAct.Assign] = arrangers,
            [SubmissionAct.Unassign] = arrangers,
            [SubmissionAct.Remove] = arrangers,
            [SubmissionAct.Comment] = reviewers,
            [SubmissionAct.HandBack] = reviewers,
            [SubmissionAct.EditComment] = reviewers,
            [SubmissionAct.WithdrawComment] = reviewers,
            [SubmissionAct.AskAgain] = reviewers,
            [SubmissionAct.Answer] = authorSide,
            [SubmissionAct.Submit] = authorSide,
        };

        Assert.All(whose, act => Assert.Equal(
            act.Value.Select(person => person.Name).Order(StringComparer.Ordinal),
            _troupe.Everybody.Where(person => submission.WhyNot(act.Key, person, _troupe.Round, _troupe.Offices).Count == 0)
                .Select(person => person.Name).Order(StringComparer.Ordinal)));
        Assert.Equal(Enum.GetValues<SubmissionAct>().Skip(1).Order(), whose.Keys.Order());
    }

    [Fact]
    public void A_comment_is_its_writers_alone_until_it_is_handed_back()
    {
        Submission submission = _troupe.Assigned(_troupe.Reviewer, _troupe.Second);
        _troupe.Comment(submission, _troupe.Reviewer);

        Assert.Single(submission.CommentsFor(_troupe.Reviewer.Id));
        Assert.Empty(submission.CommentsFor(_troupe.Author.Id));
        Assert.Empty(submission.CommentsFor(_troupe.Second.Id));
        Assert.Equal(Refusal.NoSuchComment, Refused(() => Answer(submission)));
        Assert.Equal(Refusal.NotYourComment, Refused(() => Edit(submission, _troupe.Second)));

        Edit(submission, _troupe.Reviewer);
        _troupe.HandBack(submission, _troupe.Reviewer, Outcome.Return);

        Assert.Equal("换个问法", Assert.Single(submission.CommentsFor(_troupe.Author.Id)).Text);
        Assert.Equal(Refusal.AlreadyHandedBack, Refused(() => Edit(submission, _troupe.Reviewer)));
        Assert.Equal(Refusal.AlreadyHandedBack, Refused(() => _troupe.Comment(submission, _troupe.Reviewer)));
        Assert.Equal(Refusal.AlreadyHandedBack, Refused(() => _troupe.HandBack(submission, _troupe.Reviewer, Outcome.Accept)));
    }

    [Fact]
    public void What_is_withdrawn_is_nobodys_to_see_or_answer()
    {
        Submission submission = _troupe.Assigned(_troupe.Reviewer);
        _troupe.Comment(submission, _troupe.Reviewer);

        submission.WithdrawComment(_troupe.Round, 1, _troupe.Reviewer, _troupe.Offices, Troupe.Monday);

        Assert.Empty(submission.CommentsFor(_troupe.Reviewer.Id));
        Assert.Equal(Refusal.NoSuchComment, Refused(() => Edit(submission, _troupe.Reviewer)));
        Assert.Equal(Refusal.NothingToRevise, Refused(() => _troupe.HandBack(submission, _troupe.Reviewer, Outcome.Return)));
    }

    [Fact]
    public void An_answer_closes_a_comment_until_its_writer_asks_again()
    {
        Submission submission = _troupe.Returned();
        Assert.True(submission.Comments[0].IsOpen);

        Answer(submission);
        Assert.False(submission.Comments[0].IsOpen);
        Assert.Equal(Refusal.AlreadyHandedBack, Refused(() => AskAgain(submission)));

        submission.Submit(_troupe.Round, _troupe.NextDraft(submission), "", _troupe.Author, _troupe.Offices, Troupe.Monday);
        AskAgain(submission);
        Assert.True(submission.Comments[0].IsOpen);
        Assert.Equal(Refusal.NotAnswered, Refused(() => AskAgain(submission)));
    }

    [Theory]
    [InlineData(Outcome.Return, null, "改", Refusal.DueMissing)]
    [InlineData(Outcome.Rewrite, -1, "改", Refusal.DuePassed)]
    [InlineData(Outcome.Return, 3, "", Refusal.NothingToRevise)]
    public void A_draft_is_returned_with_a_date_and_something_to_go_on(Outcome outcome, int? days, string note, Refusal why)
    {
        Submission submission = _troupe.Assigned(_troupe.Reviewer);
        DateOnly? due = days is { } left ? Troupe.Today.AddDays(left) : null;

        Assert.Equal(why, Refused(() => submission.HandBack(
            _troupe.Round, outcome, due, note, Troupe.Today, _troupe.Reviewer, _troupe.Offices, Troupe.Monday)));
    }

    [Fact]
    public void A_reviewer_who_accepted_may_have_second_thoughts()
    {
        Submission submission = _troupe.Assigned(_troupe.Reviewer);
        _troupe.HandBack(submission, _troupe.Reviewer, Outcome.Accept);

        _troupe.HandBack(submission, _troupe.Reviewer, Outcome.Return, note: "第二部分还要改");

        Assert.Equal(SubmissionState.ToRevise, submission.State);
    }

    [Fact]
    public void A_comment_on_a_draft_that_is_no_longer_the_present_one_is_refused()
    {
        Submission submission = _troupe.Assigned(_troupe.Reviewer);
        QuotedPlace old = Troupe.PlaceOf(submission, "学习不深入");
        submission.Submit(_troupe.Round, _troupe.NextDraft(submission), "", _troupe.Author, _troupe.Offices, Troupe.Monday);

        Assert.Equal(Refusal.DraftSuperseded, Refused(
            () => submission.Comment(_troupe.Round, old, "？", _troupe.Reviewer, _troupe.Offices, Troupe.Monday)));
    }

    [Fact]
    public void Only_a_newer_draft_that_was_read_and_is_of_the_same_material_is_sent()
    {
        Submission submission = _troupe.Returned();
        Material next = _troupe.NextDraft(submission);

        Assert.Equal(Refusal.NoNewDraft, Refused(() => Submit(next with { Draft = 1 })));
        Assert.Equal(Refusal.DraftNotRead, Refused(() => Submit(next with { State = MaterialState.Reading })));
        Assert.Equal(Refusal.NotVisible, Refused(() => Submit(next with { Series = MaterialId.New() })));
        Assert.Equal(Refusal.ReviewerIsAuthor, Refused(() => Submit(next with { Uploader = _troupe.Reviewer.Id })));
        Submit(next);

        void Submit(Material draft) =>
            submission.Submit(_troupe.Round, draft, "", _troupe.Author, _troupe.Offices, Troupe.Monday);
    }

    [Fact]
    public void Nothing_happens_in_a_closed_round_or_to_what_was_taken_out()
    {
        Submission submission = _troupe.Returned();
        Submission other = _troupe.Assigned(_troupe.Reviewer);
        other.Remove(_troupe.Round, "放错了", _troupe.Clerk, _troupe.Offices, Troupe.Monday);
        Assert.Equal(SubmissionState.Removed, other.State);
        Assert.Equal(Refusal.NotInThisState, Refused(() => _troupe.Comment(other, _troupe.Reviewer)));

        _troupe.Round.Close(_troupe.Clerk, _troupe.Offices, "", Troupe.Monday);

        Assert.Equal(Refusal.RoundClosed, Refused(() => Answer(submission)));
        Assert.Equal(Refusal.RoundClosed, Refused(() => Assign(submission, _troupe.Second)));
        Assert.Equal(Refusal.RoundClosed, Refused(() => _troupe.Entered()));
    }

    [Fact]
    public void Only_what_touches_the_same_thing_makes_an_act_stale()
    {
        Submission submission = _troupe.Assigned(_troupe.Reviewer, _troupe.Second);
        _troupe.Comment(submission, _troupe.Reviewer);
        int seen = submission.Entries.Count;
        _troupe.Comment(submission, _troupe.Second, "主观上重视不够");
        Edit(submission, _troupe.Reviewer);

        Assert.True(submission.IsStale(seen, SubmissionAct.EditComment, 1));
        Assert.False(submission.IsStale(seen, SubmissionAct.EditComment, 2));
        Assert.False(submission.IsStale(seen, SubmissionAct.Comment));
        Assert.False(submission.IsStale(seen, SubmissionAct.HandBack));

        seen = submission.Entries.Count;
        submission.Submit(_troupe.Round, _troupe.NextDraft(submission), "", _troupe.Author, _troupe.Offices, Troupe.Monday);
        Assert.True(submission.IsStale(seen, SubmissionAct.HandBack));
        Assert.True(submission.IsStale(seen, SubmissionAct.Submit));
        Assert.False(submission.IsStale(seen, SubmissionAct.Assign));
    }

    [Fact]
    public void Comments_of_earlier_drafts_stay_as_long_as_they_are_open()
    {
        Submission submission = _troupe.Returned();
        Material next = _troupe.NextDraft(submission);
        string text = Troupe.Text.Replace("满足于", "长期满足于", StringComparison.Ordinal);
        submission.Submit(_troupe.Round, next, "", _troupe.Author, _troupe.Offices, Troupe.Monday);

        PlacedComment kept = Assert.Single(submission.CommentsOn(next.Id, text, _troupe.Author.Id));
        Assert.Equal("学习不深入", kept.Span!.Value.In(text).ToString());

        Answer(submission);
        Assert.Empty(submission.CommentsOn(next.Id, text, _troupe.Author.Id));
        Assert.Single(submission.CommentsOn(_troupe.Material.Id, Troupe.Text, _troupe.Author.Id));
    }

    private void Assign(Submission submission, Person reviewer) =>
        submission.Assign(_troupe.Round, reviewer, _troupe.Clerk, _troupe.Offices, Troupe.Monday);

    private void Edit(Submission submission, Person by) =>
        submission.EditComment(_troupe.Round, 1, "换个问法", by, _troupe.Offices, Troupe.Monday);

    private void Answer(Submission submission) =>
        submission.Answer(_troupe.Round, 1, "已写明3月的两次", _troupe.Author, _troupe.Offices, Troupe.Monday);

    private void AskAgain(Submission submission) =>
        submission.AskAgain(_troupe.Round, 1, "还没有写人", _troupe.Reviewer, _troupe.Offices, Troupe.Monday);

    private static Refusal Refused(Action act) => Assert.Throws<RefusedException>(act).Reasons[^1];
}
