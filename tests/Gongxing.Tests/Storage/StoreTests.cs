using Gongxing.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Gongxing.Tests.Storage;

/// <summary>What tests of a store stand on: an empty, migrated database of their own for each test, on either server.</summary>
/// <remarks>
/// Write the tests once, in an abstract class, and derive one empty class a server from it:
/// <code>
/// public abstract class LedgerStoreTests(TestServer server) : StoreTests(server)
/// {
///     [Fact]
///     public async Task …() { var store = new LedgerStore(Database); … }
/// }
///
/// public sealed class SqliteLedgerStoreTests() : LedgerStoreTests(TestServer.Sqlite);
///
/// public sealed class PostgresLedgerStoreTests() : LedgerStoreTests(TestServer.Postgres);
/// </code>
/// Without GONGXING_TEST_POSTGRES the second is skipped (a failure where CI=true). A class that needs something in the
/// database overrides <see cref="InitializeAsync"/> and calls the base first.
/// </remarks>
public abstract class StoreTests(TestServer server) : IAsyncLifetime
{
    private string _folder = "";
    private string? _connection;

    protected TestServer Server => server;

    protected Database Database { get; private set; } = null!;

    /// <summary>The data folder: for SQLite the database is in it, and a test may put files there.</summary>
    protected string Folder => _folder;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    public virtual async ValueTask InitializeAsync()
    {
        (_folder, _connection) = await TestDatabases.CopyAsync(server);
        Database = Database.Create(_connection, _folder);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (Database is not null)
        {
            await Database.DisposeAsync();
            await TestDatabases.DropAsync(_folder, _connection);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A second opening of the same database, as another process would have it. The test disposes of it.</summary>
    protected Database OpenAgain() => Database.Create(_connection, _folder);
}
