using System.Data.Common;
using Dapper;
using Gongxing.Core;
using Gongxing.Core.People;
using Gongxing.Core.Remarks;

namespace Gongxing.Storage.Remarks;

/// <summary>What the organisation and its people have made of the review rules.</summary>
public sealed class RuleStore(Database database)
{
    /// <summary>The newest setting of each rule for everybody, and of each for one person.</summary>
    /// <param name="person">Null for those for everybody alone.</param>
    public async Task<IReadOnlyList<RuleSetting>> SettingsAsync(
        OrganisationId organisation, PersonId? person, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<SettingRow>(
            """
            select r.rule, r.owner, r.number, r.act, r.level, r.reason, r.actor, r.at from rule_setting r
            where r.organisation = @organisation and r.owner in ('', @owner)
              and r.number = (select max(n.number) from rule_setting n
                where n.organisation = r.organisation and n.owner = r.owner and n.rule = r.rule)
            order by r.owner, r.rule
            """,
            new { organisation, owner = $"{person}" });
        return [.. rows.Select(row => row.ToSetting())];
    }

    /// <exception cref="RefusedException">Somebody set the same rule before.</exception>
    public Task SetAsync(OrganisationId organisation, RuleSetting setting, CancellationToken ct = default) =>
        database.WriteAsync(
            organisation,
            async (connection, transaction) =>
            {
                string owner = $"{setting.For}";
                int newest = await connection.ExecuteScalarAsync<int>(
                    """
                    select coalesce(max(number), 0) from rule_setting
                    where organisation = @organisation and owner = @owner and rule = @Rule
                    """,
                    new { organisation, owner, setting.Rule },
                    transaction);
                RefusedException.ThrowIf(setting.Number == newest + 1 ? null : Refusal.SomebodyWasFirst);
                await connection.ExecuteAsync(
                    """
                    insert into rule_setting (organisation, owner, rule, number, act, level, reason, actor, at)
                    values (@organisation, @owner, @Rule, @Number, @act, @level, @reason, @By, @At)
                    """,
                    new
                    {
                        organisation,
                        owner,
                        setting.Rule,
                        setting.Number,
                        act = setting.Act.ToString(),
                        level = setting.Level?.ToString(),
                        reason = TextColumn.Of(setting.Reason),
                        setting.By,
                        setting.At,
                    },
                    transaction);
            },
            ct);

    private sealed class SettingRow
    {
        public string Rule { get; init; } = "";
        public string Owner { get; init; } = "";
        public long Number { get; init; }
        public string Act { get; init; } = "";
        public string? Level { get; init; }
        public string Reason { get; init; } = "";
        public PersonId Actor { get; init; }
        public DateTimeOffset At { get; init; }

        public RuleSetting ToSetting() => new(
            Rule,
            Owner.Length == 0 ? null : new PersonId(Guid.ParseExact(Owner, "N")),
            (int)Number,
            Enum.Parse<RuleAct>(Act),
            Level is null ? null : Enum.Parse<RemarkLevel>(Level),
            Reason,
            Actor,
            At);
    }
}
