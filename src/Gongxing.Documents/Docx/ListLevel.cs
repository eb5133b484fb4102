using System.Globalization;
using Gongxing.Documents.Packages;
using Gongxing.Text;

namespace Gongxing.Documents.Docx;

/// <summary>How one level of a list is numbered.</summary>
internal sealed record ListLevel
{
    public int Start { get; init; } = 1;

    public NumberFormat Format { get; init; }

    public bool IsBullet { get; init; }

    /// <summary>With <c>%1</c> to <c>%9</c> for the numbers of the levels.</summary>
    public string Text { get; init; } = "";

    /// <summary>All numbers are shown in decimal, whatever their own level says.</summary>
    public bool IsLegal { get; init; }

    public string Suffix { get; init; } = "tab";

    /// <summary>The level, from 1, after which this one starts again; 0 for never, null for any higher level.</summary>
    public int? Restart { get; init; }

    /// <summary>The paragraph style that stands at this level by itself.</summary>
    public string? Style { get; init; }

    /// <summary>Digits that a number is filled up to with zeros.</summary>
    public int Digits { get; init; }

    public string Write(int number, bool legal) => legal || Digits > 0
        ? number.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0')
        : Format.Write(number);

    public static ListLevel Read(XmlPart xml)
    {
        var level = new ListLevel();
        int depth = xml.Depth;
        while (xml.NextIn(depth))
        {
            level = xml.Name switch
            {
                "start" => level with { Start = Math.Clamp(xml.Number() ?? 1, 0, int.MaxValue / 2) },
                "numFmt" => level.Formatted(xml.Value(), xml.Attribute("format")),
                "lvlText" => level with { Text = xml.Value() ?? "" },
                "isLgl" => level with { IsLegal = xml.IsOn() },
                "suff" => level with { Suffix = xml.Value() ?? "tab" },
                "lvlRestart" => level with { Restart = xml.Number() },
                "pStyle" => level with { Style = xml.Value() },
                _ => level,
            };
        }

        return level;
    }

    // A format that this version of Word does not know stands as a choice before the plain one: the first is meant.
    private ListLevel Formatted(string? name, string? pattern) => Digits > 0
        ? this
        : this with
        {
            IsBullet = name == "bullet",
            Format = NumberFormats.Named(name is "decimalFullWidth2" ? "decimalFullWidth" : name),
            Digits = name == "custom" && pattern?.Split(',')[0] is { Length: > 1 and < 9 } first ? first.Length : 0,
        };
}
