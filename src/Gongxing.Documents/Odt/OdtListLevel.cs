using Gongxing.Documents.Packages;
using Gongxing.Text;

namespace Gongxing.Documents.Odt;

/// <summary>How one level of a list is numbered.</summary>
internal sealed record OdtListLevel
{
    public int Start { get; init; } = 1;

    public NumberFormat Format { get; init; } = NumberFormat.None;

    /// <summary>The sign that stands instead of a number; null for numbers.</summary>
    public string? Bullet { get; init; }

    public string Prefix { get; init; } = "";

    public string Suffix { get; init; } = "";

    /// <summary>How many levels are shown, joined by stops; 1 for only this one.</summary>
    public int Shown { get; init; } = 1;

    /// <summary>
    /// With <c>%1%</c> to <c>%9%</c>, in place of prefix, levels and suffix; null where the file has none.
    /// </summary>
    public string? Pattern { get; init; }

    public bool IsSeparated { get; init; } = true;

    public static OdtListLevel Read(XmlPart xml)
    {
        var level = new OdtListLevel
        {
            Start = xml.Number("start-value", Odf.Text, 0, int.MaxValue / 2) ?? 1,
            Format = FormatOf(xml.StyleAttribute("num-format")),
            Bullet = xml.Name switch
            {
                "list-level-style-bullet" => BulletOf(xml.TextAttribute("bullet-char")),
                "list-level-style-image" => "•",
                _ => null,
            },
            Prefix = xml.StyleAttribute("num-prefix") ?? "",
            Suffix = xml.StyleAttribute("num-suffix") ?? "",
            Shown = xml.Number("display-levels", Odf.Text, 1, OdtLists.Levels) ?? 1,
            Pattern = xml.Attribute("num-list-format", Odf.Extension),
        };
        int depth = xml.Depth;
        while (xml.Read() && !(xml.IsEnd && xml.Depth == depth))
        {
            if (xml.IsStart && xml.Is(Odf.Style, "list-level-label-alignment"))
            {
                level = level with { IsSeparated = xml.TextAttribute("label-followed-by") != "nothing" };
            }
        }

        return level;
    }

    private static string BulletOf(string? sign) =>
        sign is null or "" || sign[0] is >= '\uE000' and <= '\uF8FF' ? "•" : sign;

    // Beyond the letters of the standard, LibreOffice writes a format as its first members: 一, 二, 三, ...
    private static NumberFormat FormatOf(string? format) => format switch
    {
        null or "" => NumberFormat.None,
        "a" => NumberFormat.LowerLetter,
        "A" => NumberFormat.UpperLetter,
        "i" => NumberFormat.LowerRoman,
        "I" => NumberFormat.UpperRoman,
        _ when format.StartsWith("壹, 贰", StringComparison.Ordinal) => NumberFormat.ChineseLegalSimplified,
        _ when format.StartsWith("01", StringComparison.Ordinal) => NumberFormat.DecimalZero,
        _ when format.StartsWith("1st", StringComparison.Ordinal) => NumberFormat.Ordinal,
        _ => format[0] switch
        {
            '一' => NumberFormat.ChineseCountingThousand,
            '壹' => NumberFormat.IdeographLegalTraditional,
            '甲' => NumberFormat.IdeographTraditional,
            '子' => NumberFormat.IdeographZodiac,
            '①' => NumberFormat.DecimalEnclosedCircle,
            '⑴' => NumberFormat.DecimalEnclosedParen,
            '⒈' => NumberFormat.DecimalEnclosedFullstop,
            '㊀' => NumberFormat.IdeographEnclosedCircle,
            '１' => NumberFormat.DecimalFullWidth,
            _ => NumberFormat.Decimal,
        },
    };
}
