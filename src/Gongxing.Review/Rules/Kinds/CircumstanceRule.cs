using Gongxing.Review.Rules.Facts;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks of a cause that blames time, tasks, staff, money, superiors or history, and not oneself.</summary>
internal sealed class CircumstanceRule : RuleKind
{
    public static RuleKind Read(RuleFields fields) => new CircumstanceRule();

    public override void Ask(ReviewedText text, Asking asking)
    {
        foreach (ElementText cause in text.Facts.Causes)
        {
            if (Circumstances.AreBlamedIn(cause))
            {
                asking.OfElement(cause.Element);
            }
        }
    }
}
