using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;

namespace Gongxing.Review.Rules;

/// <summary>Reviews a statement by the rules of a book (审阅).</summary>
public static class StatementReview
{
    /// <summary>What the rules ask, in the order of the text. Never throws on content; linear in the text.</summary>
    /// <remarks>A rule is asked only of the kinds and templates it is for, and only if it is on.</remarks>
    public static IReadOnlyList<Remark> Run(
        Document document, Statement statement, RuleBook book, ReviewContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(context);
        var text = new ReviewedText(document, statement, context, book.Words);
        var remarks = new List<Remark>();
        foreach (Rule rule in book.Rules)
        {
            if (rule.IsOn && rule.AppliesTo(statement))
            {
                rule.Body.Ask(text, new Asking(rule, document, remarks));
            }
        }

        return
        [
            .. remarks.OrderBy(remark => remark.Span.Start)
                .ThenBy(remark => remark.Span.Length)
                .ThenBy(remark => remark.Rule, StringComparer.Ordinal)
                .ThenBy(remark => remark.Check, StringComparer.Ordinal),
        ];
    }
}
