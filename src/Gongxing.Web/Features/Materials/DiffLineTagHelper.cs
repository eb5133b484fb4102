using Gongxing.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongxing.Web.Features.Materials;

/// <summary>One side of a compared paragraph, with what goes or comes marked: written here, for no blank may come between.</summary>
[HtmlTargetElement("diff-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DiffLineTagHelper : TagHelper
{
    public required string Text { get; set; }

    public required IReadOnlyList<DiffPiece> Pieces { get; set; }

    public required bool IsOld { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (DiffPiece piece in Pieces)
        {
            TextSpan span = IsOld ? piece.Old : piece.New;
            if (piece.Kind == DiffKind.Kept)
            {
                output.Content.Append($"{span.In(Text)}");
            }
            else if (!span.IsEmpty)
            {
                TagBuilder changed = new(IsOld ? "del" : "ins");
                changed.InnerHtml.Append($"{span.In(Text)}");
                output.Content.AppendHtml(changed);
            }
        }
    }
}
