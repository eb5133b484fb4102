using Dapper;
using Gongxing.Storage;
using Gongxing.Tests.Storage;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestDatabases))]

namespace Gongxing.Tests.Storage;

/// <summary>Hands out empty, migrated databases: the scripts run once a server, and every test gets a copy.</summary>
public sealed class TestDatabases : IAsyncDisposable
{
    private const string Variable = "GONGXING_TEST_POSTGRES";

    private static readonly string Root = Directory.CreateTempSubdirectory("gongxing-tests-").FullName;
    private static readonly string Mark = $"gongxing_test_{Guid.CreateVersion7():N}";
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MigrateSqliteAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MigratePostgresAsync);
    private static int _made;

    private static string? Server => Environment.GetEnvironmentVariable(Variable);

    /// <summary>A folder of its own and what <see cref="Database.Create"/> needs to open the copy in it.</summary>
    public static async Task<(string Folder, string? Connection)> CopyAsync(TestServer server)
    {
        int number = Interlocked.Increment(ref _made);
        string folder = Directory.CreateDirectory(Path.Combine(Root, $"{number}")).FullName;
        if (server == TestServer.Sqlite)
        {
            File.Copy(await SqliteTemplate.Value, Path.Combine(folder, "gongxing.db"));
            return (folder, null);
        }

        SkipWithoutServer();
        string name = $"{Mark}_{number}";
        await ExecuteAsync($"create database {name} template {await PostgresTemplate.Value}");
        return (folder, ConnectionTo(name));
    }

    public static async Task DropAsync(string folder, string? connection)
    {
        Directory.Delete(folder, recursive: true);
        if (connection is not null)
        {
            await ExecuteAsync($"drop database {new NpgsqlConnectionStringBuilder(connection).Database} with (force)");
        }
    }

    /// <summary>The continuous run has a server, so there a missing one is a failure and not a reason to skip.</summary>
    public static void SkipWithoutServer()
    {
        if (string.IsNullOrEmpty(Server))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"{Variable} must be set where CI=true.");
            Assert.Skip($"No PostgreSQL: set {Variable} to a connection string whose user may create databases.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (PostgresTemplate.IsValueCreated)
        {
            await ExecuteAsync($"drop database if exists {await PostgresTemplate.Value} with (force)");
        }

        Directory.Delete(Root, recursive: true);
    }

    private static async Task<string> MigrateSqliteAsync()
    {
        string folder = Path.Combine(Root, "template");
        await using (Database database = Database.Create(null, folder))
        {
            await database.MigrateAsync();
        }

        return Path.Combine(folder, "gongxing.db");
    }

    private static async Task<string> MigratePostgresAsync()
    {
        await ExecuteAsync($"create database {Mark}");
        await using Database database = Database.Create(ConnectionTo(Mark), Path.Combine(Root, "postgres-template"));
        await database.MigrateAsync();
        return Mark;
    }

    private static string ConnectionTo(string name) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 10 }.ToString();

    private static async Task ExecuteAsync(string sql)
    {
        var server = new NpgsqlConnectionStringBuilder(Server) { Pooling = false };
        await using var connection = new NpgsqlConnection(server.ToString());
        await connection.ExecuteAsync(sql);
    }
}
