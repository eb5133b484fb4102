using System.Data.Common;
using Dapper;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Rounds;
using Gongxing.Core.Statements;
using Gongxing.Storage.Materials;

namespace Gongxing.Storage.Rounds;

/// <summary>Lists over revision rounds: what somebody arranges, reviews, or has to revise.</summary>
public sealed class RoundListStore(Database database)
{
    // The domain's twins: RevisionRound.WhyNotArrange, Submission.Reviewer, SubmissionActs.IsAuthorSide. A test holds them together.
    private const string Arranges =
        """
        (@mayRead = 1 and ((@isClerk = 1 and r.office = @myOffice)
            or (@isHead = 1 and r.office in (select id from within_office))))
        """;

    private const string Reviews =
        """
        (@mayRead = 1 and @isReviewer = 1 and r.is_open = 1 and exists (
            select 1 from submission_reviewer v
            where v.organisation = s.organisation and v.submission = s.id and v.person = @me))
        """;

    private const string Writes =
        """
        (@mayRead = 1 and (s.subject = @me or (@isClerk = 1 and s.office = @myOffice) or exists (
            select 1 from submission_draft d
            where d.organisation = s.organisation and d.submission = s.id and d.uploader = @me)))
        """;

    private const string Submissions =
        "submission s join revision_round r on r.organisation = s.organisation and r.id = s.round";

    /// <summary>The rounds that <paramref name="reader"/> arranges or has a statement in, newest first.</summary>
    public async Task<IReadOnlyList<RoundLine>> RoundsAsync(Person reader, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<RoundRow>(
            $"""
            {MaterialVisibility.Within},
            seen (id, state) as (
                select s.round, s.state from {Submissions}
                where s.organisation = @organisation and s.is_in = 1 and ({Arranges} or {Reviews} or {Writes}))
            select r.id, r.title, r.year, r.office_name OfficeName, r.due, r.is_open IsOpen,
                (select count(*) from seen where seen.id = r.id) Statements,
                (select count(*) from seen where seen.id = r.id and seen.state = 'Accepted') Accepted
            from revision_round r
            where r.organisation = @organisation and ({Arranges} or r.id in (select id from seen))
            order by r.is_open desc, r.id desc
            """,
            MaterialVisibility.For(reader));
        return [.. rows.Select(row => row.ToLine())];
    }

    /// <summary>The statements of a round that <paramref name="reader"/> may know of, by office and name.</summary>
    /// <param name="round">Null for those of every round.</param>
    public Task<IReadOnlyList<SubmissionLine>> LinesAsync(Person reader, RoundId? round, CancellationToken ct = default) =>
        ListAsync(reader, $"s.is_in = 1 and ({Arranges} or {Reviews} or {Writes})", round, ct);

    /// <summary>What <paramref name="reader"/> has to read and hand back, the most urgent first.</summary>
    public async Task<IReadOnlyList<SubmissionLine>> ToReviewAsync(Person reader, CancellationToken ct = default) =>
    [
        .. (await ListAsync(reader, $"s.is_in = 1 and {Reviews}", null, ct))
            .Where(line => line.Reviewers.Any(reviewer => reviewer.Person == reader.Id && reviewer.Outcome is null))
            .OrderBy(line => line.Due ?? DateOnly.MaxValue),
    ];

    /// <summary>What was returned to the side of <paramref name="reader"/>, the most urgent first.</summary>
    public async Task<IReadOnlyList<SubmissionLine>> ToReviseAsync(Person reader, CancellationToken ct = default) =>
    [
        .. (await ListAsync(reader, $"r.is_open = 1 and s.state in ('ToRevise', 'ToRewrite') and {Writes}", null, ct))
            .OrderBy(line => line.Due ?? DateOnly.MaxValue),
    ];

    /// <summary>Everything in an open round that the side of <paramref name="reader"/> answers for.</summary>
    public Task<IReadOnlyList<SubmissionLine>> WrittenAsync(Person reader, CancellationToken ct = default) =>
        ListAsync(reader, $"s.is_in = 1 and r.is_open = 1 and {Writes}", null, ct);

