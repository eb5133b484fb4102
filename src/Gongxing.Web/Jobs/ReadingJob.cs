using Gongxing.Core.Materials;
using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Documents.Workers;
using Gongxing.Review.Structure;
using Gongxing.Storage.Blobs;
using Gongxing.Storage.Materials;
using Gongxing.Web.Review;

namespace Gongxing.Web.Jobs;

/// <summary>Reads what was uploaded, oldest first, a few files at a time, each in a worker process.</summary>
/// <remarks>
/// What is being read is claimed for a while and becomes visible in one step, so the process may end at any time: at the next
/// start, or when the claim has run out, the file is read again.
/// </remarks>
public sealed partial class ReadingJob(
    Installation installation,
    ReadingStore reading,
    BlobStore blobs,
    RemovedFiles removed,
    DocumentWorkers workers,
    ReviewJob review,
    ILogger<ReadingJob> log) : BackgroundService
{
    /// <summary>Reasons beside those of <see cref="Unreadable"/>: the stored file is gone; the program itself failed.</summary>
    public const string Lost = "Lost";

    /// <inheritdoc cref="Lost"/>
    public const string Fault = "Fault";

    private const int Readers = 2;

    /// <summary>A file on which the process ended so often is not tried again.</summary>
    private const int MostAttempts = 3;

    /// <summary>Another process may have put something in the queue, or left it.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _work = new(0);

    /// <summary>Says that something waits, so that it is read now.</summary>
    public void Wake() => _work.Release(Readers);

    public override void Dispose()
    {
        _work.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await installation.OrganisationAsync(stoppingToken) is { } organisation)
        {
            await reading.RestartAsync(organisation.Id, stoppingToken);
        }

        await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => RunAsync(stoppingToken)));
    }

    private async Task RunAsync(CancellationToken ct)
    {
        while (true)
        {
            bool found = false;
            try
            {
                found = await ReadNextAsync(ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                // The database is busy or away. What was claimed is read again when the claim has run out.
                LogInterrupted(e);
            }

            if (!found)
            {
                await _work.WaitAsync(Pause, ct);
            }
        }
    }

    /// <returns>False when nothing waits.</returns>
    private async Task<bool> ReadNextAsync(CancellationToken ct)
    {
        if (await installation.OrganisationAsync(ct) is not { } organisation
            || await reading.ClaimAsync(organisation.Id, ct) is not var (material, attempt))
        {
            return false;
        }

        Outcome outcome = attempt <= MostAttempts
            ? await ReadAsync(material, ct)
            : Outcome.Failed(nameof(Unreadable.WorkerDied));
        if (outcome.Stops.Count > 0)
        {
            await reading.StopAsync(material, outcome.Stops, ct);
            await removed.ClearStoppedAsync(material, ct);
            LogStopped(material.Id, outcome.Stops.Count);
        }
        else
        {
            await (outcome is { Document: { } document, Statement: { } statement }
                ? reading.FinishAsync(material, document, statement, ct)
                : reading.GiveUpAsync(material, outcome.Reason, ct));
        }

        review.Wake();
        return true;
    }

    private async Task<Outcome> ReadAsync(Material material, CancellationToken ct)
    {
        try
        {
            ReadResult result = await workers.ReadAsync(await ContentAsync(material, ct), material.FileName, ct);
            if (result.Document is { } document)
            {
                Statement statement = StatementReader.Read(document);
                return new Outcome(document, statement, StopWords.In(document, statement), "");
            }

            LogUnreadable(material.Id, result.Reason, result.Detail);
            return Outcome.Failed($"{result.Reason}");
        }
        catch (DamagedBlobException e)
        {
            LogLost(material.Id, e);
            return Outcome.Failed(Lost);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogFault(material.Id, e);
            return Outcome.Failed(Fault);
        }
    }

    private async Task<byte[]> ContentAsync(Material material, CancellationToken ct)
    {
        await using FileStream file = blobs.Open(new Blob(material.Sha256, material.Size));
        byte[] content = new byte[material.Size];
        await file.ReadExactlyAsync(content, ct);
        return content;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading was interrupted.")]
    private partial void LogInterrupted(Exception e);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Material {Material} is unreadable: {Reason} {Detail}")]
    private partial void LogUnreadable(MaterialId material, Unreadable? reason, string detail);

    // Where, and not what: a log is read by more people than the file was meant for.
    [LoggerMessage(Level = LogLevel.Warning, Message = "Material {Material} was stopped at {Places} places, and its file removed.")]
    private partial void LogStopped(MaterialId material, int places);

    [LoggerMessage(Level = LogLevel.Error, Message = "The file of material {Material} is lost.")]
    private partial void LogLost(MaterialId material, Exception e);

    [LoggerMessage(Level = LogLevel.Error, Message = "Material {Material} was not read through a fault of the program.")]
    private partial void LogFault(MaterialId material, Exception e);

    /// <summary>What came of reading a file: a document, or the reason there is none; it must not be kept if it is to be stopped.</summary>
    private sealed record Outcome(Document? Document, Statement? Statement, IReadOnlyList<MaterialStop> Stops, string Reason)
    {
        public static Outcome Failed(string reason) => new(null, null, [], reason);
    }
}
