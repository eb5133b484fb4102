using Gongxing.Core.Statements;
using Gongxing.Review.Rules.Facts;
using Gongxing.Review.Structure;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>
/// Asks who answers for a measure on a matter that runs through several hands and names nobody. What a measure is on is
/// said by itself, or by the finding it is for.
/// </summary>
internal sealed class ChainRule : RuleKind
{
    private readonly WordSet _matters;
    private readonly IReadOnlyList<string> _templates;

    private readonly WordSet? _alone;

    private ChainRule(WordSet matters, WordSet? alone, IReadOnlyList<string> templates) =>
        (_matters, _alone, _templates) = (matters, alone, templates);

    /// <summary>
    /// <c>matters</c>: words of matters that no one hand can settle, one of them in the title or two anywhere;
    /// <c>alone</c>: words of titles of measures that are one's own to take, whatever the finding is about;
    /// <c>always</c>: templates in which every measure is such a matter.
    /// </summary>
    public static RuleKind Read(RuleFields fields) => fields.Tokens("matters") is { Count: > 0 } matters
        ? new ChainRule(
            new WordSet(matters),
            fields.Tokens("alone") is { Count: > 0 } alone ? new WordSet(alone) : null,
            fields.Words("always"))
        : throw fields.Mistake("缺少 matters。");

    public override void Ask(ReviewedText text, Asking asking)
    {
        StatementFacts facts = text.Facts;
        bool always = _templates.Contains(text.Statement.Template);
        HashSet<int> forShared = [.. facts.LinkedPairs(ElementRole.Measure, ElementRole.Finding)
            .Where(pair => IsSharedFinding(facts.Findings[pair.To], pair.Link)).Select(pair => pair.From)];
        for (int i = 0; i < facts.Measures.Count; i++)
        {
            PromiseFacts promise = facts.Promises[i];
            // A date alone does not say whose hands; who says how much or how often speaks of their own.
            bool many = (promise.Strong == 0 || (promise.Strong == 1 && promise.HasDate))
                && (IsSharedMatter(facts.Measures[i], isBare: promise.Strong == 0)
                    || (promise.Strong == 0 && forShared.Contains(i) && _alone?.IsIn(facts.Measures[i].Title) != true));
            bool undated = always && promise.Strong <= 1 && text.Statement.Measures[i].Due is null;
            if (!promise.HasHolder && (many || undated))
            {
                asking.OfElement(facts.Measures[i].Element);
            }
        }
    }

    private bool IsSharedMatter(ElementText measure, bool isBare) =>
        _matters.IsIn(measure.Title) || (isBare && _matters.CountDistinct(measure.Words) >= 2);

    // What is linked by its theme alone may be about another side of the matter.
    private bool IsSharedFinding(ElementText finding, ElementLink link) =>
        _matters.IsIn(finding.Title)
            ? link.Basis != LinkBasis.Theme || _matters.CountDistinct(finding.Words) >= 2
            : _matters.CountDistinct(finding.Words) >= 3;
}
