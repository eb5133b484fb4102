using Gongxing.Core.People;
using Gongxing.Web.Duplicates;

namespace Gongxing.Web.Jobs;

/// <summary>Keeps the index of shared passages in step with the materials, so that nobody who asks waits for it.</summary>
/// <remarks>Whoever asks sooner brings it in step then.</remarks>
public sealed class DuplicateIndexJob(
    Installation installation, DuplicateIndexes indexes, TimeProvider clock, ILogger<DuplicateIndexJob> log)
    : OrganisationJob(installation, clock, TimeSpan.FromSeconds(10), log)
{
    protected override Task WorkAsync(OrganisationId organisation, CancellationToken ct) =>
        indexes.SynchroniseAsync(organisation, ct);
}
