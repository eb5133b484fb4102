using Npgsql;

namespace Gongxing.Web.Tests;

/// <summary>A site on a PostgreSQL database of its own, which goes with it.</summary>
public static class PostgresSite
{
    private const string Variable = "GONGXING_TEST_POSTGRES";

    /// <summary>Skips the test where no server is named; with CI=true that is a failure.</summary>
    public static async Task<Site> StartAsync()
    {
        string? server = Environment.GetEnvironmentVariable(Variable);
        bool mayMiss = Environment.GetEnvironmentVariable("CI") != "true";
        Assert.SkipWhen(server is null && mayMiss, $"No PostgreSQL: set {Variable} to a connection string.");
        Assert.NotNull(server);

        string name = $"gongxing_site_{Guid.CreateVersion7():N}";
        await RunAsync(server, $"create database {name}");
        string database = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        return await Site.StartAsync(
            change: options => options with { Database = database },
            afterwards: () => RunAsync(server, $"drop database {name} with (force)"));
    }

    private static async Task RunAsync(string server, string sql)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(server);
        await using NpgsqlCommand command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
