using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Shared;

/// <summary>
/// One field of a form: label, hint, error and control, tied together for those who hear the page.
/// <c>&lt;field for="Name" hint="…" autocomplete="username" /&gt;</c>; the label is the property's <c>[Display(Name = key)]</c>.
/// Attributes it does not know go to the control. <c>rows</c> makes it a text area, <c>items</c> a select.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator html, IStringLocalizer<SharedTexts> shared) : TagHelper
{
    public required ModelExpression For { get; set; }

    public string? Hint { get; set; }

    /// <summary>Type of the input; taken from the property when not given.</summary>
    public string? Type { get; set; }

    public int? Rows { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Classes of the whole field: <c>short</c>, <c>code</c>, <c>wide</c>, <c>grow</c>.</summary>
    public string? Look { get; set; }

    /// <summary>Whether "(optional)" is written beside the label of a field that may stay empty; not in filters.</summary>
    public bool MarkOptional { get; set; } = true;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Id of the control; made from the name when not given.</summary>
    public string? Id { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Id ??= TagBuilder.CreateSanitizedId(For.Name, "_");
        string[] errors = [.. Errors()];
        TagHelperAttribute[] passedOn = [.. output.Attributes];
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"field {Look}{(errors.Length > 0 ? " wrong" : "")}".Trim());

        output.Content.AppendHtml(Label());
        if (Hint is not null)
        {
            output.Content.AppendHtml(Line("hint", $"{Id}-hint", Hint));
        }

        if (errors.Length > 0)
        {
            output.Content.AppendHtml(Line("error", $"{Id}-error", shared["Error.Prefix"] + string.Join(' ', errors)));
        }

        output.Content.AppendHtml(Control(passedOn, errors.Length > 0));
    }

    private TagBuilder Label()
    {
        TagBuilder label = new("label");
        label.Attributes["for"] = Id!;
        label.InnerHtml.Append(For.Metadata.GetDisplayName());
        if (MarkOptional && !For.Metadata.IsRequired)
        {
            TagBuilder optional = new("span");
            optional.AddCssClass("optional");
            optional.InnerHtml.Append(shared["Optional"]);
            label.InnerHtml.AppendHtml(optional);
        }

        return label;
    }

    private TagBuilder Control(IEnumerable<TagHelperAttribute> passedOn, bool wrong)
    {
        TagBuilder control =
            Items is not null ? html.GenerateSelect(ViewContext, For.ModelExplorer, null, For.Name, Items, false, null)
            : Rows is { } rows ? html.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, rows, 40, null)
            : Input();
        foreach (TagHelperAttribute attribute in passedOn)
        {
            control.MergeAttribute(attribute.Name, attribute.Value?.ToString(), replaceExisting: true);
        }

        control.Attributes["id"] = Id;
        string describedBy = $"{(Hint is null ? "" : $"{Id}-hint")} {(wrong ? $"{Id}-error" : "")}".Trim();
        if (describedBy.Length > 0)
        {
            control.Attributes["aria-describedby"] = describedBy;
        }

        if (wrong)
        {
            control.Attributes["aria-invalid"] = "true";
        }

        return control;
    }

    private TagBuilder Input()
    {
        Type type = Nullable.GetUnderlyingType(For.Metadata.ModelType) ?? For.Metadata.ModelType;
        string kind = Type ?? (type == typeof(DateOnly) ? "date" : type == typeof(int) ? "number" : "text");

        // A password is never sent back, and a date stands in the input as the browser wants it, in any language.
        object? value = kind == "password" ? null
            : For.Model is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : For.Model;
        TagBuilder input = kind == "password"
            ? html.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, null, null)
            : html.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, value, null, null);
        input.MergeAttribute("type", kind, replaceExisting: true);
        return input;
    }

    private IEnumerable<string> Errors() =>
        ViewContext.ModelState.TryGetValue(For.Name, out ModelStateEntry? entry)
            ? entry.Errors.Select(error => error.ErrorMessage).Distinct(StringComparer.Ordinal)
            : [];

    private static TagBuilder Line(string look, string id, string text)
    {
        TagBuilder line = new("p");
        line.AddCssClass(look);
        line.Attributes["id"] = id;
        line.InnerHtml.Append(text);
        return line;
    }
}
