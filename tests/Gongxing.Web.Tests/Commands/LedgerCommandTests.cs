using Dapper;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;
using Gongxing.Storage;
using Gongxing.Storage.Ledger;
using Gongxing.Storage.People;
using Microsoft.Data.Sqlite;

namespace Gongxing.Web.Tests.Commands;

public sealed class LedgerCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gongxing-ledger").FullName;
    private string _fingerprint = "";

    public async ValueTask InitializeAsync()
    {
        await using Database database = Database.Create(null, _folder);
        await database.MigrateAsync();
        var people = new PeopleStore(database, TimeProvider.System);
        Person administrator = await people.FoundAsync("县委办", "admin", "管理员", "hash");
        Office office = (await people.OfficesAsync(administrator.Organisation)).Single();
        Person clerk = administrator with { Id = PersonId.New(), Roles = Roles.Clerk };
        Proposal[] proposals =
        [
            .. Enumerable.Range(1, 3).Select(i => new Proposal
            {
                Year = 2023, Title = $"问题{i}", Text = $"问题{i}。", Office = NamedOffice.Of(office),
            }),
        ];
        await new LedgerStore(database).ProposeManyAsync(proposals, true, clerk, "", TimeProvider.System.GetUtcNow());
        _fingerprint = $"{await new LedgerChainStore(database).HeadAsync(administrator.Organisation)}";
    }

    [Fact]
    public async Task A_history_as_it_was_written_holds_and_its_fingerprint_is_printed()
    {
        CommandRun run = await VerifyAsync();

        Assert.Equal((0, $"县委办：6 条办理记录与写下时一致。指纹 {_fingerprint}\n", ""), (run.ExitCode, run.Output, run.Error));
        Assert.Equal(0, (await VerifyAsync("--checkpoint", _fingerprint)).ExitCode);
    }

    [Fact]
    public async Task Lists_that_went_astray_are_written_anew_from_the_history()
    {
        await TamperAsync("update ledger_item set title = '错的'");

        CommandRun run = await CommandRun.OfAsync(["ledger", "rebuild", "--data", _folder], "zh_CN.UTF-8");

        Assert.Equal((0, "县委办：3 个事项的列表已按办理记录重写。\n", ""), (run.ExitCode, run.Output, run.Error));
        await using Database database = Database.Create(null, _folder);
        await using var connection = await database.OpenAsync();
        Assert.Equal(["问题1", "问题2", "问题3"], await connection.QueryAsync<string>("select title from ledger_item order by serial"));
    }

    [Fact]
    public async Task One_changed_byte_is_found_and_its_entry_named()
    {
        await TamperAsync("update ledger_entry set detail = replace(detail, '问题2。', '问题2!') where sequence = 3");

        CommandRun run = await VerifyAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("第 3 条（事项 2023-0002 的第 1 步）被改动过。", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_cut_together_with_its_end_does_not_fit_an_earlier_fingerprint()
    {
        await TamperAsync(
            """
            update ledger_head set sequence = 5, hash = (select hash from ledger_entry where sequence = 5);
            delete from ledger_entry where sequence = 6;
            """);

        Assert.Equal(0, (await VerifyAsync()).ExitCode);
        Assert.Equal(1, (await VerifyAsync("--checkpoint", _fingerprint)).ExitCode);
    }

    [Fact]
    public async Task A_folder_without_a_database_is_said_and_left_as_it_is()
    {
        string empty = Directory.CreateTempSubdirectory("gongxing-none").FullName;

        CommandRun run = await CommandRun.OfAsync("ledger", "verify", "--data", empty);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("没有数据库", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(empty));
        Directory.Delete(empty);
    }

    [Fact]
    public async Task A_fingerprint_that_is_none_is_wrong_usage() =>
        Assert.Equal(2, (await VerifyAsync("--checkpoint", "7:abc")).ExitCode);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private Task<CommandRun> VerifyAsync(params string[] more) =>
        CommandRun.OfAsync(["ledger", "verify", "--data", _folder, .. more], "zh_CN.UTF-8");

    private async Task TamperAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "gongxing.db")};Pooling=False");
        await connection.ExecuteAsync("drop trigger ledger_entry_stays_updated; drop trigger ledger_entry_stays_deleted;");
        await connection.ExecuteAsync(sql);
    }
}
