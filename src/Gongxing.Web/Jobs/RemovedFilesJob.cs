using Gongxing.Storage.Blobs;

namespace Gongxing.Web.Jobs;

/// <summary>Clears the files of removed and stopped materials from the disk, hour by hour.</summary>
public sealed partial class RemovedFilesJob(
    Installation installation, RemovedFiles files, TimeProvider clock, ILogger<RemovedFilesJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                if (await installation.OrganisationAsync(stoppingToken) is { } organisation)
                {
                    await files.ClearStoppedAsync(organisation.Id, stoppingToken);
                    await files.ClearAsync(organisation.Id, stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is busy or away, or the folder: what is listed stays listed.
                LogInterrupted(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Clearing the files of removed materials was interrupted.")]
    private partial void LogInterrupted(Exception e);
}
