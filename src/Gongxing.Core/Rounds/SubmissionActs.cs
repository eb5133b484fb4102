using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;

namespace Gongxing.Core.Rounds;

/// <summary>What can be done to a statement in a round, and by whom.</summary>
/// <remarks>
/// Each act asks its guard and hands back the entry to be stored. A page asks WhyNot before it shows a button;
/// the act asks again, and adds what the form itself lacks.
/// </remarks>
public static class SubmissionActs
{
    /// <summary>Who may be assigned.</summary>
    public const Roles Reviewers = Roles.Verifier | Roles.Head;

    /// <summary>Why <paramref name="by"/> may not put the material into the round; none when they may.</summary>
    /// <remarks>Whether it is in the round already is for the store to say.</remarks>
    public static IReadOnlyList<Refusal> WhyNotEnter(RevisionRound round, Material material, Person by, OfficeTree offices) =>
    [
        .. Reasons(
            round.WhyNotArrange(by, offices),
            material.WhyNotRead(by, offices),
            round.IsOpen ? null : Refusal.RoundClosed,
            material.State is MaterialState.Read ? null : Refusal.DraftNotRead),
    ];

    /// <summary>Why <paramref name="by"/> may not do <paramref name="act"/> now, whatever they would write into the form.</summary>
    public static IReadOnlyList<Refusal> WhyNot(
        this Submission submission, SubmissionAct act, Person by, RevisionRound round, OfficeTree offices) =>
    [
        .. Reasons(
            act switch
            {
                SubmissionAct.Answer or SubmissionAct.Submit =>
                    submission.IsAuthorSide(by) ? null : Refusal.NotYourRole,
                SubmissionAct.Assign or SubmissionAct.Unassign or SubmissionAct.Remove =>
                    round.WhyNotArrange(by, offices),
                _ => submission.WhyNotReview(by),
            },
            round.IsOpen ? null : Refusal.RoundClosed,
            submission.State is SubmissionState.Removed ? Refusal.NotInThisState : null,
            act is SubmissionAct.Submit && submission.State is SubmissionState.Accepted ? Refusal.NotInThisState : null,
            act is SubmissionAct.Comment && submission.Reviewer(by.Id) is { Outcome: not null } ? Refusal.AlreadyHandedBack : null,
            act is SubmissionAct.HandBack && submission.Reviewer(by.Id) is { Outcome: Outcome.Return or Outcome.Rewrite }
                ? Refusal.AlreadyHandedBack
                : null),
    ];

    /// <summary>The same for an act on one comment.</summary>
    public static IReadOnlyList<Refusal> WhyNot(
        this Submission submission, SubmissionAct act, int number, Person by, RevisionRound round, OfficeTree offices)
    {
        ReviewerComment? comment = submission.Comment(number);
        return
        [
            .. submission.WhyNot(act, by, round, offices),
            .. Reasons(
                comment is null || comment.IsWithdrawn || (act is SubmissionAct.Answer && !comment.IsHandedBack)
                    ? Refusal.NoSuchComment
                    : null,
                act is not SubmissionAct.Answer && comment is not null && comment.By.Id != by.Id ? Refusal.NotYourComment : null,
                act is SubmissionAct.EditComment or SubmissionAct.WithdrawComment && comment is { IsHandedBack: true }
                    ? Refusal.AlreadyHandedBack
                    : null,
                act is SubmissionAct.AskAgain && comment is { Answer: null } ? Refusal.NotAnswered : null,
                act is SubmissionAct.AskAgain && submission.Reviewer(by.Id) is { Outcome: not null }
                    ? Refusal.AlreadyHandedBack
                    : null),
        ];
    }

    /// <summary>Whether <paramref name="person"/> answers for the statement: whom it is about, who uploaded a draft, the clerks of its office.</summary>
    public static bool IsAuthorSide(this Submission submission, Person person) =>
        person.Organisation == submission.Organisation && person.IsActive && !person.Is(Roles.Administrator)
        && (submission.IsWriter(person.Id) || (person.Is(Roles.Clerk) && person.Office == submission.Office.Id));

