using System.Data.Common;
using Dapper;
using Gongxing.Core.People;
using Gongxing.Storage.People;

namespace Gongxing.Tests.Storage.People;

public abstract class SessionStoreTests(TestServer server) : FoundedStoreTests(server)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(15);

    private SessionStore Sessions => new(Database, Clock);

    [Fact]
    public async Task A_token_finds_its_person_and_the_database_does_not_hold_it()
    {
        string token = await Sessions.StartAsync(Administrator, "Chromium, Linux");

        Assert.Equal(Administrator, (await Sessions.FindAsync(Organisation, token, Idle))?.Person);
        Assert.Null(await Sessions.FindAsync(Organisation, token[..^1] + (token[^1] == '0' ? '1' : '0'), Idle));
        await using DbConnection connection = await Database.OpenAsync();
        Assert.NotEqual(token, await connection.ExecuteScalarAsync<string>("select hash from session"));
    }

    [Fact]
    public async Task A_session_in_use_lasts_to_its_end_and_one_that_is_not_ends_sooner()
    {
        string used = await Sessions.StartAsync(Administrator, "");
        string left = await Sessions.StartAsync(Administrator, "");

        for (int minutes = 0; minutes < 8 * 60; minutes += 10)
        {
            Assert.NotNull(await Sessions.FindAsync(Organisation, used, Idle));
            Clock.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Null(await Sessions.FindAsync(Organisation, used, Idle));
        Assert.Null(await Sessions.FindAsync(Organisation, left, Idle));
    }

    [Fact]
    public async Task Only_the_newest_three_sessions_of_a_person_last()
    {
        var tokens = new List<string>();
        for (int i = 0; i < 4; i++)
        {
            tokens.Add(await Sessions.StartAsync(Administrator, $"{i}"));
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Null(await Sessions.FindAsync(Organisation, tokens[0], Idle));
        Assert.Equal(["3", "2", "1"], (await Sessions.ListAsync(Administrator)).Select(session => session.Device));
    }

    [Fact]
    public async Task Signing_out_everywhere_leaves_the_session_one_asks_to_keep()
    {
        Person other = await AddPersonAsync("王敏", Roles.Clerk);
        string mine = await Sessions.StartAsync(Administrator, "");
        string lost = await Sessions.StartAsync(Administrator, "");
        string others = await Sessions.StartAsync(other, "");

        await Sessions.EndAllAsync(Administrator, keep: mine);
        await Sessions.EndAsync(Organisation, others);

        Assert.NotNull(await Sessions.FindAsync(Organisation, mine, Idle));
        Assert.Null(await Sessions.FindAsync(Organisation, lost, Idle));
        Assert.Null(await Sessions.FindAsync(Organisation, others, Idle));
    }
}

public sealed class SqliteSessionStoreTests() : SessionStoreTests(TestServer.Sqlite);

public sealed class PostgresSessionStoreTests() : SessionStoreTests(TestServer.Postgres);
