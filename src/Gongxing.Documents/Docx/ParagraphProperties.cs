using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>What a paragraph says of itself; null where it leaves it to its style.</summary>
/// <param name="Number">The list; 0 takes the paragraph out of the list of its style.</param>
/// <param name="IsMarkDeleted">A revision deleted or moved away the end of the paragraph.</param>
internal sealed record ParagraphProperties(string? Style, int? Number, int? Level, int? Outline, bool IsMarkDeleted)
{
    public static readonly ParagraphProperties None = new(null, null, null, null, false);

    public static ParagraphProperties Read(XmlPart xml)
    {
        ParagraphProperties properties = None;
        int depth = xml.Depth;
        while (xml.NextIn(depth))
        {
            switch (xml.Name)
            {
                case "pStyle":
                    properties = properties with { Style = xml.Value() };
                    break;
                case "numId":
                    properties = properties with { Number = xml.Number() };
                    break;
                case "ilvl":
                    properties = properties with { Level = xml.Number() };
                    break;
                case "outlineLvl":
                    properties = properties with { Outline = xml.Number() };
                    break;
                case "del" or "moveFrom":
                    properties = properties with { IsMarkDeleted = true };
                    break;
                case "pPrChange" or "rPrChange" or "sectPr":
                    xml.Skip();
                    break;
            }
        }

        return properties;
    }
}
