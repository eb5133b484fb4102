using Gongxing.Web.Duplicates;

namespace Gongxing.Web.Jobs;

/// <summary>Keeps the index of shared passages in step with the materials, so that nobody who asks waits for it.</summary>
/// <remarks>Whoever asks sooner brings it in step then.</remarks>
public sealed partial class DuplicateIndexJob(
    Installation installation, DuplicateIndexes indexes, TimeProvider clock, ILogger<DuplicateIndexJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                if (await installation.OrganisationAsync(stoppingToken) is { } organisation)
                {
                    await indexes.SynchroniseAsync(organisation.Id, stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is busy or away, or the disk is full: it is tried again.
                LogInterrupted(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Indexing the materials was interrupted.")]
    private partial void LogInterrupted(Exception e);
}
