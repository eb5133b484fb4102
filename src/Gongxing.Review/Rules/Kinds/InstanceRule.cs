using Gongxing.Core.Statements;
using Gongxing.Review.Rules.Facts;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>
/// Asks of a finding that holds no instance: nobody by name or post, nothing by its name, no time, number or result.
/// </summary>
internal sealed class InstanceRule : RuleKind
{
    private readonly int _mostWeak;

    private InstanceRule(int mostWeak) => _mostWeak = mostWeak;

    /// <summary><c>most-weak</c>: how many hints at an instance (近年来, an act that was done) are still none.</summary>
    public static RuleKind Read(RuleFields fields) => new InstanceRule((int)fields.Number("most-weak", 1));

    public override void Ask(ReviewedText text, Asking asking)
    {
        StatementFacts facts = text.Facts;
        for (int i = 0; i < facts.Findings.Count; i++)
        {
            Instance instance = facts.Instances[i];
            bool none = instance.Strong == 0 && instance.Weak <= _mostWeak;

            // What is wrong with a thing is an instance of itself; in a report only a phrase is none.
            if (none && (text.Statement.Kind != StatementKind.Report || facts.Generalities[i].IsNothingElse))
            {
                asking.OfElement(facts.Findings[i].Element);
            }
        }
    }
}
