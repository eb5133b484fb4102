using Gongxing.Core.Materials;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Review.Rules;

namespace Gongxing.Web.Review;

/// <summary>Finds in a file what must not be kept on a site like this (拦下): secrecy marks and personal numbers.</summary>
/// <remarks>These rules cannot be silenced or lowered: they are asked as they came with the product.</remarks>
public static class StopWords
{
    /// <summary>A list of numbers needs no line for each.</summary>
    private const int Most = 20;

    private static readonly RuleBook s_rules = RuleBook.BuiltIn.Only(rule => rule.Id == "C25");

    public static IReadOnlyList<MaterialStop> In(Document document, Statement statement)
    {
        var places = new DocumentPlaces(document);
        // A secrecy mark often stands in the header alone, which is said apart: it has no place in the text.
        Document margins = Document.FromText(string.Join('\n', document.Margins));
        var nothing = new Statement { Kind = statement.Kind, IsStatement = false, Confidence = 0 };
        return
        [
            .. Found(document with { Margins = [] }, statement).Select(remark => Stop(remark, document, places.At(remark.Span)))
                .Concat(Found(margins, nothing)
                    .Select(remark => Stop(remark, margins, new DocumentPlace(DocumentPlaceKind.Margin, 1))))
                .Take(Most),
        ];
    }

    private static IEnumerable<Remark> Found(Document document, Statement statement) =>
        StatementReview.Run(document, statement, s_rules, ReviewContext.Empty)
            .Where(remark => remark.Level == RemarkLevel.Error);

    private static MaterialStop Stop(Remark remark, Document document, DocumentPlace place) =>
        new(remark.Name, place, MaterialStop.Mask(remark.Span.In(document.Text)));
}
