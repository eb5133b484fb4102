using System.Buffers.Binary;
using System.Data.Common;
using Dapper;
using DbUp;
using Gongxing.Core.People;
using Gongxing.Storage.Search;
using Npgsql;

namespace Gongxing.Storage.Postgres;

/// <summary>A server that several processes may share. Each write is a transaction of its own.</summary>
internal sealed class PostgresDatabase(string connectionString) : Database
{
    private const int Attempts = 5;

    // Any number will do, as long as it stays the same in every version.
    private const long MigrationLock = 0x676F_6E67_7869_6E67;

    private readonly NpgsqlDataSource _writing = NpgsqlDataSource.Create(connectionString);

    private readonly NpgsqlDataSource _reading = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
    {
        Options = "-c default_transaction_read_only=on",
    });

    public override bool IsShared => true;

    public override async Task MigrateAsync(CancellationToken ct = default)
    {
        await using NpgsqlConnection connection = await _writing.OpenConnectionAsync(ct);
        await connection.ExecuteAsync("select pg_advisory_lock(@MigrationLock)", new { MigrationLock });
        try
        {
            string once = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
            await Task.Run(() => Migrations.Run(DeployChanges.To.PostgresqlDatabase(once), "postgres"), ct);
        }
        finally
        {
            await connection.ExecuteAsync("select pg_advisory_unlock(@MigrationLock)", new { MigrationLock });
        }
    }

    public override async Task<DbConnection> OpenAsync(CancellationToken ct = default) =>
        await _reading.OpenConnectionAsync(ct);

    public override bool IsDuplicate(DbException exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override bool IsBrokenReference(DbException exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation };

    internal override SearchIndex Search { get; } = new PostgresSearchIndex();

    public override async ValueTask DisposeAsync()
    {
        await _writing.DisposeAsync();
        await _reading.DisposeAsync();
    }

    protected override async Task<T> CommitAsync<T>(
        OrganisationId? organisation,
        Func<DbConnection, DbTransaction, Task<T>> work,
        CancellationToken ct)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await CommitOnceAsync(organisation, work, ct);
            }
            catch (PostgresException e) when (attempt < Attempts
                && e.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected)
            {
            }
            catch (PostgresException e) when (ReasonOf(e) is { } reason)
            {
                throw new WriteFailedException(reason, e);
            }
        }
    }

    private async Task<T> CommitOnceAsync<T>(
        OrganisationId? organisation,
        Func<DbConnection, DbTransaction, Task<T>> work,
        CancellationToken ct)
    {
        await using NpgsqlConnection connection = await _writing.OpenConnectionAsync(ct);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(ct);
        if (organisation is { } locked)
        {
            await connection.ExecuteAsync("select pg_advisory_xact_lock(@key)", new { key = LockOf(locked) }, transaction);
        }

        T result = await work(connection, transaction);
        await transaction.CommitAsync(ct);
        return result;
    }

    // The last eight bytes of a version 7 id are random; two organisations that shared them would only wait for each other.
    private static long LockOf(OrganisationId organisation)
    {
        Span<byte> bytes = stackalloc byte[16];
        organisation.Value.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadInt64BigEndian(bytes[8..]);
    }

    private static WriteFailure? ReasonOf(PostgresException fault) => fault.SqlState switch
    {
        PostgresErrorCodes.DiskFull => WriteFailure.DiskFull,
        PostgresErrorCodes.ReadOnlySqlTransaction => WriteFailure.ReadOnly,
        PostgresErrorCodes.LockNotAvailable => WriteFailure.Busy,
        PostgresErrorCodes.IoError => WriteFailure.Broken,
        _ => null,
    };
}
