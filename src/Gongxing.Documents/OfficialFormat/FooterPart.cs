using System.Xml.Linq;
using static Gongxing.Documents.OfficialFormat.Word;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>The page number at the foot of a page: — 1 — (GB/T 9704—2012, 7.5).</summary>
internal static class FooterPart
{
    /// <summary>Which footers there are, and on which side each has its number.</summary>
    public static IReadOnlyList<(string Kind, string Alignment)> Of(PageNumberPlace place) => place switch
    {
        PageNumberPlace.Outer => [("default", "right"), ("even", "left")],
        PageNumberPlace.Centre => [("default", "center")],
        _ => [],
    };

    public static XElement Of(FormatProfile profile, string alignment) => El("ftr", Declaration(),
        El("p",
            El("pPr",
                Val("pStyle", StyleSheetPart.Footer),
                Indent(profile.Fonts.PageNumber.Size, alignment),
                Val("jc", alignment)),
            TextRuns.Of("— ", 0, null),
            Field("begin"),
            El("r", El("instrText", new XAttribute(XNamespace.Xml + "space", "preserve"), " PAGE ")),
            Field("separate"),
            El("r", El("t", "1")),
            Field("end"),
            TextRuns.Of(" —", 0, null)));

    // One character free on the outer side.
    private static XElement? Indent(double size, string alignment) => alignment == "center"
        ? null
        : El("ind", At($"{alignment}Chars", 100), At(alignment, Points(size)));

    private static XElement Field(string type) => El("r", El("fldChar", At("fldCharType", type)));
}
