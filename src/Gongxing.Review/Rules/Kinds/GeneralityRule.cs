using Gongxing.Review.Rules.Facts;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks of a finding that is made of stock phrases, when mandated formulations are masked.</summary>
internal sealed class GeneralityRule : RuleKind
{
    private readonly int _fewest;

    private GeneralityRule(int fewest) => _fewest = fewest;

    /// <summary><c>fewest</c>: from how many phrases on.</summary>
    public static RuleKind Read(RuleFields fields) => new GeneralityRule((int)fields.Number("fewest", 2));

    public override void Ask(ReviewedText text, Asking asking)
    {
        StatementFacts facts = text.Facts;
        for (int i = 0; i < facts.Findings.Count; i++)
        {
            Generality generality = facts.Generalities[i];
            if (facts.Instances[i].Strong == 0 && generality.Phrases >= _fewest && generality.IsNothingElse)
            {
                asking.OfElement(facts.Findings[i].Element);
            }
        }
    }
}
