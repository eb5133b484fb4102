using Gongxing.Core.Rounds;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Rounds;

/// <summary>
/// The words of a paragraph with what was commented: <c>&lt;commented-line line="…" /&gt;</c>. Written here, for no blank may come
/// between: the script counts the characters of a selection.
/// </summary>
[HtmlTargetElement("commented-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CommentedLineTagHelper(IStringLocalizer<RoundsTexts> texts) : TagHelper
{
    public required CommentedParagraph Line { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (CommentedPiece piece in Line.Pieces)
        {
            if (piece.Comments.Count == 0)
            {
                output.Content.Append(piece.Text);
                continue;
            }

            TagBuilder mark = new("mark");
            mark.AddCssClass(piece.Comments.Any(comment => comment.Answer is null) ? "comment" : "comment answered");
            foreach (ReviewerComment comment in piece.Begins)
            {
                mark.InnerHtml.AppendHtml(Number(comment));
            }

            mark.InnerHtml.Append(piece.Text);
            output.Content.AppendHtml(mark);
        }
    }

    private TagBuilder Number(ReviewerComment comment)
    {
        TagBuilder link = new("a");
        link.Attributes["href"] = $"#c{comment.Number}";
        link.Attributes["id"] = $"m{comment.Number}";
        link.Attributes["aria-label"] = texts["Mark", comment.Number];
        link.InnerHtml.Append($"{comment.Number}");
        return link;
    }
}
