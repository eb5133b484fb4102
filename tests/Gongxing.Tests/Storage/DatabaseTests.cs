using System.Data.Common;
using Dapper;
using Gongxing.Core.People;
using Gongxing.Storage;

namespace Gongxing.Tests.Storage;

public abstract class DatabaseTests(TestServer server) : StoreTests(server)
{
    [Fact]
    public async Task What_was_written_is_read_on_another_opening()
    {
        OrganisationId id = await AddOrganisationAsync("县委办");

        await using Database again = OpenAgain();
        await using DbConnection connection = await again.OpenAsync();

        Assert.Equal("县委办", await connection.ExecuteScalarAsync<string>("select name from organisation where id = @id", new { id }));
    }

    [Fact]
    public async Task A_write_that_fails_takes_nothing_with_it_and_leaves_nothing()
    {
        Task<OrganisationId>[] good = [.. Enumerable.Range(0, 40).Select(i => AddOrganisationAsync($"单位{i}"))];
        Task[] bad =
        [
            .. Enumerable.Range(0, 10).Select(i => Database.WriteAsync(async (connection, transaction) =>
            {
                await InsertAsync(connection, transaction, OrganisationId.New(), $"半个{i}");
                throw new InvalidDataException($"{i}");
            })),
        ];

        await Task.WhenAll(good);
        foreach ((Task task, int i) in bad.Select((task, i) => (task, i)))
        {
            Assert.Equal($"{i}", (await Assert.ThrowsAsync<InvalidDataException>(() => task)).Message);
        }

        Assert.Equal(40, await CountAsync("select count(*) from organisation"));
        Assert.Equal(0, await CountAsync("select count(*) from organisation where name like '半个%'"));
    }

    [Fact]
    public async Task A_key_that_is_there_already_is_told_apart_from_other_failures()
    {
        OrganisationId id = await AddOrganisationAsync("甲");

        DbException duplicate = await Assert.ThrowsAnyAsync<DbException>(
            () => Database.WriteAsync((connection, transaction) => InsertAsync(connection, transaction, id, "乙")));
        DbException missing = await Assert.ThrowsAnyAsync<DbException>(
            () => Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
                "insert into founding (only_one, organisation) values (1, 'nobody')", transaction: transaction)));

        Assert.True(Database.IsDuplicate(duplicate));
        Assert.False(Database.IsDuplicate(missing));
    }

    [Fact]
    public async Task Writes_of_one_organisation_see_each_other_one_after_the_other()
    {
        OrganisationId id = await AddOrganisationAsync("0");
        await using Database other = OpenAgain();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? Database : other).WriteAsync(
            id,
            async (connection, transaction) =>
            {
                string name = (await connection.ExecuteScalarAsync<string>(
                    "select name from organisation where id = @id", new { id }, transaction))!;
                await connection.ExecuteAsync(
                    "update organisation set name = @next where id = @id",
                    new { id, next = $"{int.Parse(name, System.Globalization.CultureInfo.InvariantCulture) + 1}" },
                    transaction);
            })));

        Assert.Equal(1, await CountAsync("select count(*) from organisation where name = '40'"));
    }

    [Fact]
    public async Task Every_write_in_an_organisation_raises_its_version_and_no_other()
    {
        OrganisationId mine = await AddOrganisationAsync("甲");
        OrganisationId other = await AddOrganisationAsync("乙");
        long before = await Database.VersionAsync(mine);

        await Database.WriteAsync(mine, (_, _) => Task.CompletedTask);
        await Database.WriteAsync((_, _) => Task.CompletedTask);

        Assert.Equal(before + 1, await Database.VersionAsync(mine));
        Assert.Equal(0, await Database.VersionAsync(other));
    }

    [Fact]
    public async Task A_connection_for_reading_does_not_write()
    {
        await using DbConnection connection = await Database.OpenAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => connection.ExecuteAsync("delete from organisation"));
    }

    [Fact]
    public async Task A_write_that_was_given_up_before_its_turn_is_not_done()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Database.WriteAsync(
            (connection, transaction) => InsertAsync(connection, transaction, OrganisationId.New(), "甲"), source.Token));

        Assert.Equal(0, await CountAsync("select count(*) from organisation"));
    }

    [Fact]
    public async Task Migrating_again_changes_nothing_and_two_at_once_do_not_collide()
    {
        long scripts = await CountAsync("select count(*) from schemaversions");
        await using Database other = OpenAgain();

        await Task.WhenAll(Database.MigrateAsync(), other.MigrateAsync());

        Assert.Equal(scripts, await CountAsync("select count(*) from schemaversions"));
    }

    [Fact]
    public async Task A_database_written_by_a_newer_program_is_refused_and_left_alone()
    {
        await Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            "update schemaversions set scriptname = '9999_from_the_future' where scriptname = '0002_people'",
            transaction: transaction));

        MigrationException refused = await Assert.ThrowsAsync<MigrationException>(() => Database.MigrateAsync());

        Assert.Contains("9999_from_the_future", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_security_log_cannot_be_changed()
    {
        OrganisationId id = await AddOrganisationAsync("甲");
        await Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(
            "insert into security_entry (organisation, number, at, act, detail) values (@id, 1, @at, 'SignedIn', '')",
            new { id, at = Clock.GetUtcNow() },
            transaction));

        string[] changes =
        [
            "update security_entry set act = ''",
            "delete from security_entry",
            Server == TestServer.Postgres
                ? "truncate security_entry"
                : "replace into security_entry (organisation, number, at, act, detail) select organisation, 1, at, '', '' from security_entry",
        ];
        foreach (string change in changes)
        {
            await Assert.ThrowsAnyAsync<DbException>(
                () => Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(change, transaction: transaction)));
        }

        Assert.Equal(1, await CountAsync("select count(*) from security_entry where act = 'SignedIn'"));
    }

    private async Task<OrganisationId> AddOrganisationAsync(string name)
    {
        var id = OrganisationId.New();
        await Database.WriteAsync(async (connection, transaction) =>
        {
            await InsertAsync(connection, transaction, id, name);
            await connection.ExecuteAsync(
                "insert into data_version (organisation, version) values (@id, 0)", new { id }, transaction);
        });
        return id;
    }

    private Task InsertAsync(DbConnection connection, DbTransaction transaction, OrganisationId id, string name) =>
        connection.ExecuteAsync(
            "insert into organisation (id, name, settings, made_at) values (@id, @name, '{}', @at)",
            new { id, name, at = Clock.GetUtcNow() },
            transaction);

    private async Task<long> CountAsync(string sql)
    {
        await using DbConnection connection = await Database.OpenAsync();
        return await connection.ExecuteScalarAsync<long>(sql);
    }
}

public sealed class SqliteDatabaseTests() : DatabaseTests(TestServer.Sqlite);

public sealed class PostgresDatabaseTests() : DatabaseTests(TestServer.Postgres);
