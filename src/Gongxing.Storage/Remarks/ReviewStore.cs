using System.Data.Common;
using Dapper;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Remarks;
using Gongxing.Storage.Materials;

namespace Gongxing.Storage.Remarks;

/// <summary>Which materials have been reviewed by which rules, and how many questions that left open.</summary>
/// <remarks>
/// What waits is not a queue but what has no review of its newest structure by these rules, so nothing can be lost.
/// </remarks>
public sealed class ReviewStore(Database database, TimeProvider clock)
{
    // The structure a review must be of, and the rules.
    private const string IsCurrent =
        """
        v.rules = @rules and v.structure = (select max(s.number) from material_structure s
            where s.organisation = v.organisation and s.material = v.material)
        """;

    private const string IsReviewed =
        $"""
        exists (select 1 from material_review v
            where v.organisation = m.organisation and v.material = m.id and {IsCurrent})
        """;

    /// <summary>The oldest materials that wait to be reviewed.</summary>
    /// <param name="rules">What tells one set of rules in force from another.</param>
    public async Task<IReadOnlyList<Material>> WaitingAsync(
        OrganisationId organisation, string rules, int count, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<MaterialRow>(
            $"""
            select {MaterialRow.Columns} from material m
            where m.organisation = @organisation and m.state = 'Read' and m.review_held = 0 and not {IsReviewed}
            order by m.id limit @count
            """,
            new { organisation, rules, count });
        return [.. rows.Select(row => row.ToMaterial())];
    }

    /// <summary>How far the reviewing of what <paramref name="reader"/> uploaded has come.</summary>
    /// <param name="first">Only from this material on.</param>
    public async Task<ReviewProgress> ProgressAsync(
        Person reader, MaterialId first, string rules, CancellationToken ct = default)
    {
        DynamicParameters parameters = MaterialVisibility.For(reader);
        parameters.AddDynamicParams(new { first, rules });
        await using DbConnection connection = await database.OpenAsync(ct);
        var counts = (await connection.QueryAsync<(string State, long Held, long Reviewed, long Count)>(
            $"""
            {MaterialVisibility.Within},
            own (state, held, reviewed) as (
                select m.state, m.review_held, cast(case when {IsReviewed} then 1 else 0 end as bigint) from material m
                where {MaterialVisibility.Condition} and m.uploader = @me and m.id >= @first
                  and m.state not in ('Unreadable', 'Stopped'))
            select state, held, reviewed, count(*) from own group by state, held, reviewed
            """,
            parameters)).AsList();
        return new ReviewProgress(
            Count(counts.Where(one => one.Reviewed == 1)),
            Count(counts.Where(one => one is { State: "Read", Reviewed: 0, Held: 0 })),
            Count(counts.Where(one => one is { Reviewed: 0, Held: 1 })),
            Count(counts.Where(one => one is { State: not "Read", Held: 0 })));

        static int Count(IEnumerable<(string, long, long, long Count)> counts) => (int)counts.Sum(one => one.Count);
    }

    /// <summary>How many <paramref name="uploader"/> has stopped the reading, and the reviewing, of.</summary>
    public async Task<(int Readings, int Reviews)> OwnHeldAsync(Person uploader, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        (long readings, long held) = await connection.QuerySingleAsync<(long, long)>(
            """
            select coalesce(sum(case when state = 'Held' then 1 else 0 end), 0),
                coalesce(sum(case when review_held = 1 then 1 else 0 end), 0)
            from material where organisation = @Organisation and uploader = @Id and (state = 'Held' or review_held = 1)
            """,
            new { uploader.Organisation, uploader.Id });
        return ((int)readings, (int)held);
    }

    /// <summary>Stops the reviewing of what <paramref name="uploader"/> uploaded from <paramref name="first"/> on, read already or not.</summary>
    /// <returns>How many; what is being reviewed goes on, and what was reviewed stays so.</returns>
    public Task<int> HoldAsync(Person uploader, MaterialId first, string rules, CancellationToken ct = default) =>
        database.WriteAsync(
            uploader.Organisation,
            (connection, transaction) => connection.ExecuteAsync(
                $"""
                update material as m set review_held = 1
                where m.organisation = @Organisation and m.uploader = @Id and m.id >= @first and m.review_held = 0
                  and m.state not in ('Unreadable', 'Stopped') and not {IsReviewed}
                """,
                new { uploader.Organisation, uploader.Id, first, rules },
                transaction),
            ct);

    /// <summary>Lets wait again what was held of what <paramref name="uploader"/> uploaded.</summary>
    /// <returns>How many.</returns>
    public Task<int> ResumeAsync(Person uploader, MaterialId first, CancellationToken ct = default) =>
        database.WriteAsync(
            uploader.Organisation,
            (connection, transaction) => connection.ExecuteAsync(
                """
                update material set review_held = 0
                where organisation = @Organisation and uploader = @Id and id >= @first and review_held = 1
                """,
                new { uploader.Organisation, uploader.Id, first },
                transaction),
            ct);

