using System.Data.Common;
using System.Globalization;
using Dapper;
using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;

namespace Gongxing.Storage.Rounds;

/// <summary>Revision rounds and the statements in them: their histories, which are only ever added to.</summary>
/// <remarks>
/// An act is a function that the store runs inside the write, on what stands in the database then: between its guard and its
/// entry nobody comes in between. It throws <see cref="RefusedException"/> when the guard says so, and nothing is written.
/// </remarks>
public sealed class RoundStore(Database database)
{
    public async Task<RevisionRound?> FindAsync(OrganisationId organisation, RoundId id, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return await FindAsync(connection, null, organisation, id);
    }

    public async Task<Submission?> FindAsync(OrganisationId organisation, SubmissionId id, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return await FindAsync(connection, null, organisation, id);
    }

    /// <summary>Whether a form with this key was acted on before: it is to be answered as if it just had been.</summary>
    public async Task<bool> WasSentAsync(OrganisationId organisation, string form, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return await WasSentAsync(connection, null, organisation, form);
    }

    /// <summary>Keeps a round that was just opened.</summary>
    /// <param name="form">Key of the form, made when it was drawn; sent a second time it opens no second round.</param>
    public Task OpenAsync(RevisionRound round, string form, CancellationToken ct = default) =>
        database.WriteAsync(
            round.Organisation,
            async (connection, transaction) =>
            {
                if (!await WasSentAsync(connection, transaction, round.Organisation, form))
                {
                    await WriteAsync(connection, transaction, round, form);
                }
            },
            ct);

    /// <summary>Does something to a round.</summary>
    /// <param name="seen">How many entries whoever acts has seen.</param>
    /// <exception cref="RefusedException">Somebody acted after that, or the act is refused.</exception>
    public Task ActAsync(
        OrganisationId organisation, RoundId id, int seen, string form, Action<RevisionRound> act, CancellationToken ct = default) =>
        database.WriteAsync(
            organisation,
            async (connection, transaction) =>
            {
                if (await WasSentAsync(connection, transaction, organisation, form))
                {
                    return;
                }

                RevisionRound round = await FindAsync(connection, transaction, organisation, id)
                    ?? throw new RefusedException(Refusal.NotVisible);
                RefusedException.ThrowIf(seen == round.Entries.Count ? null : Refusal.SomebodyWasFirst);
                act(round);
                await WriteAsync(connection, transaction, round, form);
                await RoundProjection.MoveDueAsync(connection, transaction, round);
            },
            ct);

    /// <summary>Puts materials into a round, all or none, and assigns each to the reviewers who did not write it.</summary>
    /// <returns>How many there are; 0 when the form was sent before.</returns>
    /// <exception cref="RefusedException">One of them is in the round already, or may not be put in.</exception>
    public Task<int> EnterAsync(
        OrganisationId organisation,
        RoundId id,
        IReadOnlyList<(Material Material, NamedOffice Office, NamedPerson? Subject)> statements,
        IReadOnlyList<Person> reviewers,
        Person by,
        OfficeTree offices,
        string form,
        DateTimeOffset at,
        CancellationToken ct = default) =>
        database.WriteAsync(
            organisation,
            async (connection, transaction) =>
            {
                if (await WasSentAsync(connection, transaction, organisation, Part(form, 0)))
                {
                    return 0;
                }

                RevisionRound round = await FindAsync(connection, transaction, organisation, id)
                    ?? throw new RefusedException(Refusal.NotVisible);
                for (int i = 0; i < statements.Count; i++)
                {
                    (Material material, NamedOffice office, NamedPerson? subject) = statements[i];
                    await RefuseEnteredAsync(connection, transaction, round, material.Series);
                    Submission submission = Submission.Enter(
                        SubmissionId.New(), round, material, office, subject, by, offices, at);
                    foreach (Person reviewer in reviewers.Where(reviewer => reviewer.Id != material.Uploader && reviewer.Id != subject?.Id))
                    {
                        submission.Assign(round, reviewer, by, offices, at);
                    }

                    await WriteAsync(connection, transaction, round, submission, Part(form, i));
                }

                return statements.Count;
            },
            ct);

    /// <summary>Does something to a statement in a round.</summary>
    /// <param name="act">Asks <see cref="Submission.IsStale"/> where it rests on what somebody has seen.</param>
    /// <exception cref="RefusedException">The act is refused.</exception>
    public Task ActAsync(
        OrganisationId organisation,
        SubmissionId id,
        string form,
        Action<RevisionRound, Submission> act,
        CancellationToken ct = default) =>
        database.WriteAsync(
            organisation,
            async (connection, transaction) =>
            {
                if (await WasSentAsync(connection, transaction, organisation, form))
                {
                    return;
                }

                Submission submission = await FindAsync(connection, transaction, organisation, id)
                    ?? throw new RefusedException(Refusal.NotVisible);
                RevisionRound round = (await FindAsync(connection, transaction, organisation, submission.Round))!;
                act(round, submission);
                await WriteAsync(connection, transaction, round, submission, form);
            },
            ct);

