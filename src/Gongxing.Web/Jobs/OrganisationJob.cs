using Gongxing.Core.People;

namespace Gongxing.Web.Jobs;

/// <summary>Work that is done for the organisation again and again, as long as the site runs.</summary>
public abstract partial class OrganisationJob(Installation installation, TimeProvider clock, TimeSpan pause, ILogger log)
    : BackgroundService
{
    protected abstract Task WorkAsync(OrganisationId organisation, CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, clock);
        do
        {
            try
            {
                if (await installation.OrganisationAsync(stoppingToken) is { } organisation)
                {
                    await WorkAsync(organisation.Id, stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is busy or away, or the disk is full: what is not done is done the next time.
                LogInterrupted(GetType().Name, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} was interrupted.")]
    private partial void LogInterrupted(string job, Exception e);
}
