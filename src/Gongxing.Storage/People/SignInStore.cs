using System.Data.Common;
using Dapper;
using Gongxing.Core.People;

namespace Gongxing.Storage.People;

/// <summary>Passwords, second factors, and what slows down guessing.</summary>
public sealed class SignInStore(Database database, TimeProvider clock)
{
    private const string Columns =
        $"""
        {PersonRow.Columns}, p.password_hash PasswordHash, p.must_change_password MustChangePassword,
        p.totp_secret TotpSecret, p.totp_last_step TotpLastStep, p.failures, p.last_failure LastFailure,
        p.locked_until LockedUntil, p.last_sign_in LastSignIn
        """;

    /// <param name="typedName">As typed; see <see cref="Person.FoldSignInName"/>.</param>
    public async Task<SignIn?> FindAsync(OrganisationId organisation, string typedName, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return (await connection.QuerySingleOrDefaultAsync<Row>(
            $"select {Columns} from person p where p.organisation = @organisation and p.sign_in_name = @name",
            new { organisation, name = Person.FoldSignInName(typedName) }))?.ToSignIn();
    }

    public async Task<SignIn?> FindAsync(OrganisationId organisation, PersonId person, CancellationToken ct = default)
    {
        await using DbConnection connection = await database.OpenAsync(ct);
        return (await connection.QuerySingleOrDefaultAsync<Row>(
            $"select {Columns} from person p where p.organisation = @organisation and p.id = @person",
            new { organisation, person }))?.ToSignIn();
    }

    /// <summary>Counts a wrong password or code, and says what follows from it.</summary>
    /// <param name="detail">For the security log: where the attempt came from.</param>
    public Task<Lockout> FailAsync(Person person, string detail, CancellationToken ct = default) =>
        database.WriteAsync(
            person.Organisation,
            async (connection, transaction) =>
            {
                DateTimeOffset now = clock.GetUtcNow();
                Row row = await connection.QuerySingleAsync<Row>(
                    $"select {Columns} from person p where p.organisation = @Organisation and p.id = @Id", person, transaction);
                Lockout after = row.ToSignIn().Lockout.AfterFailure(now);
                await SetAsync(connection, transaction, person, after);
                await LogAsync(connection, transaction, person, SecurityAct.SignInFailed, null, detail);
                if (after.IsLocked(now))
                {
                    await LogAsync(connection, transaction, person, SecurityAct.Locked, null, detail);
                }

                return after;
            },
            ct);

    /// <summary>Notes that the password, and the code where one is asked, were right.</summary>
    public Task SucceedAsync(Person person, string detail, CancellationToken ct = default) =>
        database.WriteAsync(
            person.Organisation,
            async (connection, transaction) =>
            {
                await SetAsync(connection, transaction, person, Lockout.None);
                await connection.ExecuteAsync(
                    "update person set last_sign_in = @now where organisation = @Organisation and id = @Id",
                    new { person.Organisation, person.Id, now = clock.GetUtcNow() },
                    transaction);
                await LogAsync(connection, transaction, person, SecurityAct.SignedIn, person.Id, detail);
            },
            ct);

    /// <summary>Lets somebody try again at once.</summary>
    public Task UnlockAsync(Person person, PersonId by, CancellationToken ct = default) =>
        database.WriteAsync(
            person.Organisation,
            async (connection, transaction) =>
            {
                await SetAsync(connection, transaction, person, Lockout.None);
                await LogAsync(connection, transaction, person, SecurityAct.Unlocked, by, "");
            },
            ct);

