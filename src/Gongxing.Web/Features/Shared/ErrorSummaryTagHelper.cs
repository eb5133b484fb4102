using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Shared;

/// <summary>
/// What is wrong with a form, above it, each line leading to its field; nothing when all is well. What concerns no field is
/// no mistake in the form: if there is nothing else, the heading says that the act was not done.
/// <c>&lt;error-summary /&gt;</c> stands once on every page with a form.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<SharedTexts> shared) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (string Field, string Sentence)[] errors =
        [
            .. (from entry in ViewContext.ModelState
                orderby Place(entry.Key)
                from error in entry.Value.Errors
                select (entry.Key, error.ErrorMessage)).Distinct(),
        ];
        if (errors.Length == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.AppendHtml(Heading(errors.Count(error => error.Field.Length > 0)));
        output.Content.AppendHtml(Lines(errors));
    }

    // As the fields are declared, which is as they stand in the form.
    private int Place(string key)
    {
        ModelMetadata? metadata = ViewContext.ViewData.ModelMetadata;
        int place = 0;
        foreach (string part in key.Split('.'))
        {
            ModelMetadata[] properties = [.. metadata?.Properties ?? Enumerable.Empty<ModelMetadata>()];
            int at = Array.FindIndex(properties, property => property.Name == part);
            metadata = at < 0 ? null : properties[at];
            place = (place * 100) + at + 1;
        }

        return place;
    }

    private TagBuilder Heading(int fields)
    {
        TagBuilder heading = new("h2");
        heading.InnerHtml.Append(fields > 0 ? shared["Error.Summary", fields] : shared["Error.409.Title"]);
        return heading;
    }

    private static TagBuilder Lines(IEnumerable<(string Field, string Sentence)> errors)
    {
        TagBuilder list = new("ul");
        foreach ((string field, string sentence) in errors)
        {
            TagBuilder line = new("li");
            if (field.Length == 0)
            {
                line.InnerHtml.Append(sentence);
            }
            else
            {
                TagBuilder link = new("a");
                link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(field, "_");
                link.InnerHtml.Append(sentence);
                line.InnerHtml.AppendHtml(link);
            }

            list.InnerHtml.AppendHtml(line);
        }

        return list;
    }
}
