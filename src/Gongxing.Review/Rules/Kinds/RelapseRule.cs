using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Review.Relapses;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks of a finding that the same person had in an earlier year too (年年有).</summary>
internal sealed class RelapseRule : RuleKind
{
    private const int MostEarlier = 400;

    private static readonly LocalizedText s_closed = new("（当时的整改事项已经销号）", " (its ledger item was closed)");
    private static readonly LocalizedText s_open = new("（当时的整改事项还没有销号）", " (its ledger item is not closed)");

    public override IReadOnlyList<string> Values => ["year", "state"];

    public static RuleKind Read(RuleFields fields) => new RelapseRule();

    public override void Ask(ReviewedText text, Asking asking)
    {
        (EarlierText Text, EarlierFinding Finding)[] earlier =
        [
            .. text.Context.Earlier.Where(one => one.IsBefore(text.Statement.Year))
                .SelectMany(one => one.Findings.Select(finding => (one, finding))).Take(MostEarlier),
        ];
        if (earlier.Length == 0)
        {
            return;
        }

        using var radar = new RelapseRadar(
            [.. earlier.Select(one => new SaidFinding(one.Finding.Title, one.Finding.Text, IsOwn: true))]);
        foreach (Finding finding in text.Statement.Findings)
        {
            var said = new SaidFinding(finding.Title, finding.Span.In(text.Raw).ToString());
            if (radar.Find(said) is [{ } relapse, ..])
            {
                (EarlierText before, EarlierFinding known) = earlier[relapse.Earlier];
                LocalizedText state = known.IsClosed switch { true => s_closed, false => s_open, null => new("", "") };
                asking.OfElement(
                    new StatementElement(
                        finding.Id, ElementRole.Finding, finding.Title, finding.Span, finding.Confidence),
                    values: [("year", CopiedRule.YearOf(before)), ("state", state)]);
            }
        }
    }
}
