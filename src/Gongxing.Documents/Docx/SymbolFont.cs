using System.Globalization;

namespace Gongxing.Documents.Docx;

/// <summary>The characters of symbol fonts that office documents use, in Unicode.</summary>
internal static class SymbolFont
{
    /// <summary>The character of a w:sym, or null if nobody can tell what it looks like.</summary>
    public static char? Character(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int number)
            || number is <= ' ' or > char.MaxValue || char.IsSurrogate((char)number))
        {
            return null;
        }

        // Symbol fonts stand in the private area at F000, or bare.
        int place = number is >= 0xF000 and <= 0xF0FF ? number - 0xF000 : number;
        char? known = (font, place) switch
        {
            ("Wingdings", 0x6C) => '●',
            ("Wingdings", 0x6E) => '■',
            ("Wingdings", 0x6F or 0x70 or 0xA8) => '□',
            ("Wingdings", 0x75 or 0x76) => '◆',
            ("Wingdings", 0xD8) => '➢',
            ("Wingdings", 0xFB) => '✗',
            ("Wingdings", 0xFC) => '✓',
            ("Wingdings", 0xFD) => '☒',
            ("Wingdings", 0xFE) => '☑',
            ("Wingdings", >= 0x81 and <= 0x8A) => (char)('①' + place - 0x81),
            ("Wingdings 2", 0x50) => '✓',
            ("Wingdings 2", 0x51 or 0x52 or 0x53 or 0x54) => place is 0x51 or 0x53 ? '☒' : '☑',
            ("Wingdings 2", 0xA3) => '□',
            ("Wingdings 2", >= 0x6A and <= 0x73) => (char)('①' + place - 0x6A),
            ("Symbol", 0xB4) => '×',
            ("Symbol", 0xB7) => '·',
            ("Symbol", 0xB0) => '°',
            ("Symbol", 0xB1) => '±',
            ("Symbol", 0xA3) => '≤',
            ("Symbol", 0xB3) => '≥',
            _ => null,
        };
        bool isSymbolFont = font is not null
            && (font.StartsWith("Wingdings", StringComparison.Ordinal) || font is "Symbol" or "Webdings" or "Marlett");
        return known ?? (isSymbolFont || number is >= '\uE000' and <= '\uF8FF' ? null : (char)number);
    }
}
