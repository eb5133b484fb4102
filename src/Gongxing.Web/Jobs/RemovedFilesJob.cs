using Gongxing.Core.People;
using Gongxing.Storage.Blobs;

namespace Gongxing.Web.Jobs;

/// <summary>Clears the files of removed and stopped materials from the disk, hour by hour; what is listed stays listed until then.</summary>
public sealed class RemovedFilesJob(
    Installation installation, RemovedFiles files, TimeProvider clock, ILogger<RemovedFilesJob> log)
    : OrganisationJob(installation, clock, TimeSpan.FromHours(1), log)
{
    protected override async Task WorkAsync(OrganisationId organisation, CancellationToken ct)
    {
        await files.ClearStoppedAsync(organisation, ct);
        await files.ClearAsync(organisation, ct);
    }
}
