using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Storage.Materials;
using Gongxing.Storage.Remarks;
using Gongxing.Web.Review;

namespace Gongxing.Web.Demo;

/// <summary>Decides about remarks in the example as people would have by now.</summary>
public sealed class DemoReviews(
    MaterialStore materials, RemarkStore remarks, ReviewRules rules, MaterialReviews reviews, TimeProvider clock)
{
    public async Task DecideAsync(DemoReview review, Material material, Person by, CancellationToken ct)
    {
        Document document = (await materials.DocumentAsync(material, ct))!;
        StructureRevision structure = (await materials.StructureAsync(material, ct: ct))!;
        RulesInForce inForce = await rules.OfAsync(material.Organisation, null, ct);
        NumberedRemarks? found = await reviews.OfAsync(material, document, structure, inForce, ct);
        List<DecidedRemark> open = [.. DecidedRemark.Of([.. (found?.All ?? []).Select(one => one.Remark)], 1, [])];
        foreach (DemoDecision decision in review.Decisions)
        {
            if (open.Find(one => one.Remark.Rule == decision.Rule
                && one.Remark.Span.In(document.Text).Contains(decision.Words, StringComparison.Ordinal)) is { } first)
            {
                open.Remove(first);
                await remarks.DecideAsync(
                    material, first.Decide(decision.Act, decision.Reason, by.Id, clock.GetUtcNow().AddDays(-6)), ct);
            }
        }
    }
}
