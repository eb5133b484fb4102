using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Gongxing.Core.People;
using Gongxing.Storage;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.People;

namespace Gongxing.Tests.Storage;

/// <summary>What SQLite alone must prove: it shares a machine with whatever ends us.</summary>
public sealed class DurabilityTests() : FoundedStoreTests(TestServer.Sqlite)
{
    [Fact]
    public async Task A_process_killed_while_writing_loses_nothing_it_was_told_is_kept()
    {
        IReadOnlyList<string> acknowledged = await KilledWriter.RunAsync(Folder, Organisation, count: 300);

        string[] kept =
        [
            .. (await new SecurityStore(Database, Clock).ListAsync(Organisation, null, 100_000))
                .Where(entry => entry.Act == SecurityAct.SignedOut).Select(entry => $"entry {entry.Detail}"),
            .. Directory.EnumerateFiles(Path.Combine(Folder, "blobs"), "*", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) != "incoming")
                .Select(file => $"file {Path.GetFileName(file)}"),
        ];
        Assert.True(acknowledged.Count >= 300);
        Assert.Empty(acknowledged.Except(kept));
        Assert.Equal("ok", await ScalarAsync<string>("pragma integrity_check"));
        Assert.Equal(
            await ScalarAsync<long>("select count(*) from security_entry"),
            await ScalarAsync<long>("select max(number) from security_entry"));
    }

    [Fact]
    public async Task A_process_killed_while_storing_files_leaves_none_half_under_its_hash()
    {
        await KilledWriter.RunAsync(Folder, Organisation, count: 50);

        var store = new BlobStore(Folder);
        string[] files = Directory.GetFiles(Path.Combine(Folder, "blobs"), "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            await using FileStream stored = store.Open(new Blob(Path.GetFileName(file), KilledWriter.FileSize));
            Assert.Equal(Path.GetFileName(file), Convert.ToHexStringLower(await SHA256.HashDataAsync(stored)));
        }
    }

    [Fact]
    public async Task Writes_that_queue_up_share_one_commit_and_one_that_fails_leaves_the_others()
    {
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        Task first = Database.WriteAsync(async (_, _) =>
        {
            begun.SetResult();
            await goOn.Task;
        });
        await begun.Task;

        var transactions = new List<DbTransaction>();
        Task[] queued =
        [
            .. Enumerable.Range(0, 100).Select(i => Database.WriteAsync(Organisation, async (connection, transaction) =>
            {
                transactions.Add(transaction);
                await SetNameAsync(connection, transaction, $"{i}");
                if (i == 99)
                {
                    throw new InvalidDataException();
                }
            })),
        ];
        goOn.SetResult();
        await first;

        await Assert.ThrowsAsync<InvalidDataException>(() => queued[99]);
        await Task.WhenAll(queued[..99]);
        Assert.Single(transactions.Distinct());
        Assert.Equal("98", await ScalarAsync<string>("select name from organisation"));
    }

    [Fact]
    public async Task A_full_disk_is_said_plainly_loses_nothing_and_does_not_last()
    {
        WriteFailedException failed = await Assert.ThrowsAsync<WriteFailedException>(
            () => Database.WriteAsync(Organisation, async (connection, transaction) =>
            {
                // As many pages as there are now: what the next ones meet is what a full disk gives.
                await connection.ExecuteAsync("pragma max_page_count = 1", transaction: transaction);
                await SetNameAsync(connection, transaction, new string('满', 100_000));
            }));

        Assert.Equal(WriteFailure.DiskFull, failed.Reason);
        Assert.Equal("县委办", await ScalarAsync<string>("select name from organisation"));

        await Database.WriteAsync(Organisation, (connection, transaction) => SetNameAsync(connection, transaction, "有空间了"));
        Assert.Equal("有空间了", await ScalarAsync<string>("select name from organisation"));
    }

    [Fact]
    public async Task The_writer_syncs_every_commit_and_minds_references_and_deleted_content()
    {
        (string Mode, long Synchronous, long References, long Delete) set = await Database.WriteAsync(
            async (connection, transaction) => (
                (await connection.ExecuteScalarAsync<string>("pragma journal_mode", transaction: transaction))!,
                await connection.ExecuteScalarAsync<long>("pragma synchronous", transaction: transaction),
                await connection.ExecuteScalarAsync<long>("pragma foreign_keys", transaction: transaction),
                await connection.ExecuteScalarAsync<long>("pragma secure_delete", transaction: transaction)));

        Assert.Equal(("wal", 2, 1, 1), set);
    }

    private Task<int> SetNameAsync(DbConnection connection, DbTransaction transaction, string name) =>
        connection.ExecuteAsync(
            "update organisation set name = @name where id = @Organisation", new { name, Organisation }, transaction);

    private async Task<T?> ScalarAsync<T>(string sql)
    {
        await using DbConnection connection = await Database.OpenAsync();
        return await connection.ExecuteScalarAsync<T>(sql);
    }
}
