using System.Data.Common;
using Dapper;
using Gongxing.Core.Rounds;

namespace Gongxing.Storage.Rounds;

/// <summary>The rows for lists, written from the history in the same transaction as its entries.</summary>
internal static class RoundProjection
{
    public static async Task WriteAsync(DbConnection connection, DbTransaction transaction, RevisionRound round)
    {
        await connection.ExecuteAsync(
            """
            insert into revision_round (organisation, id, title, year, template, office, office_name, due, is_open, entries)
            values (@Organisation, @Id, @Title, @Year, @Template, @office, @officeName, @Due, @isOpen, @entries)
            on conflict (organisation, id) do update
            set title = excluded.title, due = excluded.due, is_open = excluded.is_open, entries = excluded.entries
            """,
            new
            {
                round.Organisation,
                round.Id,
                Title = TextColumn.Of(round.Title),
                round.Terms.Year,
                Template = TextColumn.Of(round.Terms.Template),
                office = round.Office.Id,
                officeName = TextColumn.Of(round.Office.Name),
                round.Terms.Due,
                isOpen = round.IsOpen ? 1L : 0L,
                entries = round.Entries.Count,
            },
            transaction);
    }

    public static async Task WriteAsync(
        DbConnection connection, DbTransaction transaction, RevisionRound round, Submission submission)
    {
        await connection.ExecuteAsync(
            """
            insert into submission (organisation, id, round, series, material, draft, office, office_name, subject,
                subject_name, state, is_in, due, comments, open, entries)
            values (@Organisation, @Id, @Round, @Series, @material, @draft, @office, @officeName, @subject,
                @subjectName, @state, @isIn, @due, @comments, @open, @entries)
            on conflict (organisation, id) do update
            set material = excluded.material, draft = excluded.draft, state = excluded.state, is_in = excluded.is_in,
                due = excluded.due, comments = excluded.comments, open = excluded.open, entries = excluded.entries
            """,
            new
            {
                submission.Organisation,
                submission.Id,
                submission.Round,
                submission.Series,
                material = submission.Draft.Material,
                draft = submission.Draft.Number,
                office = submission.Office.Id,
                officeName = TextColumn.Of(submission.Office.Name),
                subject = submission.Subject?.Id,
                subjectName = TextColumn.Of(submission.Subject?.Name ?? ""),
                state = $"{submission.State}",
                isIn = submission.State is SubmissionState.Removed ? 0L : 1L,
                due = submission.DueIn(round),
                comments = submission.Comments.Count(comment => comment is { IsHandedBack: true, IsWithdrawn: false }),
                open = submission.Comments.Count(comment => comment.IsOpen),
                entries = submission.Entries.Count,
            },
            transaction);
        await WriteDraftsAsync(connection, transaction, submission);
        await WriteReviewersAsync(connection, transaction, submission);
    }

    /// <summary>The date of the reviewers' next step is that of the round: it moves with it.</summary>
    public static Task MoveDueAsync(DbConnection connection, DbTransaction transaction, RevisionRound round) =>
        connection.ExecuteAsync(
            """
            update submission set due = @Due
            where organisation = @Organisation and round = @Id and state in ('Unassigned', 'InReview')
            """,
            new { round.Organisation, round.Id, round.Terms.Due },
            transaction);

    private static Task WriteDraftsAsync(DbConnection connection, DbTransaction transaction, Submission submission) =>
        connection.ExecuteAsync(
            """
            insert into submission_draft (organisation, submission, material, uploader)
            values (@Organisation, @Id, @Material, @Uploader)
            on conflict (organisation, submission, material) do nothing
            """,
            submission.Drafts.Select(draft => new { submission.Organisation, submission.Id, draft.Material, draft.Uploader }),
            transaction);

    private static async Task WriteReviewersAsync(DbConnection connection, DbTransaction transaction, Submission submission)
    {
        await connection.ExecuteAsync(
            "delete from submission_reviewer where organisation = @Organisation and submission = @Id",
            new { submission.Organisation, submission.Id },
            transaction);
        await connection.ExecuteAsync(
            """
            insert into submission_reviewer (organisation, submission, person, person_name, outcome)
            values (@Organisation, @Submission, @Person, @Name, @Outcome)
            """,
            submission.Reviewers.Select(reviewer => new
            {
                submission.Organisation,
                Submission = submission.Id,
                Person = reviewer.Person.Id,
                Name = TextColumn.Of(reviewer.Person.Name),
                Outcome = $"{reviewer.Outcome}",
            }),
            transaction);
    }
}
