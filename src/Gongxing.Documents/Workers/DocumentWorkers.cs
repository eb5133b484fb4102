using System.Collections.Concurrent;
using Gongxing.Documents.Comments;
using Gongxing.Documents.Pictures;

namespace Gongxing.Documents.Workers;

/// <summary>Reads documents in child processes, so that no file can harm this one. Good workers are used again; bad ones replaced.</summary>
/// <remarks>Disposing it ends the processes. They end by themselves when this process is gone, however it went.</remarks>
public sealed class DocumentWorkers : IDisposable
{
    /// <summary>Documents one process reads before it is retired, so that what a library leaks cannot add up.</summary>
    private const int Retirement = 200;

    private readonly ConcurrentDictionary<DocumentWorker, bool> living = new();
    private readonly ConcurrentBag<DocumentWorker> idle = [];
    private readonly SemaphoreSlim places;
    private readonly int capacity;
    private readonly WorkerCommand command;
    private int waiting;
    private volatile bool isDisposed;

    /// <param name="count">How many documents are read at the same time.</param>
    /// <param name="queue">How many may wait for a place, each with its content in memory.</param>
    public DocumentWorkers(ReadLimits limits, int count = 2, int queue = 100, WorkerCommand? command = null)
    {
        Limits = limits;
        places = new SemaphoreSlim(count);
        capacity = count + queue;
        this.command = command ?? WorkerCommand.Own();
    }

    public ReadLimits Limits { get; }

    /// <summary>Starts a process now that the first document will find ready.</summary>
    public void WarmUp() => idle.Add(Start());

    /// <summary>The document, or why there is none. Throws only when cancelled, or when no process can be started at all.</summary>
    public Task<ReadResult> ReadAsync(ReadOnlyMemory<byte> content, string name, CancellationToken ct) =>
        AskAsync(new WorkerRequest(content, name, Limits, null), WorkerFrame.ToResult, ReadResult.Failed, ct);

    /// <summary>The .docx with the comments written into it, or why there is none; throws as <see cref="ReadAsync"/> does.</summary>
    /// <param name="text">What was read of the file: the text that the spans are of.</param>
    /// <param name="at">When the comments were made, shown as it is: in the time of the office.</param>
    public Task<CommentResult> CommentAsync(
        ReadOnlyMemory<byte> content, string text, IReadOnlyList<WordComment> comments, DateTimeOffset at, CancellationToken ct) =>
        AskAsync(
            new WorkerRequest(content, "", Limits, new CommentRequest(text, comments, at)),
            WorkerFrame.ToCommented, CommentResult.Failed, ct);

    /// <summary>What the pictures of a file look like; throws as <see cref="ReadAsync"/> does.</summary>
    public Task<PicturesResult> LookAsync(ReadOnlyMemory<byte> content, CancellationToken ct) => AskAsync(
        new WorkerRequest(content, "", Limits, null) { Pictures = PictureRequest.Look },
        WorkerFrame.ToPictures, PicturesResult.Failed, ct);

    /// <summary>A picture that stands in a document; throws as <see cref="ReadAsync"/> does.</summary>
    public Task<TakenPicture> TakeAsync(ReadOnlyMemory<byte> content, int number, CancellationToken ct) => AskAsync(
        new WorkerRequest(content, "", Limits, null) { Pictures = PictureRequest.Take, Number = number },
        WorkerFrame.ToTaken, TakenPicture.Failed, ct);

    private async Task<T> AskAsync<T>(
        WorkerRequest request, Func<byte[], T> answered, Func<Unreadable, string, T> failed, CancellationToken ct)
    {
        if (request.Content.IsEmpty || request.Content.Length > Limits.FileBytes)
        {
            return failed(request.Content.IsEmpty ? Unreadable.Empty : Unreadable.TooLarge, $"{request.Content.Length} bytes");
        }

        if (Interlocked.Increment(ref waiting) > capacity)
        {
            Interlocked.Decrement(ref waiting);
            return failed(Unreadable.Busy, "");
        }

        try
        {
            await places.WaitAsync(ct);
            try
            {
                return await AskInPlaceAsync(request, answered, failed, ct);
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private async Task<T> AskInPlaceAsync<T>(
        WorkerRequest request, Func<byte[], T> answered, Func<Unreadable, string, T> failed, CancellationToken ct)
    {
        DocumentWorker worker = Ready();
        bool isSpent = false;
        try
        {
            T answer = await worker.AskAsync(request, answered, failed, ct);

            // The decoder that was late is still at it.
            isSpent = answer is PicturesResult { Reason: Unreadable.TimedOut };
            return answer;
        }
        finally
        {
            if (worker.HasFailed || worker.Served >= Retirement || isSpent || isDisposed)
            {
                End(worker);
            }
            else
            {
                idle.Add(worker);
            }
        }
    }

    private DocumentWorker Ready()
    {
        while (idle.TryTake(out DocumentWorker? worker))
        {
            if (worker.IsAlive)
            {
                return worker;
            }

            End(worker);
        }

        return Start();
    }

    private DocumentWorker Start()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        DocumentWorker worker = DocumentWorker.Start(command, Limits);
        living[worker] = true;
        return worker;
    }

    private void End(DocumentWorker worker)
    {
        living.TryRemove(worker, out _);
        worker.Dispose();
    }

    public void Dispose()
    {
        isDisposed = true;
        foreach (DocumentWorker worker in living.Keys)
        {
            worker.Dispose();
        }
    }
}
