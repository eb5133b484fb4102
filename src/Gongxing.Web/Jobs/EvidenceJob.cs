using Gongxing.Web.EvidenceReuse;

namespace Gongxing.Web.Jobs;

/// <summary>Reads the files that were handed in as evidence, one after another, so that they can be held against each other.</summary>
public sealed partial class EvidenceJob(
    Installation installation, EvidenceReader reader, TimeProvider clock, ILogger<EvidenceJob> log) : BackgroundService
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
                    await reader.ReadAsync(organisation.Id, stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is busy or away, or the folder: what is not kept yet is read the next time.
                LogInterrupted(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading evidence was interrupted.")]
    private partial void LogInterrupted(Exception e);
}
