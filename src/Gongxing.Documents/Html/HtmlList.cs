using System.Globalization;
using Gongxing.Text;

namespace Gongxing.Documents.Html;

/// <summary>A list being read: how its items are numbered, and the number of the next one.</summary>
internal sealed class HtmlList
{
    private readonly NumberFormat? format;
    private readonly string closing;
    private int next;

    public HtmlList(HtmlTag tag)
    {
        next = Whole(tag["start"]) ?? 1;
        (format, closing) = tag.Name == "ol" ? FormatOf(tag["type"], tag["style"]) : (null, "");
    }

    /// <summary>The number of the item in front of its text; empty for a list of bullets.</summary>
    public string Number(HtmlTag item)
    {
        next = Whole(item["value"]) ?? next;
        return format is { } known ? known.Write(next++) + closing : "";
    }

    private static (NumberFormat? Format, string Closing) FormatOf(string? type, string? style) => type switch
    {
        "a" => (NumberFormat.LowerLetter, "."),
        "A" => (NumberFormat.UpperLetter, "."),
        "i" => (NumberFormat.LowerRoman, "."),
        "I" => (NumberFormat.UpperRoman, "."),
        _ when style?.Contains("none", StringComparison.OrdinalIgnoreCase) == true => (null, ""),
        _ when IsChinese(style) => (NumberFormat.ChineseCountingThousand, "、"),
        _ => (NumberFormat.Decimal, "."),
    };

    private static bool IsChinese(string? style) => style is not null
        && (style.Contains("cjk-ideographic", StringComparison.OrdinalIgnoreCase)
            || style.Contains("-chinese-", StringComparison.OrdinalIgnoreCase));

    private static int? Whole(string? value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;
}
