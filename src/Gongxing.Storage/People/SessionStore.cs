using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Gongxing.Core.People;

namespace Gongxing.Storage.People;

/// <summary>Who is signed in. The browser holds a token, the database its hash: whoever reads the table cannot sign in.</summary>
public sealed class SessionStore(Database database, TimeProvider clock)
{
    private const int MostForOnePerson = 3;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(8);
    private static readonly TimeSpan BetweenTouches = TimeSpan.FromMinutes(1);

    /// <summary>Signs a person in; with too many sessions the oldest ends.</summary>
    /// <returns>The token for the browser, 256 bits in hexadecimal digits. It cannot be had again.</returns>
    public async Task<string> StartAsync(Person person, string device, CancellationToken ct = default)
    {
        string token = RandomNumberGenerator.GetHexString(64, lowercase: true);
        DateTimeOffset now = clock.GetUtcNow();
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    """
                    insert into session (organisation, hash, person, made_at, seen_at, ends_at, device)
                    values (@Organisation, @hash, @Id, @now, @now, @end, @device)
                    """,
                    new { person.Organisation, hash = HashOf(token), person.Id, now, end = now + Longest, device },
                    transaction);
                await connection.ExecuteAsync(
                    """
                    delete from session where organisation = @Organisation and person = @Id and hash not in (
                        select hash from session where organisation = @Organisation and person = @Id
                        order by made_at desc limit @MostForOnePerson)
                    """,
                    new { person.Organisation, person.Id, MostForOnePerson },
                    transaction);
                await connection.ExecuteAsync(
                    "delete from session where organisation = @Organisation and ends_at <= @now",
                    new { person.Organisation, now },
                    transaction);
            },
            ct);
        return token;
    }

    /// <summary>Who holds the token; null when the session is over or ended, or the person is no longer active.</summary>
    /// <param name="idle">How long a session may go unused.</param>
    public async Task<(Person Person, Session Session)?> FindAsync(
        OrganisationId organisation,
        string token,
        TimeSpan idle,
        CancellationToken ct = default)
    {
        string hash = HashOf(token);
        Row? row;
        await using (DbConnection connection = await database.OpenAsync(ct))
        {
            row = await connection.QuerySingleOrDefaultAsync<Row>(
                $"""
                select {PersonRow.Columns}, s.made_at MadeAt, s.seen_at SeenAt, s.ends_at EndsAt, s.device
                from session s join person p on p.organisation = s.organisation and p.id = s.person
                where s.organisation = @organisation and s.hash = @hash and p.is_active = 1
                """,
                new { organisation, hash });
        }

        DateTimeOffset now = clock.GetUtcNow();
        if (row is null || row.ToSession().IsOver(now, idle))
        {
            return null;
        }

        // Not at every request: a page view shall not cost a durable write.
        if ((now - row.SeenAt).Duration() > BetweenTouches)
        {
            await database.WriteAsync(
                (connection, transaction) => connection.ExecuteAsync(
                    "update session set seen_at = @now where organisation = @organisation and hash = @hash",
                    new { organisation, hash, now },
                    transaction),
                ct);
        }

        return (row.ToPerson(), row.ToSession());
    }

    /// <summary>The sessions of a person that have not reached their end, newest first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(Person person, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return [.. await connection.QueryAsync<Session>(
            """
            select made_at MadeAt, seen_at SeenAt, ends_at EndsAt, device from session
            where organisation = @Organisation and person = @Id and ends_at > @now order by made_at desc
            """,
            new { person.Organisation, person.Id, now = clock.GetUtcNow() })];
    }

    public Task EndAsync(OrganisationId organisation, string token, CancellationToken ct = default) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "delete from session where organisation = @organisation and hash = @hash",
                new { organisation, hash = HashOf(token) },
                transaction),
            ct);

    /// <summary>Signs a person out everywhere.</summary>
    /// <param name="keep">Token of the session to leave; null for none.</param>
    public Task EndAllAsync(Person person, string? keep, CancellationToken ct = default) =>
        database.WriteAsync(
            (connection, transaction) => EndAllAsync(connection, transaction, person.Organisation, person.Id, keep), ct);

    internal static Task EndAllAsync(
        DbConnection connection,
        DbTransaction transaction,
        OrganisationId organisation,
        PersonId person,
        string? keep) =>
        connection.ExecuteAsync(
            "delete from session where organisation = @organisation and person = @person and hash <> @kept",
            new { organisation, person, kept = keep is null ? "" : HashOf(keep) },
            transaction);

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private sealed class Row : PersonRow
    {
        public DateTimeOffset MadeAt { get; init; }
        public DateTimeOffset SeenAt { get; init; }
        public DateTimeOffset EndsAt { get; init; }
        public string Device { get; init; } = "";

        public Session ToSession() => new(MadeAt, SeenAt, EndsAt, Device);
    }
}
