using Gongxing.Review.Rules.Facts;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks of a finding that tells what was not done and not what its writer thought, wanted or feared.</summary>
internal sealed class ThoughtRule : RuleKind
{
    public static RuleKind Read(RuleFields fields) => new ThoughtRule();

    public override void Ask(ReviewedText text, Asking asking)
    {
        foreach (ElementText finding in text.Facts.Findings)
        {
            if (!Phrases.TellsThought(finding.Words))
            {
                asking.OfElement(finding.Element);
            }
        }
    }
}
