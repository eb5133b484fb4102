using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Gongxing.Storage.Sqlite;

/// <summary>The one writer: takes the writes that have queued up, and makes them durable with one commit.</summary>
/// <remarks>
/// Each write has a savepoint of its own, so one that fails leaves the others alone. Nobody is told that a write is done before
/// the commit that holds it is on the disk.
/// </remarks>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int MostInOneCommit = 256;
    private const int MostWaiting = 4096;

    private readonly Channel<Write> _queue = Channel.CreateBounded<Write>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private readonly Func<SqliteConnection> _open;
    private readonly Task _loop;
    private SqliteConnection? _connection;

    public GroupCommit(Func<SqliteConnection> open)
    {
        _open = open;
        _loop = Task.Run(LoopAsync);
    }

    public async Task<T> RunAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken ct)
    {
        var write = new Write<T>(work, ct);
        await _queue.Writer.WriteAsync(write, ct);
        return await write.Done;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _connection?.Dispose();
    }

    private async Task LoopAsync()
    {
        var batch = new List<Write>(MostInOneCommit);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < MostInOneCommit && _queue.Reader.TryRead(out Write? write))
            {
                batch.Add(write);
            }

            await CommitAsync(batch);
            batch.Clear();
        }
    }

    private async Task CommitAsync(List<Write> batch)
    {
        try
        {
            _connection ??= _open();
            await using SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
            foreach (Write write in batch)
            {
                await RunAloneAsync(write, transaction);
            }

            transaction.Commit();
        }
        catch (Exception e)
        {
            // Closing rolls back whatever is left, and the next batch starts on a connection that saw no error.
            _connection?.Dispose();
            _connection = null;
            Exception failure = e is SqliteException fault ? new WriteFailedException(ReasonOf(fault), fault) : e;
            batch.ForEach(write => write.Fail(failure));
            return;
        }

        batch.ForEach(write => write.Complete());
    }

    private static async Task RunAloneAsync(Write write, SqliteTransaction transaction)
    {
        const string Savepoint = "one_write";
        transaction.Save(Savepoint);
        try
        {
            await write.RunAsync(transaction.Connection!, transaction);
        }
        catch (Exception e) when (e is not SqliteException fault || !EndsTheTransaction(fault))
        {
            transaction.Rollback(Savepoint);
            write.Fail(e);
        }

        transaction.Release(Savepoint);
    }

    // After these SQLite may have rolled back the whole transaction on its own: https://sqlite.org/lang_transaction.html
    private static bool EndsTheTransaction(SqliteException fault) =>
        ReasonOf(fault) != WriteFailure.Broken || fault.SqliteErrorCode is 7 or 10 or 11 or 14 or 26;

    private static WriteFailure ReasonOf(SqliteException fault) => fault.SqliteErrorCode switch
    {
        5 or 6 => WriteFailure.Busy,
        8 => WriteFailure.ReadOnly,
        13 => WriteFailure.DiskFull,
        _ => WriteFailure.Broken,
    };

    private abstract class Write
    {
        public abstract Task RunAsync(DbConnection connection, DbTransaction transaction);

        public abstract void Complete();

        public abstract void Fail(Exception exception);
    }

    private sealed class Write<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken ct) : Write
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        public Task<T> Done => _done.Task;

        public override async Task RunAsync(DbConnection connection, DbTransaction transaction)
        {
            ct.ThrowIfCancellationRequested();
            _result = await work(connection, transaction);
        }

        public override void Complete() => _done.TrySetResult(_result!);

        public override void Fail(Exception exception) => _done.TrySetException(exception);
    }
}
