using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Review.Rules;
using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Tests.Review.Rules;

/// <summary>Mandated formulations are masked, and no rule marks one.</summary>
public class FormulationsTests
{
    public static TheoryData<string> All => [.. Lexicon.Lines("formulations.txt")];

    [Theory]
    [InlineData("做到“两个维护”，", "两个维护")]
    [InlineData("做到两个维护，", "两个维护")]
    [InlineData("對“低級紅”“高級黑”現象", "“低級紅”“高級黑”")]
    [InlineData("反对四风", "反对四风")]
    public void A_formulation_is_found_however_it_is_written(string raw, string formulation)
    {
        NormalizedText text = NormalizedText.Of(raw);

        TextSpan span = Assert.Single(Formulations.In(text));
        Assert.Equal(formulation, text.ToRaw(span).In(raw).ToString());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_rule_marks_a_formulation(string formulation)
    {
        Document document = Document.FromText($"一、存在的问题\n（一）政治素质方面。一是有差距。我对{formulation}\n二、整改措施\n1.{formulation}。");

        IReadOnlyList<Remark> remarks = StatementReview.Run(
            document, StatementReader.Read(document), RuleBook.BuiltIn.WithAllOn(), ReviewContext.Empty);

        Assert.DoesNotContain(remarks, remark => remark.Scope == RemarkScope.Words);
    }
}
