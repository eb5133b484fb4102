using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Remarks;

/// <summary>The words of a paragraph with the numbers of the questions: written here, for no blank may come between.</summary>
[HtmlTargetElement("remarked-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RemarkedLineTagHelper(IStringLocalizer<RemarksTexts> texts) : TagHelper
{
    public required RemarkedParagraph Line { get; set; }

    /// <summary>Between a number and a mark of punctuation: a line must not begin with the latter, and a browser would let it.</summary>
    private const char NoBreak = '\u2060';

    /// <summary>Where the note of a question is.</summary>
    public required Func<Question, string> Note { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        bool isAfterNumber = false;
        foreach (RemarkedPiece piece in Line.Pieces)
        {
            if (isAfterNumber && piece.Text.Length > 0 && char.IsPunctuation(piece.Text[0]))
            {
                output.Content.Append($"{NoBreak}");
            }

            isAfterNumber = piece.Ends.Count > 0;
            if (piece.About is null && piece.Ends.Count == 0)
            {
                output.Content.Append(piece.Text);
                continue;
            }

            TagBuilder mark = new(piece.About is null ? "span" : "mark");
            if (piece.About is { } about)
            {
                mark.AddCssClass($"{about.Look} {about.Remark.Scope.ToString().ToLowerInvariant()}");
            }

            mark.InnerHtml.Append(piece.Text);
            foreach (Question question in piece.Ends)
            {
                mark.InnerHtml.AppendHtml(Number(question));
            }

            output.Content.AppendHtml(mark);
        }
    }

    private TagBuilder Number(Question question)
    {
        TagBuilder link = new("a");
        link.Attributes["id"] = $"m{question.Number}";
        link.AddCssClass(question.Look);
        link.Attributes["href"] = Note(question);
        link.Attributes["aria-label"] = texts["Mark", question.Number, question.Remark.Name];
        link.InnerHtml.Append($"{question.Number}");
        return link;
    }
}