    /// <summary>
    /// Whether somebody reviews a material in an open round in which the other was sent for review too: of what the two share they
    /// then see both sides.
    /// </summary>
    public async Task<bool> ReviewsBesideAsync(
        Person reader, MaterialId own, MaterialId other, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        DynamicParameters parameters = MaterialVisibility.For(reader);
        parameters.AddDynamicParams(new { own, other });
        return await connection.ExecuteScalarAsync<bool>(
            $"""
            select exists (
                select 1 from submission s
                join revision_round r on r.organisation = s.organisation and r.id = s.round
                join submission_draft d on d.organisation = s.organisation and d.submission = s.id and d.material = @own
                join submission b on b.organisation = s.organisation and b.round = s.round and b.is_in = 1
                join submission_draft e on e.organisation = b.organisation and e.submission = b.id and e.material = @other
                where s.organisation = @organisation and s.is_in = 1 and {Reviews})
            """,
            parameters);
    }

    /// <summary>The materials that stand in a round, by the id that all drafts of one have.</summary>
    public async Task<IReadOnlyList<MaterialId>> SeriesAsync(
        OrganisationId organisation, RoundId round, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<MaterialId>(
            "select series from submission where organisation = @organisation and round = @round and is_in = 1",
            new { organisation, round })).AsList();
    }

    /// <summary>The structure in force of the present draft of each statement in a round.</summary>
    public async Task<IReadOnlyDictionary<MaterialId, Statement>> StructuresAsync(
        OrganisationId organisation, RoundId round, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<(MaterialId Material, byte[] Content)>(
            """
            select t.material, t.content from submission s
            join material_structure t on t.organisation = s.organisation and t.material = s.material
            where s.organisation = @organisation and s.round = @round and s.is_in = 1 and t.number = (
                select max(n.number) from material_structure n where n.organisation = s.organisation and n.material = s.material)
            """,
            new { organisation, round });
        return rows.ToDictionary(row => row.Material, row => StoredJson.Read<Statement>(row.Content));
    }

    private async Task<IReadOnlyList<SubmissionLine>> ListAsync(
        Person reader, string condition, RoundId? round, CancellationToken ct)
    {
        DynamicParameters parameters = MaterialVisibility.For(reader);
        parameters.AddDynamicParams(new { round });
        await using DbConnection connection = await database.OpenAsync(ct);
        string within = round is null ? "" : "and s.round = @round";
        List<SubmissionRow> rows = (await connection.QueryAsync<SubmissionRow>(
            $"""
            {MaterialVisibility.Within}
            select {SubmissionRow.Columns} from {Submissions}
            where s.organisation = @organisation {within} and {condition}
            order by s.id
            """,
            parameters)).AsList();
        var reviewers = (await connection.QueryAsync<(SubmissionId Submission, PersonId Person, string Name, string Outcome)>(
            $"""
            {MaterialVisibility.Within}
            select a.submission, a.person, a.person_name, a.outcome from {Submissions}
            join submission_reviewer a on a.organisation = s.organisation and a.submission = s.id
            where s.organisation = @organisation {within} and {condition}
            order by a.person_name, a.person
            """,
            parameters)).ToLookup(
            row => row.Submission,
            row => new ReviewerLine(row.Person, row.Name, row.Outcome.Length == 0 ? null : Enum.Parse<Outcome>(row.Outcome)));
        // Here and not in the query: the two databases order Chinese differently.
        return
        [
            .. rows.Select(row => row.ToLine(reviewers[row.Id]))
                .OrderBy(line => line.OfficeName, StringComparer.Ordinal)
                .ThenBy(line => line.SubjectName, StringComparer.Ordinal),
        ];
    }

    private sealed class RoundRow
    {
        public RoundId Id { get; init; }
        public string Title { get; init; } = "";
        public long Year { get; init; }
        public string OfficeName { get; init; } = "";
        public DateOnly Due { get; init; }
        public long IsOpen { get; init; }
        public long Statements { get; init; }
        public long Accepted { get; init; }

        public RoundLine ToLine() => new(Id, Title, Year, OfficeName, Due, IsOpen == 1, Statements, Accepted);
    }
}
