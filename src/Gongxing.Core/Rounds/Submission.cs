using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;

namespace Gongxing.Core.Rounds;

/// <summary>A statement in a revision round (送审材料): its drafts, its reviewers, what they asked and what was done about it.</summary>
/// <remarks>
/// <code>
///              assign               hand back
/// Unassigned ─────────▶ InReview ─────────────▶ Accepted         all reviewers accept
///                        ▲    │
///                submit  │    └───────────────▶ ToRevise / ToRewrite
///                        └──────────────────────────┘
/// </code>
/// A submission is only ever added to; <see cref="SubmissionActs"/> holds what can be done to it and by whom. Every reviewer
/// decides for themselves about the present draft; one who returns it is enough, and all must accept. A new draft is read by
/// all of them again.
/// </remarks>
public sealed class Submission
{
    private readonly List<SubmissionEntry> _entries = [];
    private readonly List<SubmittedDraft> _drafts = [];
    private readonly List<AssignedReviewer> _reviewers = [];
    private readonly List<ReviewerComment> _comments = [];

    private int _stored;
    private bool _isRemoved;

    private Submission(OrganisationId organisation, SubmissionId id) => (Organisation, Id) = (organisation, id);

    public OrganisationId Organisation { get; }
    public SubmissionId Id { get; }
    public IReadOnlyList<SubmissionEntry> Entries => _entries;

    /// <summary>What was done since it was restored, or all of a new one: still to be stored.</summary>
    public IReadOnlyList<SubmissionEntry> Unstored => _entries[_stored..];
    public RoundId Round { get; private set; }

    /// <summary>Of the material: all its drafts have it.</summary>
    public MaterialId Series { get; private set; }
    public NamedOffice Office { get; private set; } = null!;

    /// <summary>The person it is about; null for a statement of an office.</summary>
    public NamedPerson? Subject { get; private set; }

    /// <summary>Whose statement it is, as lists show it.</summary>
    public string Name => Subject?.Name ?? Office.Name;

    /// <summary>Those that were sent for review, the first one first.</summary>
    public IReadOnlyList<SubmittedDraft> Drafts => _drafts;
    public SubmittedDraft Draft => _drafts[^1];
    public IReadOnlyList<AssignedReviewer> Reviewers => _reviewers;

    /// <summary>All of them, also what is withdrawn and what its writer has not handed back yet.</summary>
    public IReadOnlyList<ReviewerComment> Comments => _comments;

    public SubmissionState State =>
        _isRemoved ? SubmissionState.Removed
        : _reviewers.Count == 0 ? SubmissionState.Unassigned
        : _reviewers.Any(reviewer => reviewer.Outcome is Outcome.Rewrite) ? SubmissionState.ToRewrite
        : _reviewers.Any(reviewer => reviewer.Outcome is Outcome.Return) ? SubmissionState.ToRevise
        : _reviewers.All(reviewer => reviewer.Outcome is Outcome.Accept) ? SubmissionState.Accepted
        : SubmissionState.InReview;

    /// <summary>The author's side has to send another draft.</summary>
    public bool IsReturned => State is SubmissionState.ToRevise or SubmissionState.ToRewrite;

    /// <exception cref="RefusedException">See <see cref="SubmissionActs.WhyNotEnter"/>.</exception>
    public static Submission Enter(
        SubmissionId id,
        RevisionRound round,
        Material material,
        NamedOffice office,
        NamedPerson? subject,
        Person by,
        OfficeTree offices,
        DateTimeOffset at)
    {
        RefusedException.ThrowIfAny(SubmissionActs.WhyNotEnter(round, material, by, offices));
        var submission = new Submission(round.Organisation, id);
        submission.Append(
            SubmissionAct.Enter,
            by,
            "",
            new RoundDetail.EnteredStatement(round.Id, material.Series, SubmittedDraft.Of(material), office, subject),
            at);
        return submission;
    }

    /// <summary>Rebuilds a submission from what was stored of it, oldest first.</summary>
    /// <exception cref="InvalidDataException">The entries are not numbered 1, 2, 3… or do not begin with the entering.</exception>
    public static Submission Restore(OrganisationId organisation, SubmissionId id, IReadOnlyList<SubmissionEntry> entries)
    {
        var submission = new Submission(organisation, id);
        foreach (SubmissionEntry entry in entries)
        {
            int next = submission._entries.Count + 1;
            if (entry.Number != next || (next == 1) != (entry.Act is SubmissionAct.Enter))
            {
                throw new InvalidDataException($"Submission {id} has no proper entry {next}.");
            }

            submission.Add(entry);
        }

        submission._stored = entries.Count;
        return entries.Count > 0 ? submission : throw new InvalidDataException($"Submission {id} has no entry.");
    }

    /// <summary>What happened after entry <paramref name="number"/>: what to tell somebody whose form was drawn then.</summary>
    public IReadOnlyList<SubmissionEntry> Since(int number) => _entries[Math.Clamp(number, 0, _entries.Count)..];

