using Gongxing.Core.Statements;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Materials;

/// <summary>The words of a paragraph with its marks: <c>&lt;marked-line line="…" /&gt;</c>. Written here, for no blank may come between.</summary>
[HtmlTargetElement("marked-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkedLineTagHelper(IStringLocalizer<MaterialsTexts> texts) : TagHelper
{
    public required MarkedParagraph Line { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (MarkedPiece piece in Line.Pieces)
        {
            if (piece.Element is { } element)
            {
                output.Content.AppendHtml(Mark(piece, element));
            }
            else
            {
                output.Content.Append(piece.Text);
            }
        }
    }

    private TagBuilder Mark(MarkedPiece piece, StatementElement element)
    {
        TagBuilder mark = new("mark");
        mark.AddCssClass(piece.IsTitle ? Look(element) : $"{Look(element)} rest");
        foreach (StatementElement begun in piece.Begins)
        {
            if (begun == element)
            {
                mark.Attributes["id"] = begun.Id;
            }
            else
            {
                TagBuilder place = new("span");
                place.Attributes["id"] = begun.Id;
                mark.InnerHtml.AppendHtml(place);
            }

            mark.InnerHtml.AppendHtml(Number(begun));
        }

        mark.InnerHtml.Append(piece.Text);
        return mark;
    }

    private TagBuilder Number(StatementElement element)
    {
        TagBuilder link = new("a");
        link.Attributes["href"] = $"#o-{element.Id}";
        link.Attributes["aria-label"] = texts["Mark", texts[$"Role.{element.Role}"], element.Number];
        link.InnerHtml.Append($"{element.Number}");
        return link;
    }

    private static string Look(StatementElement element) => element.Role.ToString().ToLowerInvariant();
}
