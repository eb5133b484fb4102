using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;

namespace Gongxing.Storage.Rounds;

/// <summary>A statement of a round in a list: where it stands, not what it says.</summary>
/// <param name="Material">The present draft.</param>
/// <param name="Subject">Null for a statement of an office.</param>
/// <param name="Due">Of the next step; null when nothing is to be done.</param>
/// <param name="Comments">Handed back and not withdrawn.</param>
/// <param name="Open">Of these, how many the author's side has not answered.</param>
public sealed record SubmissionLine(
    SubmissionId Id,
    RoundId Round,
    string RoundTitle,
    MaterialId Material,
    int Draft,
    OfficeId Office,
    string OfficeName,
    PersonId? Subject,
    string SubjectName,
    SubmissionState State,
    DateOnly? Due,
    int Comments,
    int Open,
    IReadOnlyList<ReviewerLine> Reviewers)
{
    /// <summary>Whose statement it is.</summary>
    public string Name => SubjectName.Length > 0 ? SubjectName : OfficeName;

    public bool IsOverdue(DateOnly today) => Due < today;
}

/// <param name="Outcome">Null as long as they have not handed the present draft back.</param>
public sealed record ReviewerLine(PersonId Person, string Name, Outcome? Outcome);
