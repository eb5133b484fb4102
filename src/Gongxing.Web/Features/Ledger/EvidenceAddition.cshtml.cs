using Gongxing.Core.Ledger;
using Gongxing.Storage.Blobs;
using Microsoft.AspNetCore.Authorization;

namespace Gongxing.Web.Features.Ledger;

/// <summary>补充佐证: more evidence for a measure, before or after it was reported.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class EvidenceAdditionModel(LedgerDesk desk, BlobStore blobs, EvidenceCheck check)
    : EvidencePage(desk, blobs, check)
{
    public override LedgerAct Act => LedgerAct.AddEvidence;

    protected override LedgerEntry Do(IReadOnlyList<Evidence> evidence) => Item.AddEvidence(Person, Number, evidence, Note, Desk.Now);
}
