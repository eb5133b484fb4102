using System.Globalization;
using Gongxing.Text;

namespace Gongxing.Documents.Html;

/// <summary>A list being read: how its items are numbered, and the number of the next one.</summary>
internal sealed class HtmlList
{
    /// <summary>CSS Counter Styles Level 3, 6 and 7; those of Chinese are closed by 、.</summary>
    private static readonly Dictionary<string, Style> Names = new(StringComparer.Ordinal)
    {
        ["none"] = Style.Bullet,
        ["disc"] = Style.Bullet,
        ["circle"] = Style.Bullet,
        ["square"] = Style.Bullet,
        ["decimal"] = Style.Plain,
        ["decimal-leading-zero"] = Latin(NumberFormat.DecimalZero),
        ["lower-alpha"] = Latin(NumberFormat.LowerLetter),
        ["lower-latin"] = Latin(NumberFormat.LowerLetter),
        ["upper-alpha"] = Latin(NumberFormat.UpperLetter),
        ["upper-latin"] = Latin(NumberFormat.UpperLetter),
        ["lower-roman"] = Latin(NumberFormat.LowerRoman),
        ["upper-roman"] = Latin(NumberFormat.UpperRoman),
        ["cjk-decimal"] = Chinese(NumberFormat.IdeographDigital),
        ["cjk-ideographic"] = Chinese(NumberFormat.ChineseCountingThousand),
        ["simp-chinese-informal"] = Chinese(NumberFormat.ChineseCountingThousand),
        ["trad-chinese-informal"] = Chinese(NumberFormat.TaiwaneseCountingThousand),
        ["simp-chinese-formal"] = Chinese(NumberFormat.ChineseLegalSimplified),
        ["trad-chinese-formal"] = Chinese(NumberFormat.IdeographLegalTraditional),
        ["cjk-heavenly-stem"] = Chinese(NumberFormat.IdeographTraditional),
        ["cjk-earthly-branch"] = Chinese(NumberFormat.IdeographZodiac),
    };

    private readonly Style style;
    private readonly int step;

    /// <summary>Numbers of a list that counts down to one, below zero until it is known how many items there are.</summary>
    private readonly List<HtmlNumber> open = [];

    private bool isOpen;
    private int items;
    private int next;

    public HtmlList(HtmlTag tag)
    {
        bool isOrdered = tag.Name == "ol";
        style = StyleOf(tag) ?? (isOrdered ? Style.Plain : Style.Bullet);
        step = isOrdered && tag["reversed"] is not null ? -1 : 1;
        int? start = isOrdered ? Whole(tag["start"]) : null;
        isOpen = start is null && step < 0;
        next = start ?? (isOpen ? 0 : 1);
    }

    /// <summary>The number of the item; null in a list of bullets.</summary>
    public HtmlNumber? Number(HtmlTag item)
    {
        items++;
        if (Whole(item["value"]) is { } given)
        {
            (next, isOpen) = (given, false);
        }

        int value = next;
        next = unchecked(next + step);
        Style own = StyleOf(item) ?? style;
        if (own.Format is not { } format)
        {
            return null;
        }

        var number = new HtmlNumber(format, own.Closing, value);
        if (isOpen)
        {
            open.Add(number);
        }

        return number;
    }

    /// <summary>All items have been met.</summary>
    public void End() => open.ForEach(number => number.Value += items);

    /// <summary>What the element says of its numbers; null where it says nothing.</summary>
    private static Style? StyleOf(HtmlTag tag) => tag.Attributes.Length == 0 ? null : tag["type"] switch
    {
        "1" => Style.Plain,
        "a" => Latin(NumberFormat.LowerLetter),
        "A" => Latin(NumberFormat.UpperLetter),
        "i" => Latin(NumberFormat.LowerRoman),
        "I" => Latin(NumberFormat.UpperRoman),
        _ => Named(tag["style"]),
    };

    private static Style? Named(string? css)
    {
        // Of several declarations the last one holds.
        string? declared = Array.FindLast(
            (css ?? "").Split(';', StringSplitOptions.TrimEntries),
            one => one.StartsWith("list-style", StringComparison.OrdinalIgnoreCase));
        string[] words = declared?[(declared.IndexOf(':', StringComparison.Ordinal) + 1)..].ToLowerInvariant()
            .Split([' ', '\t', '\r', '\n', '!'], StringSplitOptions.RemoveEmptyEntries) ?? [];
        return Array.Find(words, Names.ContainsKey) is { } name ? Names[name] : null;
    }

    private static int? Whole(string? value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static Style Latin(NumberFormat format) => new(format, ".");

    private static Style Chinese(NumberFormat format) => new(format, "、");

    /// <param name="Format">Null for bullets, which say nothing.</param>
    private sealed record Style(NumberFormat? Format, string Closing)
    {
        public static readonly Style Bullet = new(null, "");

        public static readonly Style Plain = new(NumberFormat.Decimal, ".");
    }
}
