using Gongxing.Review.Rules.Facts;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks of a measure that says neither when, how often, how much, by whom nor what will be there.</summary>
internal sealed class PromiseRule : RuleKind
{
    public static RuleKind Read(RuleFields fields) => new PromiseRule();

    public override void Ask(ReviewedText text, Asking asking)
    {
        StatementFacts facts = text.Facts;
        for (int i = 0; i < facts.Measures.Count; i++)
        {
            if (facts.Promises[i].Strong == 0)
            {
                asking.OfElement(facts.Measures[i].Element);
            }
        }
    }
}
