using Gongxing.Core.Statements;
using Gongxing.Review.Rules.Facts;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks of a cause that says a finding again and not why.</summary>
internal sealed class OverlapRule : RuleKind
{
    private readonly double _pairs;
    private readonly double _characters;

    private OverlapRule(double pairs, double characters) => (_pairs, _characters) = (pairs, characters);

    public override IReadOnlyList<string> Values => ["finding"];

    /// <summary><c>pairs</c>, <c>characters</c>: from which share in common on two clauses say the same.</summary>
    public static RuleKind Read(RuleFields fields) =>
        new OverlapRule(fields.Number("pairs", 0.45), fields.Number("characters", 0.6));

    public override void Ask(ReviewedText text, Asking asking)
    {
        StatementFacts facts = text.Facts;
        if (facts.Causes.Count == 0 || facts.Findings.Count == 0)
        {
            return;
        }

        var repetition = new Repetition(facts.Findings, _pairs, _characters);
        foreach (ElementText cause in facts.Causes)
        {
            if (repetition.OfCause(cause) is { } finding)
            {
                StatementElement element = facts.Findings[finding].Element;
                asking.OfElement(
                    cause.Element, null, [asking.TitleOf(element)], ("finding", new(element.Title, element.Title)));
            }
        }
    }
}
