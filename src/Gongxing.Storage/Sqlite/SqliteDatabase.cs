using System.Data.Common;
using Dapper;
using DbUp;
using Gongxing.Core.People;
using Gongxing.Storage.Search;
using Microsoft.Data.Sqlite;

namespace Gongxing.Storage.Sqlite;

/// <summary>One file. Many read it at once, one connection writes.</summary>
internal sealed class SqliteDatabase : Database
{
    // SQLite result codes: https://sqlite.org/rescode.html
    private const int ReferenceBroken = 787;
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueTaken = 2067;
    private const int RowIdTaken = 2579;

    private readonly string _reading;
    private readonly string _writing;
    private readonly GroupCommit _commits;

    public SqliteDatabase(string file)
    {
        _reading = ConnectionString(file, SqliteOpenMode.ReadOnly, pooling: true);
        _writing = ConnectionString(file, SqliteOpenMode.ReadWriteCreate, pooling: false);
        _commits = new GroupCommit(OpenWriter);
    }

    public override bool IsShared => false;

    public override async Task MigrateAsync(CancellationToken ct = default)
    {
        // Opened first: it makes the file and turns write-ahead logging on, which no transaction may do.
        await using SqliteConnection writer = OpenWriter();
        await Task.Run(() => Migrations.Run(DeployChanges.To.SqliteDatabase(_writing), "sqlite"), ct);
    }

    public override async Task<DbConnection> OpenAsync(CancellationToken ct = default)
    {
        var connection = new SqliteConnection(_reading);
        await connection.OpenAsync(ct);
        return connection;
    }

    public override bool IsDuplicate(DbException exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: PrimaryKeyTaken or UniqueTaken or RowIdTaken };

    public override bool IsBrokenReference(DbException exception) =>
        exception is SqliteException { SqliteExtendedErrorCode: ReferenceBroken };

    internal override SearchIndex Search { get; } = new SqliteSearchIndex();

    public override async ValueTask DisposeAsync()
    {
        await _commits.DisposeAsync();
        SqliteConnection.ClearPool(new SqliteConnection(_reading));
    }

    protected override Task<T> CommitAsync<T>(
        OrganisationId? organisation,
        Func<DbConnection, DbTransaction, Task<T>> work,
        CancellationToken ct) =>
        _commits.RunAsync(work, ct);

    private SqliteConnection OpenWriter()
    {
        var connection = new SqliteConnection(_writing);
        connection.Open();

        // FULL: a commit that was acknowledged survives a power cut; NORMAL in this mode would lose it.
        connection.Execute(
            """
            pragma journal_mode = wal;
            pragma synchronous = full;
            pragma secure_delete = on;
            pragma busy_timeout = 10000;
            """);
        return connection;
    }

    private static string ConnectionString(string file, SqliteOpenMode mode, bool pooling) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mode,
            Pooling = pooling,
            ForeignKeys = true,
            DefaultTimeout = 10,
        }.ToString();
}