    /// <summary>Sets a new password and ends every session of the person but <paramref name="keep"/>.</summary>
    /// <param name="by">The person, or an administrator, whose password the person must then change.</param>
    /// <param name="keep">Token of the session to leave; null for none.</param>
    public Task SetPasswordAsync(Person person, string hash, PersonId by, string? keep, CancellationToken ct = default) =>
        database.WriteAsync(
            person.Organisation,
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    """
                    update person set password_hash = @hash, must_change_password = @mustChange
                    where organisation = @Organisation and id = @Id
                    """,
                    new { person.Organisation, person.Id, hash, mustChange = by == person.Id ? 0L : 1L },
                    transaction);
                await SessionStore.EndAllAsync(connection, transaction, person.Organisation, person.Id, keep);
                SecurityAct act = by == person.Id ? SecurityAct.PasswordChanged : SecurityAct.PasswordReset;
                await LogAsync(connection, transaction, person, act, by, "");
            },
            ct);

    /// <summary>Keeps the hash of the same password made anew with stronger settings.</summary>
    public Task RehashAsync(Person person, string hash, CancellationToken ct = default) =>
        database.WriteAsync(
            person.Organisation,
            (connection, transaction) => connection.ExecuteAsync(
                "update person set password_hash = @hash where organisation = @Organisation and id = @Id",
                new { person.Organisation, person.Id, hash },
                transaction),
            ct);

    /// <summary>Sets a second factor, or removes it with null and no codes. Old recovery codes are gone.</summary>
    /// <param name="secret">Protected by the caller: it is kept as it is.</param>
    /// <param name="step">The time step of the code that proved the secret arrived.</param>
    public Task SetTotpAsync(
        Person person,
        byte[]? secret,
        long step,
        IReadOnlyCollection<string> recoveryCodeHashes,
        PersonId by,
        CancellationToken ct = default) =>
        database.WriteAsync(
            person.Organisation,
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    """
                    update person set totp_secret = @secret, totp_last_step = @step
                    where organisation = @Organisation and id = @Id
                    """,
                    new { person.Organisation, person.Id, secret, step },
                    transaction);
                await connection.ExecuteAsync(
                    "delete from recovery_code where organisation = @Organisation and person = @Id", person, transaction);
                await connection.ExecuteAsync(
                    "insert into recovery_code (organisation, person, hash) values (@Organisation, @Id, @hash)",
                    recoveryCodeHashes.Select(hash => new { person.Organisation, person.Id, hash }),
                    transaction);
                SecurityAct act = secret is null ? SecurityAct.SecondFactorRemoved : SecurityAct.SecondFactorSet;
                await LogAsync(connection, transaction, person, act, by, "");
            },
            ct);

    /// <summary>Uses up a time step; false when that or a newer one was used before (a code is good once).</summary>
    public Task<bool> UseTotpStepAsync(Person person, long step, CancellationToken ct = default) =>
        database.WriteAsync(
            person.Organisation,
            async (connection, transaction) => await connection.ExecuteAsync(
                """
                update person set totp_last_step = @step
                where organisation = @Organisation and id = @Id and totp_last_step < @step
                """,
                new { person.Organisation, person.Id, step },
                transaction) == 1,
            ct);

    /// <summary>Uses up a recovery code; false when the person has no such code left.</summary>
    public Task<bool> UseRecoveryCodeAsync(Person person, string hash, CancellationToken ct = default) =>
        database.WriteAsync(
            person.Organisation,
            async (connection, transaction) =>
            {
                int used = await connection.ExecuteAsync(
                    "delete from recovery_code where organisation = @Organisation and person = @Id and hash = @hash",
                    new { person.Organisation, person.Id, hash },
                    transaction);
                if (used == 1)
                {
                    await LogAsync(connection, transaction, person, SecurityAct.RecoveryCodeUsed, person.Id, "");
                }

                return used == 1;
            },
            ct);

    private static Task SetAsync(DbConnection connection, DbTransaction transaction, Person person, Lockout lockout) =>
        connection.ExecuteAsync(
            """
            update person set failures = @failures, last_failure = @LastFailure, locked_until = @LockedUntil
            where organisation = @Organisation and id = @Id
            """,
            new { person.Organisation, person.Id, failures = (long)lockout.Failures, lockout.LastFailure, lockout.LockedUntil },
            transaction);

    private Task LogAsync(
        DbConnection connection,
        DbTransaction transaction,
        Person person,
        SecurityAct act,
        PersonId? actor,
        string detail) =>
        SecurityStore.AddAsync(
            connection, transaction, person.Organisation, clock.GetUtcNow(), act, actor, person.Id, detail);

    private sealed class Row : PersonRow
    {
        public string PasswordHash { get; init; } = "";
        public long MustChangePassword { get; init; }
        public byte[]? TotpSecret { get; init; }
        public long TotpLastStep { get; init; }
        public long Failures { get; init; }
        public DateTimeOffset? LastFailure { get; init; }
        public DateTimeOffset? LockedUntil { get; init; }
        public DateTimeOffset? LastSignIn { get; init; }

        public SignIn ToSignIn() => new(
            ToPerson(),
            PasswordHash,
            MustChangePassword != 0,
            TotpSecret,
            TotpLastStep,
            new Lockout((int)Failures, LastFailure, LockedUntil),
            LastSignIn);
    }
}