    /// <summary>Whether an act would rest on something that others changed after entry <paramref name="seen"/>.</summary>
    /// <param name="comment">The comment that is acted on; null for an act on the whole.</param>
    /// <remarks>
    /// Reviewers comment side by side and the author's side answers one comment while another is written: only what touches
    /// the same thing counts. Everything else is for the guards to say.
    /// </remarks>
    public bool IsStale(int seen, SubmissionAct act, int? comment = null) => Since(seen).Any(entry => act switch
    {
        SubmissionAct.Comment => false,
        SubmissionAct.HandBack => entry.Act is SubmissionAct.Submit,
        SubmissionAct.Submit => entry.Act is SubmissionAct.Submit or SubmissionAct.HandBack,
        SubmissionAct.Assign or SubmissionAct.Unassign or SubmissionAct.Remove =>
            entry.Act is SubmissionAct.Assign or SubmissionAct.Unassign or SubmissionAct.Remove,
        _ => entry.Detail is RoundDetail.OneComment one && one.Comment == comment,
    });

    public ReviewerComment? Comment(int number) =>
        number >= 1 && number <= _comments.Count ? _comments[number - 1] : null;

    public AssignedReviewer? Reviewer(PersonId person) => _reviewers.Find(reviewer => reviewer.Person.Id == person);

    /// <summary>By when the next step is due: the reviewers' with the round, the author's by the earliest date set.</summary>
    public DateOnly? DueIn(RevisionRound round) => State switch
    {
        SubmissionState.Unassigned or SubmissionState.InReview => round.Terms.Due,
        SubmissionState.ToRevise or SubmissionState.ToRewrite => _reviewers.Min(reviewer => reviewer.Due),
        _ => null,
    };

    internal SubmissionEntry Append(SubmissionAct act, Person by, string note, RoundDetail? detail, DateTimeOffset at)
    {
        // Through JSON, so that the submission that lives on is the one that would be read back.
        var entry = new SubmissionEntry(
            _entries.Count + 1, act, NamedPerson.Of(by), Millisecond.Of(at), StoredText.Of(note), RoundJson.Read(RoundJson.Write(detail)));
        Add(entry);
        return entry;
    }

    private void Add(SubmissionEntry entry)
    {
        switch (entry.Act, entry.Detail)
        {
            case (SubmissionAct.Enter, RoundDetail.EnteredStatement entered):
                (Round, Series, Office, Subject) = (entered.Round, entered.Series, entered.Office, entered.Subject);
                _drafts.Add(entered.Draft);
                break;
            case (SubmissionAct.Assign, RoundDetail.NamedReviewer named):
                _reviewers.Add(new AssignedReviewer(named.Reviewer, null, null));
                break;
            case (SubmissionAct.Unassign, RoundDetail.NamedReviewer named):
                _reviewers.RemoveAll(reviewer => reviewer.Person.Id == named.Reviewer.Id);
                break;
            case (SubmissionAct.Comment, RoundDetail.NewComment comment):
                _comments.Add(new ReviewerComment(_comments.Count + 1, entry.By, entry.At, entry.Note, comment.Place));
                break;
            case (SubmissionAct.HandBack, RoundDetail.HandedBack handedBack):
                Take(entry, handedBack);
                break;
            case (SubmissionAct.Submit, RoundDetail.NextDraft next):
                _drafts.Add(next.Draft);
                Replace(_reviewers, reviewer => reviewer with { Outcome = null, Due = null });
                break;
            case (SubmissionAct.Remove, null):
                _isRemoved = true;
                break;
            case (_, RoundDetail.OneComment one):
                Take(entry, one.Comment - 1);
                break;
            default:
                throw new InvalidDataException($"Entry {entry.Number} of submission {Id} is no {entry.Act}.");
        }

        _entries.Add(entry);
    }

    private void Take(SubmissionEntry entry, RoundDetail.HandedBack handedBack)
    {
        Replace(_reviewers, reviewer => reviewer.Person.Id != entry.By.Id ? reviewer
            : reviewer with { Outcome = handedBack.Outcome, Due = handedBack.Due });
        Replace(_comments, comment => comment.By.Id == entry.By.Id ? comment with { IsHandedBack = true } : comment);
    }

    private void Take(SubmissionEntry entry, int comment) => _comments[comment] = entry.Act switch
    {
        SubmissionAct.EditComment => _comments[comment] with { Text = entry.Note },
        SubmissionAct.WithdrawComment => _comments[comment] with { IsWithdrawn = true },
        SubmissionAct.Answer => _comments[comment] with { Answer = new CommentAnswer(entry.By, entry.At, entry.Note) },
        SubmissionAct.AskAgain => _comments[comment] with { Answer = null },
        _ => throw new InvalidDataException($"Entry {entry.Number} of submission {Id} is no {entry.Act}."),
    };

    private static void Replace<T>(List<T> all, Func<T, T> by)
    {
        for (int i = 0; i < all.Count; i++)
        {
            all[i] = by(all[i]);
        }
    }
}
