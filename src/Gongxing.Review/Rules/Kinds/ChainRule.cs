using Gongxing.Review.Rules.Facts;
using Gongxing.Review.Structure;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks who answers for a measure on a matter that runs through several hands and names nobody.</summary>
internal sealed class ChainRule : RuleKind
{
    private readonly WordSet _matters;
    private readonly IReadOnlyList<string> _templates;

    private ChainRule(WordSet matters, IReadOnlyList<string> templates) =>
        (_matters, _templates) = (matters, templates);

    /// <summary>
    /// <c>matters</c>: words of matters that no one hand can settle, one of them in the title or two anywhere;
    /// <c>always</c>: templates in which every measure is such a matter.
    /// </summary>
    public static RuleKind Read(RuleFields fields) => fields.Tokens("matters") is { Count: > 0 } matters
        ? new ChainRule(new WordSet(matters), fields.Words("always"))
        : throw fields.Mistake("缺少 matters。");

    public override void Ask(ReviewedText text, Asking asking)
    {
        StatementFacts facts = text.Facts;
        bool always = _templates.Contains(text.Statement.Template);
        for (int i = 0; i < facts.Measures.Count; i++)
        {
            PromiseFacts promise = facts.Promises[i];
            // A date alone, or an act, does not say whose hands.
            bool many = promise.Strong <= 1 && IsSharedMatter(facts.Measures[i], isBare: promise.Strong == 0);
            bool undated = always && promise.Strong <= 1 && text.Statement.Measures[i].Due is null;
            if (!promise.HasHolder && (many || undated))
            {
                asking.OfElement(facts.Measures[i].Element);
            }
        }
    }

    private bool IsSharedMatter(ElementText measure, bool isBare) =>
        _matters.IsIn(measure.Title) || (isBare && _matters.CountDistinct(measure.Words) >= 2);
}
