using Gongxing.Core.Statements;
using Gongxing.Review.Rules.Facts;

namespace Gongxing.Review.Rules.Kinds;

/// <summary>Asks about opinions given about the writer that no finding answers.</summary>
internal sealed class AnswerRule : RuleKind
{
    private readonly double _enough;

    private AnswerRule(double enough) => _enough = enough;

    /// <summary><c>enough</c>: from which likeness on a finding answers an opinion.</summary>
    public static RuleKind Read(RuleFields fields) => new AnswerRule(fields.Number("enough", 0.2));

    public override void Ask(ReviewedText text, Asking asking)
    {
        if (text.Context.Opinions.Count == 0 || text.Statement.Findings.Count == 0)
        {
            return;
        }

        var cover = new OpinionCover(text.Facts.Findings);
        foreach (string opinion in text.Context.Opinions)
        {
            if (!string.IsNullOrWhiteSpace(opinion) && cover.Of(opinion) < _enough)
            {
                asking.OfStatement(opinion.Trim(), Headings.Of(text, SectionRole.Findings));
            }
        }
    }
}
