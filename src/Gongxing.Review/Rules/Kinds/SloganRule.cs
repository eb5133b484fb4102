using Gongxing.Review.Rules.Facts;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks of a measure that only calls for something, so that nobody could see it done.</summary>
internal sealed class SloganRule : RuleKind
{
    public static RuleKind Read(RuleFields fields) => new SloganRule();

    public override void Ask(ReviewedText text, Asking asking)
    {
        StatementFacts facts = text.Facts;
        for (int i = 0; i < facts.Measures.Count; i++)
        {
            if (facts.IsSlogan(i))
            {
                asking.OfElement(facts.Measures[i].Element);
            }
        }
    }
}
