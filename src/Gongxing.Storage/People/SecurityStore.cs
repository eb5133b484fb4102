using System.Data.Common;
using Dapper;
using Gongxing.Core.People;

namespace Gongxing.Storage.People;

/// <summary>The security log. What other stores do about people they note in the same transaction.</summary>
public sealed class SecurityStore(Database database, TimeProvider clock)
{
    /// <summary>Notes something that changed nothing in the database: an unknown name, a sign-out.</summary>
    public Task AddAsync(
        OrganisationId organisation,
        SecurityAct act,
        PersonId? actor,
        PersonId? subject,
        string detail,
        CancellationToken ct = default) =>
        database.WriteAsync(
            organisation,
            (connection, transaction) =>
                AddAsync(connection, transaction, organisation, clock.GetUtcNow(), act, actor, subject, detail),
            ct);

    /// <summary>The newest entries, newest first.</summary>
    /// <param name="before">Only entries with a smaller number, to go on from a page; null from the newest.</param>
    /// <param name="act">Only entries of this act; null for all.</param>
    /// <param name="person">Only what they did, or what was done about them; null for all.</param>
    public async Task<IReadOnlyList<SecurityEntry>> ListAsync(
        OrganisationId organisation,
        long? before,
        int count,
        SecurityAct? act = null,
        PersonId? person = null,
        CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<Row>(
            $"""
            select number, at, act, actor, subject, detail from security_entry
            where organisation = @organisation and number < @before {(act is null ? "" : "and act = @act")}
                {(person is null ? "" : "and (actor = @person or subject = @person)")}
            order by number desc limit @count
            """,
            new { organisation, act = $"{act}", person = $"{person}", before = before ?? long.MaxValue, count });
        return [.. rows.Select(row => row.ToEntry())];
    }

    internal static Task AddAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        DateTimeOffset at,
        SecurityAct act,
        PersonId? actor,
        PersonId? subject,
        string detail) =>
        connection.ExecuteAsync(
            """
            insert into security_entry (organisation, number, at, act, actor, subject, detail)
            select @organisation, coalesce(max(number), 0) + 1, @at, @act, @actor, @subject, @detail
            from security_entry where organisation = @organisation
            """,
            new { organisation, at, act = act.ToString(), actor, subject, detail },
            transaction);

    private sealed record Row(long Number, DateTimeOffset At, string Act, PersonId? Actor, PersonId? Subject, string Detail)
    {
        public SecurityEntry ToEntry() => new(Number, At, Enum.Parse<SecurityAct>(Act), Actor, Subject, Detail);
    }
}