    /// <summary>Lets one held material wait again.</summary>
    public Task ResumeAsync(Material material, CancellationToken ct = default) =>
        database.WriteAsync(
            material.Organisation,
            (connection, transaction) => connection.ExecuteAsync(
                "update material set review_held = 0 where organisation = @Organisation and id = @Id",
                new { material.Organisation, material.Id },
                transaction),
            ct);

    /// <summary>Keeps what a review found; null when it could not run. The material may have gone meanwhile.</summary>
    /// <param name="structure">Number of the revision that was reviewed.</param>
    public Task KeepAsync(
        Material material, int structure, string rules, KeptReview? review, CancellationToken ct = default) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                """
                insert into material_review (organisation, material, structure, rules, fingerprints, at)
                select @Organisation, @Id, @structure, @rules, @found, @at
                where exists (select 1 from material where organisation = @Organisation and id = @Id)
                on conflict (organisation, material) do update set
                    structure = excluded.structure, rules = excluded.rules, fingerprints = excluded.fingerprints, at = excluded.at;
                update material set review_held = 0 where organisation = @Organisation and id = @Id and review_held = 1;
                """,
                new
                {
                    material.Organisation,
                    material.Id,
                    structure = (long)structure,
                    rules,
                    found = review is null ? null : StoredJson.Write(review),
                    at = clock.GetUtcNow(),
                },
                transaction),
            ct);

    /// <summary>How many questions are open on each of these materials; one that waits to be reviewed is left out.</summary>
    /// <param name="silenced">Rules, by id and check, that the reader has silenced: what these ask does not count.</param>
    public async Task<IReadOnlyDictionary<MaterialId, OpenQuestions>> OpenAsync(
        OrganisationId organisation,
        string rules,
        IReadOnlySet<string> silenced,
        IReadOnlyCollection<Material> materials,
        CancellationToken ct = default)
    {
        string[] ids = [.. materials.Select(material => material.Id.ToString())];
        string[] series = [.. materials.Select(material => material.Series.ToString()).Distinct()];
        if (ids.Length == 0)
        {
            return new Dictionary<MaterialId, OpenQuestions>();
        }

        var parameters = new DynamicParameters(new { organisation, rules });
        await using DbConnection connection = await database.OpenAsync(ct);
        var reviews = await connection.QueryAsync<ReviewRow>(
            $"""
            select v.material, v.fingerprints from material_review v
            where v.organisation = @organisation and v.material in {ValueList.Of(ids, parameters)} and {IsCurrent}
            """,
            parameters);
        ILookup<MaterialId, RemarkDecision> decisions = (await RemarkStore.DecisionsAsync(connection, organisation, series))
            .ToLookup(one => one.Series, one => one.Decision);
        Dictionary<MaterialId, Material> byId = materials.ToDictionary(material => material.Id);
        return reviews.ToDictionary(row => row.Material, row =>
        {
            Material material = byId[row.Material];
            return row.ToQuestions(material.Draft, silenced, decisions[material.Series]);
        });
    }

    private sealed class ReviewRow
    {
        public MaterialId Material { get; init; }
        public byte[]? Fingerprints { get; init; }

        public OpenQuestions ToQuestions(int draft, IReadOnlySet<string> silenced, IEnumerable<RemarkDecision> decisions)
        {
            if (Fingerprints is null)
            {
                return new OpenQuestions(0, 0, HasFailed: true, IsStatement: false);
            }

            KeptReview kept = StoredJson.Read<KeptReview>(Fingerprints);
            KeptRemark[] found = [.. kept.Remarks.Where(one => !silenced.Contains(one.Rule))];
            IReadOnlyDictionary<string, RemarkDecision> inForce = DecidedRemark.InForce(draft, decisions);
            return new OpenQuestions(
                found.Count(one => DecidedRemark.StateOf(inForce.GetValueOrDefault(one.Fingerprint), draft) == RemarkState.Open),
                found.Length,
                HasFailed: false,
                kept.IsStatement);
        }
    }
}

/// <summary>How far the reviewing of several materials has come.</summary>
/// <param name="Held">Stopped by the uploader, read already or not.</param>
/// <param name="Coming">Not read yet; it waits to be reviewed when it is.</param>
public readonly record struct ReviewProgress(int Reviewed, int Waiting, int Held, int Coming);

/// <summary>What a review left to be answered.</summary>
/// <param name="HasFailed">The review could not run: then the counts mean nothing.</param>
/// <param name="IsStatement">False when no structure was recognised: then none is far from all well.</param>
public sealed record OpenQuestions(int Open, int All, bool HasFailed, bool IsStatement);
