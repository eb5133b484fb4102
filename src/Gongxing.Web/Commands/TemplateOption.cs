using Gongxing.Review.Templates;

namespace Gongxing.Web.Commands;

/// <summary>The option <c>--template</c> of the commands that read statements.</summary>
internal static class TemplateOption
{
    /// <summary>What is wrong with the id; null for nothing.</summary>
    public static string? WhyNot(string? id) => id is null || TemplatePacks.All.Any(pack => pack.Id == id)
        ? null
        : CommandTexts.Get("UnknownTemplate", id, string.Join(' ', TemplatePacks.All.Select(pack => pack.Id)));
}
