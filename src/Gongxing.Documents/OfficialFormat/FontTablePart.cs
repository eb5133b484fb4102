using System.Xml.Linq;
using Gongxing.Documents.OfficialFormat.Fonts;
using static Gongxing.Documents.OfficialFormat.Word;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>Names the faces of a profile, and for each the one that Word is to take where it is missing.</summary>
internal static class FontTablePart
{
    public static XElement Of(FormatProfile profile) => El("fonts", Declaration(),
        profile.Fonts.All.SelectMany(font => (string[])[font.EastAsia, font.Ascii])
            .Distinct(StringComparer.Ordinal)
            .Select(name => El("font", At("name", name),
                FontFaces.Find(name)?.StandIns is [var standIn, ..] ? Val("altName", standIn.Name) : null,
                name.Any(c => c > '\x7F') ? Val("charset", "86") : null)));
}
