using Microsoft.Extensions.Localization;

namespace Gongxing.Web.Features.Shared;

/// <summary>Counts in words, side by side; what there is none of is left out.</summary>
public static class Counted
{
    /// <summary>Each count in the words of its key, after one another; empty when there is none of any.</summary>
    public static string Words(IStringLocalizer texts, string separator, params IEnumerable<(string Key, int Count)> parts) => string.Join(
        separator, parts.Where(part => part.Count > 0).Select(part => texts[part.Key, part.Count].Value));
}