    /// <summary>Why <paramref name="person"/> may not review it, or null if they may.</summary>
    public static Refusal? WhyNotReview(this Submission submission, Person person) =>
        person.Organisation != submission.Organisation ? Refusal.NotVisible
        : !person.IsActive || !person.Is(Reviewers) || person.Is(Roles.Administrator) ? Refusal.NotYourRole
        : submission.Reviewer(person.Id) is null ? Refusal.NotAssigned
        : null;

    /// <summary>What of the comments <paramref name="reader"/> may see: what is handed back, and their own; nothing withdrawn.</summary>
    public static IEnumerable<ReviewerComment> CommentsFor(this Submission submission, PersonId reader) =>
        submission.Comments.Where(comment => !comment.IsWithdrawn && (comment.IsHandedBack || comment.By.Id == reader));

    /// <summary>
    /// The comments on a draft as <paramref name="reader"/> may see them: all made on it, and of those on earlier drafts what is
    /// not answered yet, each where its words stand in the draft.
    /// </summary>
    /// <param name="text">Of the draft.</param>
    public static IEnumerable<PlacedComment> CommentsOn(
        this Submission submission, MaterialId draft, string text, PersonId reader)
    {
        int number = submission.Drafts.FirstOrDefault(sent => sent.Material == draft)?.Number ?? 0;
        return
            from comment in submission.CommentsFor(reader)
            let made = submission.Drafts.First(sent => sent.Material == comment.Place.Material).Number
            where made == number || (made < number && comment.Answer is null)
            select new PlacedComment(submission.Id, comment, comment.Place.FindIn(draft, text));
    }

    public static SubmissionEntry Assign(
        this Submission submission, RevisionRound round, Person reviewer, Person by, OfficeTree offices, DateTimeOffset at) =>
        submission.Do(
            SubmissionAct.Assign,
            round,
            by,
            offices,
            "",
            new RoundDetail.NamedReviewer(NamedPerson.Of(reviewer)),
            at,
            reviewer.Organisation != round.Organisation || !reviewer.IsActive || !reviewer.Is(Reviewers) ? Refusal.NoReviewer : null,
            submission.IsWriter(reviewer.Id) ? Refusal.ReviewerIsAuthor : null,
            submission.Reviewer(reviewer.Id) is not null ? Refusal.AlreadyAssigned : null);

    public static SubmissionEntry Unassign(
        this Submission submission, RevisionRound round, PersonId reviewer, Person by, OfficeTree offices, string note, DateTimeOffset at) =>
        submission.Do(
            SubmissionAct.Unassign,
            round,
            by,
            offices,
            note,
            submission.Reviewer(reviewer) is { } assigned ? new RoundDetail.NamedReviewer(assigned.Person) : null,
            at,
            submission.Reviewer(reviewer) is null ? Refusal.SomebodyWasFirst : null);

    public static SubmissionEntry Comment(
        this Submission submission,
        RevisionRound round,
        QuotedPlace place,
        string text,
        Person by,
        OfficeTree offices,
        DateTimeOffset at) =>
        submission.Do(
            SubmissionAct.Comment,
            round,
            by,
            offices,
            text,
            new RoundDetail.NewComment(place),
            at,
            string.IsNullOrWhiteSpace(text) ? Refusal.TextMissing : null,
            place.Material != submission.Draft.Material ? Refusal.DraftSuperseded : null,
            string.IsNullOrWhiteSpace(place.Words) ? Refusal.WordsMissing : null);

    public static SubmissionEntry EditComment(
        this Submission submission, RevisionRound round, int number, string text, Person by, OfficeTree offices, DateTimeOffset at) =>
        submission.Do(SubmissionAct.EditComment, round, number, text, by, offices, at, Refusal.TextMissing);

    public static SubmissionEntry WithdrawComment(
        this Submission submission, RevisionRound round, int number, Person by, OfficeTree offices, DateTimeOffset at) =>
        submission.Do(SubmissionAct.WithdrawComment, round, number, "", by, offices, at, null);

    public static SubmissionEntry Answer(
        this Submission submission, RevisionRound round, int number, string note, Person by, OfficeTree offices, DateTimeOffset at) =>
        submission.Do(SubmissionAct.Answer, round, number, note, by, offices, at, Refusal.TextMissing);

