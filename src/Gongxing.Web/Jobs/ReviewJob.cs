using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage;
using Gongxing.Storage.Materials;
using Gongxing.Storage.Remarks;
using Gongxing.Web.Review;

namespace Gongxing.Web.Jobs;

/// <summary>Reviews what was read, corrected, or reviewed by other rules, so that lists can say how many questions are open.</summary>
/// <remarks>What is to be done follows from what is stored, so the process may end at any time and nothing is lost.</remarks>
public sealed partial class ReviewJob(
    Installation installation,
    Database database,
    MaterialStore materials,
    ReviewStore reviews,
    ReviewRules rules,
    MaterialReviews review,
    ILogger<ReviewJob> log) : BackgroundService
{
    private const int AtOnce = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _work = new(0);

    /// <summary>Says that something waits, so that it is reviewed now.</summary>
    public void Wake() => _work.Release();

    public override void Dispose()
    {
        _work.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Nothing can wait before something has been written since nothing waited.
        long? quiet = null;
        while (true)
        {
            try
            {
                if (await installation.OrganisationAsync(stoppingToken) is { } organisation)
                {
                    long version = await database.VersionAsync(organisation.Id, stoppingToken);
                    while (version != quiet && await ReviewSomeAsync(organisation.Id, stoppingToken))
                    {
                    }

                    quiet = version;
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is busy or away: what waits still waits.
                LogInterrupted(e);
            }

            await _work.WaitAsync(Pause, stoppingToken);
        }
    }

    /// <returns>False when nothing waits that can be reviewed.</returns>
    private async Task<bool> ReviewSomeAsync(OrganisationId organisation, CancellationToken ct)
    {
        RulesInForce inForce = await rules.OfAsync(organisation, null, ct);
        IReadOnlyList<Material> waiting = await reviews.WaitingAsync(organisation, inForce.Version, AtOnce, ct);
        bool any = false;
        foreach (Material material in waiting)
        {
            ct.ThrowIfCancellationRequested();
            if (await materials.DocumentAsync(material, ct) is { } document
                && await materials.StructureAsync(material, ct: ct) is { } structure)
            {
                KeptReview? kept = await review.OfAsync(material, document, structure, inForce, ct) is { } remarks
                    ? KeptReview.Of(structure.Statement.IsStatement, remarks.All.Select(one => one.Remark))
                    : null;
                await reviews.KeepAsync(material, structure.Number, inForce.Version, kept, ct);
                any = true;
            }
        }

        return any;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reviewing was interrupted.")]
    private partial void LogInterrupted(Exception e);
}
