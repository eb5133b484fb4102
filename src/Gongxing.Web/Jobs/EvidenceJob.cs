using Gongxing.Core.People;
using Gongxing.Web.EvidenceReuse;

namespace Gongxing.Web.Jobs;

/// <summary>Reads the files that were handed in as evidence, one after another, so that they can be held against each other.</summary>
public sealed class EvidenceJob(Installation installation, EvidenceReader reader, TimeProvider clock, ILogger<EvidenceJob> log)
    : OrganisationJob(installation, clock, TimeSpan.FromSeconds(10), log)
{
    protected override Task WorkAsync(OrganisationId organisation, CancellationToken ct) => reader.ReadAsync(organisation, ct);
}
