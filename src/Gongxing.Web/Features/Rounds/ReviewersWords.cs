using Gongxing.Core.Rounds;
using Gongxing.Core.Statements;
using Gongxing.Documents.Comments;
using Gongxing.Text;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Rounds;

/// <summary>Reviewers' comments as comments of a Word file, under the name of whoever made them.</summary>
public static class ReviewersWords
{
    /// <summary>Those still to be answered, each at its words; at the first line, with the words quoted, where these are gone.</summary>
    public static IEnumerable<WordComment> Of(
        IEnumerable<PlacedComment> comments, Document document, IStringLocalizer<RoundsTexts> texts) =>
        from placed in comments
        where placed.Comment.Answer is null
        let span = placed.Span ?? FirstLine(document)
        where !span.IsEmpty
        let quoted = texts["Word.Gone", placed.Comment.Place.Words, placed.Comment.Text].Value
        select new WordComment(span, placed.Span is null ? quoted : placed.Comment.Text)
        {
            Author = placed.Comment.By.Name,
            Initials = placed.Comment.By.Name[..1],
        };

    private static TextSpan FirstLine(Document document) =>
        document.Paragraphs.Select(paragraph => paragraph.Span).FirstOrDefault(span => !span.IsEmpty);
}
