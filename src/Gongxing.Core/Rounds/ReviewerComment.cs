using Gongxing.Core.Ledger;
using Gongxing.Text;

namespace Gongxing.Core.Rounds;

/// <summary>A reviewer's own comment (批注) at words of a statement, numbered from 1 within the submission.</summary>
public sealed record ReviewerComment(int Number, NamedPerson By, DateTimeOffset At, string Text, QuotedPlace Place)
{
    public bool IsWithdrawn { get; init; }

    /// <summary>The author's side sees it only from here on, and it can no longer be edited.</summary>
    public bool IsHandedBack { get; init; }

    /// <summary>What the author's side said was done about it; null as long as it is open.</summary>
    public CommentAnswer? Answer { get; init; }

    /// <summary>Handed back and not answered: the author's side has to do something.</summary>
    public bool IsOpen => IsHandedBack && !IsWithdrawn && Answer is null;
}

/// <summary>What was done about a comment.</summary>
public sealed record CommentAnswer(NamedPerson By, DateTimeOffset At, string Note);

/// <summary>A reviewer of a submission, and what they decided about the present draft.</summary>
/// <param name="Outcome">Null as long as they have not handed the present draft back.</param>
/// <param name="Due">By when the next draft shall come; null for an accepted one.</param>
public sealed record AssignedReviewer(NamedPerson Person, Outcome? Outcome, DateOnly? Due);

/// <summary>A comment where its words stand in a draft.</summary>
/// <param name="Span">Null when the words are no longer there.</param>
public sealed record PlacedComment(SubmissionId Submission, ReviewerComment Comment, TextSpan? Span);
