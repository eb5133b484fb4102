using Gongxing.Core.Ledger;
using Gongxing.Storage.Blobs;
using Microsoft.AspNetCore.Authorization;

namespace Gongxing.Web.Features.Ledger;

/// <summary>报完成: the owner says what was done about a measure, with evidence or a reference to it.</summary>
[Authorize(Policy = Policies.Content)]
public sealed class ReportModel(LedgerDesk desk, BlobStore blobs, EvidenceCheck check)
    : EvidencePage(desk, blobs, check)
{
    public override LedgerAct Act => LedgerAct.Report;

    protected override LedgerEntry Do(IReadOnlyList<Evidence> evidence) => Item.Report(Person, Number, Note, evidence, Desk.Now);
}
