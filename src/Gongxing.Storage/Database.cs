using System.Data.Common;
using Dapper;
using Gongxing.Core.People;
using Gongxing.Storage.Postgres;
using Gongxing.Storage.Search;
using Gongxing.Storage.Sqlite;
using Gongxing.Text;

namespace Gongxing.Storage;

/// <summary>Where everything but the files is kept: SQLite in the data folder, or PostgreSQL.</summary>
/// <remarks>
/// A write is a function that is handed a connection and an open transaction. On both databases the writes of one organisation
/// happen one after the other, so a write may read, decide and then write without somebody coming in between. It may be run
/// again after a failure, so it changes nothing but the database, and it never starts another write or waits for a person.
/// </remarks>
public abstract class Database : IAsyncDisposable
{
    private const string SqliteFile = "gongxing.db";

    static Database() => ColumnTypes.Register();

    /// <param name="connection">A PostgreSQL connection string (<c>Host=…</c>); null or empty for SQLite.</param>
    /// <param name="folder">The data folder; made when missing, readable by nobody else.</param>
    public static Database Create(string? connection, string folder)
    {
        OwnerFolder.Make(folder);
        return string.IsNullOrWhiteSpace(connection)
            ? new SqliteDatabase(Path.Combine(folder, SqliteFile))
            : new PostgresDatabase(connection);
    }

    /// <summary>Whether the data folder holds a SQLite database already.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, SqliteFile));

    /// <summary>Brings the tables up to this program, all or nothing. Two processes may call it at once.</summary>
    /// <exception cref="MigrationException">A newer program has written here, or a script failed.</exception>
    public abstract Task MigrateAsync(CancellationToken ct = default);

    /// <summary>A connection to read with, and only that. Dispose of it soon: it goes back to a pool.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken ct = default);

    /// <summary>Runs a write and returns once it is durable. Raises <see cref="VersionAsync"/> of the organisation.</summary>
    /// <exception cref="WriteFailedException">The disk is full or broken; nothing was written, later writes may work again.</exception>
    public Task<T> WriteAsync<T>(
        OrganisationId organisation,
        Func<DbConnection, DbTransaction, Task<T>> work,
        CancellationToken ct = default) =>
        CommitAsync(
            organisation,
            async (connection, transaction) =>
            {
                T result = await work(connection, transaction);
                await connection.ExecuteAsync(
                    "update data_version set version = version + 1 where organisation = @organisation",
                    new { organisation },
                    transaction);
                return result;
            },
            ct);

    /// <inheritdoc cref="WriteAsync{T}(OrganisationId, Func{DbConnection, DbTransaction, Task{T}}, CancellationToken)"/>
    public Task WriteAsync(
        OrganisationId organisation,
        Func<DbConnection, DbTransaction, Task> work,
        CancellationToken ct = default) =>
        WriteAsync(organisation, Completing(work), ct);

    /// <summary>Runs a write that no cached figure depends on (a session is used, a reading job is leased).</summary>
    /// <remarks>
    /// It leaves <see cref="VersionAsync"/> alone, and on PostgreSQL other such writes may run beside it: only keys guard it.
    /// </remarks>
    public Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken ct = default) =>
        CommitAsync(null, work, ct);

    /// <inheritdoc cref="WriteAsync{T}(Func{DbConnection, DbTransaction, Task{T}}, CancellationToken)"/>
    public Task WriteAsync(Func<DbConnection, DbTransaction, Task> work, CancellationToken ct = default) =>
        CommitAsync(null, Completing(work), ct);

    /// <summary>A number that every write in the organisation raises, in the same transaction.</summary>
    /// <remarks>
    /// A figure computed after the number was read is right for as long as the number stays: cache it by both. It holds for
    /// several processes on one database as well.
    /// </remarks>
    public async Task<long> VersionAsync(OrganisationId organisation, CancellationToken ct = default)
    {
        await using DbConnection connection = await OpenAsync(ct);
        return await connection.ExecuteScalarAsync<long>(
            "select version from data_version where organisation = @organisation", new { organisation });
    }

    /// <summary>Whether other processes may work on the database at the same time.</summary>
    public abstract bool IsShared { get; }

    /// <summary>Whether the exception says that a primary or unique key was there already.</summary>
    public abstract bool IsDuplicate(DbException exception);

    /// <summary>Whether the exception says that a row is missing that is referred to, or that one that goes is referred to.</summary>
    public abstract bool IsBrokenReference(DbException exception);

    /// <summary>How words are looked up here.</summary>
    internal abstract SearchIndex Search { get; }

    public abstract ValueTask DisposeAsync();

    protected abstract Task<T> CommitAsync<T>(
        OrganisationId? organisation,
        Func<DbConnection, DbTransaction, Task<T>> work,
        CancellationToken ct);

    private static Func<DbConnection, DbTransaction, Task<bool>> Completing(
        Func<DbConnection, DbTransaction, Task> work) =>
        async (connection, transaction) =>
        {
            await work(connection, transaction);
            return true;
        };
}
