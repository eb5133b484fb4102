using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;

namespace Gongxing.Storage.Rounds;

/// <summary>The columns of a submission, for every query that hands one out.</summary>
internal sealed class SubmissionRow
{
    public const string Columns =
        """
        s.id, s.round, r.title RoundTitle, s.material, s.draft, s.office, s.office_name OfficeName, s.subject,
        s.subject_name SubjectName, s.state, s.due, s.comments, s.open
        """;

    public SubmissionId Id { get; init; }
    public RoundId Round { get; init; }
    public string RoundTitle { get; init; } = "";
    public MaterialId Material { get; init; }
    public long Draft { get; init; }
    public OfficeId Office { get; init; }
    public string OfficeName { get; init; } = "";
    public PersonId? Subject { get; init; }
    public string SubjectName { get; init; } = "";
    public string State { get; init; } = "";
    public DateOnly? Due { get; init; }
    public long Comments { get; init; }
    public long Open { get; init; }

    public SubmissionLine ToLine(IEnumerable<ReviewerLine> reviewers) => new(
        Id,
        Round,
        RoundTitle,
        Material,
        (int)Draft,
        Office,
        OfficeName,
        Subject,
        SubjectName,
        Enum.Parse<SubmissionState>(State),
        Due,
        (int)Comments,
        (int)Open,
        [.. reviewers]);
}