    /// <summary>What reviewers commented on a draft, in the order of its text, for the page and for the Word file.</summary>
    /// <remarks>
    /// What was commented on this very draft, and what of the earlier ones is not answered yet, found again in it. The reader
    /// sees what was handed back, and their own. Ask first whether they may read the material.
    /// </remarks>
    /// <param name="text">Of the draft.</param>
    public async Task<IReadOnlyList<PlacedComment>> CommentsAsync(
        PersonId reader, Material draft, string text, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var ids = await connection.QueryAsync<SubmissionId>(
            """
            select s.id from submission s
            join submission_draft d on d.organisation = s.organisation and d.submission = s.id
            where s.organisation = @Organisation and d.material = @Id and s.is_in = 1 order by s.id
            """,
            new { draft.Organisation, draft.Id });
        var placed = new List<PlacedComment>();
        foreach (SubmissionId id in ids)
        {
            Submission submission = (await FindAsync(connection, null, draft.Organisation, id))!;
            placed.AddRange(submission.CommentsOn(draft.Id, text, reader));
        }

        return [.. placed.OrderBy(comment => comment.Span?.Start ?? int.MaxValue)];
    }

    private static async Task<RevisionRound?> FindAsync(
        DbConnection connection, DbTransaction? transaction, OrganisationId organisation, RoundId id)
    {
        var rows = await RowsAsync(connection, transaction, organisation, $"{id}", "revision_round");
        return rows.Count == 0 ? null : RevisionRound.Restore(organisation, id, [.. rows.Select(row => row.ToRoundEntry())]);
    }

    private static async Task<Submission?> FindAsync(
        DbConnection connection, DbTransaction? transaction, OrganisationId organisation, SubmissionId id)
    {
        var rows = await RowsAsync(connection, transaction, organisation, $"{id}", "submission");
        return rows.Count == 0 ? null : Submission.Restore(organisation, id, [.. rows.Select(row => row.ToSubmissionEntry())]);
    }

    // The table tells whether the id is one of this kind: a forged address may bring the other.
    private static async Task<List<RoundEntryRow>> RowsAsync(
        DbConnection connection, DbTransaction? transaction, OrganisationId organisation, string subject, string table) =>
        (await connection.QueryAsync<RoundEntryRow>(
            $"""
            select {RoundEntryRow.Columns} from {table} t
            join round_entry e on e.organisation = t.organisation and e.subject = t.id
            where t.organisation = @organisation and t.id = @subject order by e.number
            """,
            new { organisation, subject },
            transaction)).AsList();

    private static async Task WriteAsync(DbConnection connection, DbTransaction transaction, RevisionRound round, string form)
    {
        foreach (RoundEntry entry in round.Unstored)
        {
            await InsertAsync(
                connection, transaction, round.Organisation, $"{round.Id}", entry.Number, $"{entry.Act}", entry.By, entry.At,
                entry.Note, entry == round.Unstored[0] ? form : "", RoundJson.Write(entry.Detail));
        }

        await RoundProjection.WriteAsync(connection, transaction, round);
    }

    private static async Task WriteAsync(
        DbConnection connection, DbTransaction transaction, RevisionRound round, Submission submission, string form)
    {
        foreach (SubmissionEntry entry in submission.Unstored)
        {
            await InsertAsync(
                connection, transaction, submission.Organisation, $"{submission.Id}", entry.Number, $"{entry.Act}", entry.By, entry.At,
                entry.Note, entry == submission.Unstored[0] ? form : "", RoundJson.Write(entry.Detail));
        }

        await RoundProjection.WriteAsync(connection, transaction, round, submission);
    }

    private static Task InsertAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        string subject,
        int number,
        string act,
        NamedPerson by,
        DateTimeOffset at,
        string note,
        string form,
        string detail) =>
        connection.ExecuteAsync(
            """
            insert into round_entry (organisation, subject, number, act, actor, actor_name, at, note, form, detail)
            values (@organisation, @subject, @number, @act, @actor, @name, @at, @note, @form, @detail)
            """,
            new
            {
                organisation,
                subject,
                number,
                act,
                actor = by.Id,
                name = TextColumn.Of(by.Name),
                at,
                note,
                form = TextColumn.Of(form),
                detail = TextColumn.Of(detail),
            },
            transaction);

    private static async Task RefuseEnteredAsync(
        DbConnection connection, DbTransaction transaction, RevisionRound round, MaterialId series)
    {
        bool isIn = await connection.ExecuteScalarAsync<bool>(
            """
            select exists (select 1 from submission
            where organisation = @Organisation and round = @Id and series = @series and is_in = 1)
            """,
            new { round.Organisation, round.Id, series },
            transaction);
        RefusedException.ThrowIf(isIn ? Refusal.AlreadyInRound : null);
    }

    private static async Task<bool> WasSentAsync(
        DbConnection connection, DbTransaction? transaction, OrganisationId organisation, string form) =>
        form.Length > 0 && await connection.ExecuteScalarAsync<bool>(
            "select exists (select 1 from round_entry where organisation = @organisation and form in (@form, @first))",
            new { organisation, form = TextColumn.Of(form), first = Part(form, 0) },
            transaction);

    private static string Part(string form, int index) =>
        form.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{TextColumn.Of(form)}/{index:D6}");
}
