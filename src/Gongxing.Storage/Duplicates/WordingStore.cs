using System.Data.Common;
using Dapper;
using Gongxing.Core;
using Gongxing.Core.Duplicates;
using Gongxing.Core.People;

namespace Gongxing.Storage.Duplicates;

/// <summary>The words that an organisation has said any statement may have.</summary>
public sealed class WordingStore(Database database)
{
    /// <summary>Everything that was ever said, of each wording the newest first.</summary>
    /// <remarks>What was spoken of last comes first.</remarks>
    public async Task<IReadOnlyList<WordingEntry>> EntriesAsync(OrganisationId organisation, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<EntryRow>(
            """
            select wording, number, act, words, reason, actor, at from common_wording
            where organisation = @organisation order by wording, number desc
            """,
            new { organisation });
        return
        [
            .. rows.Select(row => row.ToEntry()).GroupBy(entry => entry.Key)
                .OrderByDescending(wording => wording.First().At).SelectMany(wording => wording),
        ];
    }

    /// <summary>The newest entry about a wording; null when nothing was ever said of it.</summary>
    public async Task<WordingEntry?> NewestAsync(OrganisationId organisation, string key, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return (await connection.QuerySingleOrDefaultAsync<EntryRow>(
            """
            select wording, number, act, words, reason, actor, at from common_wording
            where organisation = @organisation and wording = @key order by number desc limit 1
            """,
            new { organisation, key }))?.ToEntry();
    }

    /// <exception cref="RefusedException">Somebody spoke of the same words before.</exception>
    public Task AddAsync(OrganisationId organisation, WordingEntry entry, CancellationToken ct = default) =>
        database.WriteAsync(
            organisation,
            async (connection, transaction) =>
            {
                int newest = await connection.ExecuteScalarAsync<int>(
                    "select coalesce(max(number), 0) from common_wording where organisation = @organisation and wording = @Key",
                    new { organisation, entry.Key },
                    transaction);
                RefusedException.ThrowIf(entry.Number == newest + 1 ? null : Refusal.SomebodyWasFirst);
                await connection.ExecuteAsync(
                    """
                    insert into common_wording (organisation, wording, number, act, words, reason, actor, at)
                    values (@organisation, @Key, @Number, @act, @words, @reason, @By, @At)
                    """,
                    new
                    {
                        organisation,
                        entry.Key,
                        entry.Number,
                        act = entry.Act.ToString(),
                        words = TextColumn.Of(entry.Words),
                        reason = TextColumn.Of(entry.Reason),
                        entry.By,
                        entry.At,
                    },
                    transaction);
            },
            ct);

    private sealed class EntryRow
    {
        public string Wording { get; init; } = "";
        public long Number { get; init; }
        public string Act { get; init; } = "";
        public string Words { get; init; } = "";
        public string Reason { get; init; } = "";
        public PersonId Actor { get; init; }
        public DateTimeOffset At { get; init; }

        public WordingEntry ToEntry() => new(Wording, (int)Number, Enum.Parse<WordingAct>(Act), Words, Reason, Actor, At);
    }
}
