using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>What the properties of a run say of its text.</summary>
internal static class RunProperties
{
    /// <summary>Whether the run is hidden, by itself or by its character style; null if neither says.</summary>
    public static bool? ReadHidden(XmlPart xml, StyleSheet styles)
    {
        bool? hidden = null;
        string? style = null;
        int depth = xml.Depth;
        while (xml.NextIn(depth))
        {
            switch (xml.Name)
            {
                case "vanish":
                    hidden = xml.IsOn();
                    break;
                case "rStyle":
                    style = xml.Value();
                    break;
                case "rPrChange":
                    xml.Skip();
                    break;
            }
        }

        return hidden ?? (style is null ? null : styles.Resolve(style).Hidden);
    }
}
