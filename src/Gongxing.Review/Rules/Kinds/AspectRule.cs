using Gongxing.Core.Statements;
using Gongxing.Review.Rules.Facts;
using Gongxing.Review.Templates;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>
/// Asks for aspects of the template that no heading of the problem part speaks of, by any of their names.
/// </summary>
internal sealed class AspectRule : RuleKind
{
    private const int Fewest = 3;

    public static RuleKind Read(RuleFields fields) => new AspectRule();

    public override void Ask(ReviewedText text, Asking asking)
    {
        if (text.Facts.Template is not { Confidence: TemplateConfidence.Confirmed } pack
            || text.Statement.Findings.Count == 0)
        {
            return;
        }

        IReadOnlySet<string> named = text.Facts.NamedAspects;
        if (named.Count * Fewest < pack.Aspects.Count)
        {
            // The text is ordered by something else, or its headings were not understood.
            return;
        }

        foreach (TemplateAspect aspect in pack.Aspects.Where(aspect => !named.Contains(aspect.Name)))
        {
            asking.OfStatement(aspect.Name, Headings.Of(text, SectionRole.Findings));
        }
    }
}
