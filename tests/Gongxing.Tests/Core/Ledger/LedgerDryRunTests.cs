using Gongxing.Core.Ledger;
using Gongxing.Core.Materials;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Tests.Core.Ledger;

public class LedgerDryRunTests
{
    private const string Text = "调研次数少。政绩观有偏差。每月蹲点2天。月底前开工。从不提起。";
    private readonly Cast _cast = new();

    [Fact]
    public void Each_finding_becomes_an_item_with_the_causes_and_measures_its_links_reach()
    {
        LedgerDryRun run = Run();

        Assert.Equal(["调研次数少。", "政绩观有偏差。"], run.Proposals.Select(proposal => proposal.Text));
        Assert.Equal(["每月蹲点2天。", "月底前开工。"], run.Proposals[0].Measures.Select(measure => measure.Text));
        Assert.Equal("F1", run.Proposals[0].Source!.Element);
        Assert.Equal("工作作风", run.Proposals[0].Aspect);
        Assert.Equal(["从不提起。"], run.MeasuresWithoutFinding.Select(measure => measure.Title));
    }

    [Fact]
    public void What_the_text_says_of_dates_is_kept_as_worded_and_owner_and_due_stay_open()
    {
        LedgerDryRun run = Run();

        Assert.Equal("月底前", run.Proposals[0].Measures[1].DueAsWorded);
        Assert.All(run.Proposals, proposal => Assert.Null(proposal.Due ?? (object?)proposal.Owner));
        Assert.Equal((2, 2, 1, 1), (run.Count(ProposalGap.NoOwner), run.Count(ProposalGap.NoDue),
            run.Count(ProposalGap.NoMeasure), run.Count(ProposalGap.NoCause)));
    }

    [Fact]
    public void A_finding_that_is_in_the_ledger_is_not_put_up_again()
    {
        LedgerDryRun run = Run(new TextSpan(2, 2));

        Assert.Equal(["F2"], run.Proposals.Select(proposal => proposal.Source!.Element));
        Assert.Equal(["F1"], run.AlreadyInLedger.Select(finding => finding.Id));
    }

    private LedgerDryRun Run(params TextSpan[] known)
    {
        var statement = new Statement
        {
            Kind = StatementKind.Individual,
            IsStatement = true,
            Confidence = 1,
            Aspects = [new Aspect("作风方面", "工作作风", Span("调研次数少。"))],
            Findings =
            [
                new Finding("F1", "作风方面", "调研次数少", Span("调研次数少。"), 1),
                new Finding("F2", null, "政绩观有偏差", Span("政绩观有偏差。"), 1),
            ],
            Causes = [new Cause("K1", "政绩观有偏差", Span("政绩观有偏差。"), 1)],
            Measures =
            [
                new Measure("M1", null, "每月蹲点2天。", Span("每月蹲点2天。"), 1),
                new Measure("M2", null, "月底前开工。", Span("月底前开工。"), 1) { Due = "月底前" },
                new Measure("M3", null, "从不提起。", Span("从不提起。"), 1),
            ],
            Links =
            [
                new ElementLink("F1", "K1", LinkBasis.Order, null, 1),
                new ElementLink("F1", "M1", LinkBasis.Order, null, 1),
                new ElementLink("K1", "M2", LinkBasis.Order, null, 1),
            ],
        };
        return LedgerDryRun.Of(
            statement,
            Document.FromText(Text),
            MaterialId.New(),
            revision: 1,
            year: 2023,
            NamedOffice.Of(_cast.Office),
            NamedPerson.Of(_cast.Subject),
            known);
    }

    private static TextSpan Span(string words) => new(Text.IndexOf(words, StringComparison.Ordinal), words.Length);
}
