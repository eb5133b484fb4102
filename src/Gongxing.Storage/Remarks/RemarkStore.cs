using System.Data.Common;
using Dapper;
using Gongxing.Core;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Remarks;

namespace Gongxing.Storage.Remarks;

/// <summary>What was decided about the remarks on materials.</summary>
public sealed class RemarkStore(Database database)
{
    /// <summary>Every decision on any draft of the material, the oldest draft first.</summary>
    public async Task<IReadOnlyList<RemarkDecision>> DecisionsAsync(Material material, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return [.. (await DecisionsAsync(connection, material.Organisation, [$"{material.Series}"])).Select(one => one.Decision)];
    }

    /// <summary>Adds a decision about a remark on the material.</summary>
    /// <exception cref="RefusedException">Somebody decided about the same remark before.</exception>
    public Task DecideAsync(Material material, RemarkDecision decision, CancellationToken ct = default) =>
        database.WriteAsync(
            material.Organisation,
            async (connection, transaction) =>
            {
                int newest = await connection.ExecuteScalarAsync<int>(
                    """
                    select coalesce(max(number), 0) from remark_decision
                    where organisation = @Organisation and material = @Id and fingerprint = @Fingerprint
                    """,
                    new { material.Organisation, material.Id, decision.Fingerprint },
                    transaction);
                RefusedException.ThrowIf(decision.Number == newest + 1 ? null : Refusal.SomebodyWasFirst);
                await connection.ExecuteAsync(
                    """
                    insert into remark_decision (organisation, material, fingerprint, number, rule, act, reason, actor, at)
                    values (@Organisation, @Id, @Fingerprint, @Number, @Rule, @act, @reason, @By, @At)
                    """,
                    new
                    {
                        material.Organisation,
                        material.Id,
                        decision.Fingerprint,
                        decision.Number,
                        decision.Rule,
                        act = decision.Act.ToString(),
                        reason = TextColumn.Of(decision.Reason),
                        decision.By,
                        decision.At,
                    },
                    transaction);
            },
            ct);

    internal static async Task<IEnumerable<(MaterialId Series, RemarkDecision Decision)>> DecisionsAsync(
        DbConnection connection, OrganisationId organisation, IReadOnlyCollection<string> series)
    {
        var parameters = new DynamicParameters(new { organisation });
        var rows = await connection.QueryAsync<DecisionRow>(
            $"""
            select m.series, m.draft, d.fingerprint, d.rule, d.number, d.act, d.reason, d.actor, d.at
            from material m
            join remark_decision d on d.organisation = m.organisation and d.material = m.id
            where m.organisation = @organisation and m.series in {ValueList.Of(series, parameters)}
            order by m.draft, d.at, d.number
            """,
            parameters);
        return rows.Select(row => (row.Series, row.ToDecision()));
    }

    private sealed class DecisionRow
    {
        public MaterialId Series { get; init; }
        public string Fingerprint { get; init; } = "";
        public string Rule { get; init; } = "";
        public long Draft { get; init; }
        public long Number { get; init; }
        public string Act { get; init; } = "";
        public string Reason { get; init; } = "";
        public PersonId Actor { get; init; }
        public DateTimeOffset At { get; init; }

        public RemarkDecision ToDecision() =>
            new(Fingerprint, Rule, (int)Draft, (int)Number, Enum.Parse<RemarkAct>(Act), Reason, Actor, At);
    }
}
