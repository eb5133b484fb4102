using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Tests.Core.Statements;

public class TraceMatrixTests
{
    [Fact]
    public void A_measure_that_answers_a_cause_answers_its_finding_too_but_is_told_apart()
    {
        TraceMatrix matrix = TraceMatrix.Of(Statement(("F1", "K1"), ("K1", "M1"), ("F1", "M2")));

        TraceRow row = matrix.Rows[0];
        Assert.Equal(["M2"], row.Measures.Select(measure => measure.Id));
        Assert.Equal(["M1"], row.Through.Select(measure => measure.Id));
        Assert.Equal(TraceGap.None, row.Gap);
    }

    [Fact]
    public void What_leads_nowhere_and_what_comes_from_nowhere_is_named()
    {
        TraceMatrix matrix = TraceMatrix.Of(Statement(("F1", "K1"), ("F3", "M1")));

        Assert.Equal(
            [TraceGap.Measure, TraceGap.Both, TraceGap.Cause], matrix.Rows.Select(row => row.Gap));
        Assert.Equal(["F2", "F3"], matrix.WithoutCause.Select(row => row.Finding.Id));
        Assert.Equal(["F1", "F2"], matrix.WithoutMeasure.Select(row => row.Finding.Id));
        Assert.Equal(["K2"], matrix.CausesAlone.Select(cause => cause.Id));
        Assert.Equal(["M2"], matrix.MeasuresAlone.Select(measure => measure.Id));
    }

    private static Statement Statement(params (string From, string To)[] links) => new()
    {
        Kind = StatementKind.Individual,
        IsStatement = true,
        Confidence = 1,
        Findings = [.. Enumerable.Range(1, 3).Select(i => new Finding($"F{i}", null, $"问题{i}", new TextSpan(i, 1), 1))],
        Causes = [.. Enumerable.Range(1, 2).Select(i => new Cause($"K{i}", $"原因{i}", new TextSpan(10 + i, 1), 1))],
        Measures = [.. Enumerable.Range(1, 2).Select(i => new Measure($"M{i}", null, $"措施{i}", new TextSpan(20 + i, 1), 1))],
        Links = [.. links.Select(link => new ElementLink(link.From, link.To, LinkBasis.ByHand, null, 1))],
    };
}