    public static SubmissionEntry AskAgain(
        this Submission submission, RevisionRound round, int number, string note, Person by, OfficeTree offices, DateTimeOffset at) =>
        submission.Do(SubmissionAct.AskAgain, round, number, note, by, offices, at, Refusal.ReasonMissing);

    /// <summary>Decides about the present draft, and shows the author's side what was commented.</summary>
    /// <param name="due">By when the next draft shall come: needed unless the draft is accepted.</param>
    public static SubmissionEntry HandBack(
        this Submission submission,
        RevisionRound round,
        Outcome outcome,
        DateOnly? due,
        string note,
        DateOnly today,
        Person by,
        OfficeTree offices,
        DateTimeOffset at)
    {
        bool isReturn = outcome is not Outcome.Accept;
        bool asks = submission.CommentsFor(by.Id).Any(comment => comment.By.Id == by.Id && comment.Answer is null);
        return submission.Do(
            SubmissionAct.HandBack,
            round,
            by,
            offices,
            note,
            new RoundDetail.HandedBack(outcome, isReturn ? due : null),
            at,
            !Enum.IsDefined(outcome) || (!isReturn && submission.Reviewer(by.Id) is { Outcome: Outcome.Accept })
                ? Refusal.AlreadyHandedBack
                : null,
            isReturn && due is null ? Refusal.DueMissing : null,
            isReturn && due < today ? Refusal.DuePassed : null,
            isReturn && !asks && string.IsNullOrWhiteSpace(note) ? Refusal.NothingToRevise : null);
    }

    /// <summary>Sends the next draft for review: every reviewer reads it anew.</summary>
    public static SubmissionEntry Submit(
        this Submission submission, RevisionRound round, Material draft, string note, Person by, OfficeTree offices, DateTimeOffset at) =>
        submission.Do(
            SubmissionAct.Submit,
            round,
            by,
            offices,
            note,
            new RoundDetail.NextDraft(SubmittedDraft.Of(draft)),
            at,
            draft.Organisation != submission.Organisation || draft.Series != submission.Series ? Refusal.NotVisible : null,
            draft.Draft <= submission.Draft.Number ? Refusal.NoNewDraft : null,
            draft.State is not MaterialState.Read ? Refusal.DraftNotRead : null,
            submission.Reviewers.Any(reviewer => reviewer.Person.Id == draft.Uploader) ? Refusal.ReviewerIsAuthor : null);

    public static SubmissionEntry Remove(
        this Submission submission, RevisionRound round, string reason, Person by, OfficeTree offices, DateTimeOffset at) =>
        submission.Do(
            SubmissionAct.Remove,
            round,
            by,
            offices,
            reason,
            null,
            at,
            string.IsNullOrWhiteSpace(reason) ? Refusal.ReasonMissing : null);

    private static bool IsWriter(this Submission submission, PersonId person) =>
        submission.Subject?.Id == person || submission.Drafts.Any(draft => draft.Uploader == person);

    private static SubmissionEntry Do(
        this Submission submission,
        SubmissionAct act,
        RevisionRound round,
        int number,
        string note,
        Person by,
        OfficeTree offices,
        DateTimeOffset at,
        Refusal? withoutWords)
    {
        RefusedException.ThrowIfAny(
        [
            .. submission.WhyNot(act, number, by, round, offices),
            .. Reasons(withoutWords is not null && string.IsNullOrWhiteSpace(note) ? withoutWords : null),
        ]);
        return submission.Append(act, by, note, new RoundDetail.OneComment(number), at);
    }

    private static SubmissionEntry Do(
        this Submission submission,
        SubmissionAct act,
        RevisionRound round,
        Person by,
        OfficeTree offices,
        string note,
        RoundDetail? detail,
        DateTimeOffset at,
        params Refusal?[] formLacks)
    {
        RefusedException.ThrowIfAny([.. submission.WhyNot(act, by, round, offices), .. Reasons(formLacks)]);
        return submission.Append(act, by, note, detail, at);
    }

    private static IEnumerable<Refusal> Reasons(params Refusal?[] reasons) => reasons.OfType<Refusal>().Distinct();
}
