using System.Data.Common;
using Dapper;
using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Relapses;
using Gongxing.Text;

namespace Gongxing.Storage.Relapses;

/// <summary>What was said of findings that seem to say earlier ones again.</summary>
public sealed class RelapseStore(Database database)
{
    private const string Columns =
        "material, number, now_start, now_length, then_material, then_start, then_length, item, act, reason, actor, at";

    private const string Selected =
        """
        material, number, now_start NowStart, now_length NowLength, then_material ThenMaterial, then_start ThenStart,
        then_length ThenLength, item, act, reason, actor, at
        """;

    /// <summary>Every decision about the findings of a material, the oldest first.</summary>
    public async Task<IReadOnlyList<RelapseDecision>> DecisionsAsync(Material material, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<DecisionRow>(
            $"""
            select {Selected} from relapse_decision
            where organisation = @Organisation and material = @Id order by number
            """,
            new { material.Organisation, material.Id });
        return [.. rows.Select(row => row.ToDecision())];
    }

    /// <summary>Every decision in which a ledger item, or the material it comes from, is one of the two; the oldest first.</summary>
    public async Task<IReadOnlyList<RelapseDecision>> AboutAsync(LedgerItem item, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<DecisionRow>(
            $"""
            select {Selected} from relapse_decision
            where organisation = @Organisation and (item = @Id or then_material = @material or material = @material)
            order by at, number
            """,
            new { item.Organisation, item.Id, material = item.Proposal.Source?.Material });
        return [.. rows.Select(row => row.ToDecision())];
    }

    /// <exception cref="RefusedException">Somebody decided something about the same material before.</exception>
    public Task DecideAsync(Material material, RelapseDecision decision, CancellationToken ct = default) =>
        database.WriteAsync(
            material.Organisation,
            async (connection, transaction) =>
            {
                int newest = await connection.ExecuteScalarAsync<int>(
                    """
                    select coalesce(max(number), 0) from relapse_decision
                    where organisation = @Organisation and material = @Id
                    """,
                    new { material.Organisation, material.Id },
                    transaction);
                RefusedException.ThrowIf(decision.Number == newest + 1 ? null : Refusal.SomebodyWasFirst);
                await connection.ExecuteAsync(
                    $"""
                    insert into relapse_decision (organisation, {Columns})
                    values (@Organisation, @Id, @Number, @nowStart, @nowLength, @thenMaterial, @thenStart, @thenLength,
                        @Item, @act, @reason, @By, @At)
                    """,
                    new
                    {
                        material.Organisation,
                        material.Id,
                        decision.Number,
                        nowStart = decision.Now.Span.Start,
                        nowLength = decision.Now.Span.Length,
                        thenMaterial = decision.Then?.Material,
                        thenStart = decision.Then?.Span.Start ?? 0,
                        thenLength = decision.Then?.Span.Length ?? 0,
                        decision.Item,
                        act = decision.Act.ToString(),
                        reason = TextColumn.Of(decision.Reason),
                        decision.By,
                        decision.At,
                    },
                    transaction);
            },
            ct);

    private sealed class DecisionRow
    {
        public MaterialId Material { get; init; }
        public long Number { get; init; }
        public long NowStart { get; init; }
        public long NowLength { get; init; }
        public MaterialId? ThenMaterial { get; init; }
        public long ThenStart { get; init; }
        public long ThenLength { get; init; }
        public LedgerItemId? Item { get; init; }
        public string Act { get; init; } = "";
        public string Reason { get; init; } = "";
        public PersonId Actor { get; init; }
        public DateTimeOffset At { get; init; }

        public RelapseDecision ToDecision() => new(
            (int)Number,
            new FindingPlace(Material, new TextSpan((int)NowStart, (int)NowLength)),
            ThenMaterial is { } then ? new FindingPlace(then, new TextSpan((int)ThenStart, (int)ThenLength)) : null,
            Item,
            Enum.Parse<RelapseAct>(Act),
            Reason,
            Actor,
            At);
    }
}
