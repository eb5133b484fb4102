using System.Globalization;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Odt;

/// <summary>The names of OpenDocument (ISO/IEC 26300, OASIS ODF 1.3).</summary>
internal static class Odf
{
    public const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    public const string Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    public const string Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public const string Draw = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
    public const string Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    public const string Svg = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";

    public const string Link = "http://www.w3.org/1999/xlink";

    /// <summary>What LibreOffice adds to the standard.</summary>
    public const string Extension = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0";

    public static bool Is(this XmlPart xml, string xmlNamespace, string name) =>
        xml.Name == name && xml.Namespace == xmlNamespace;

    public static string? TextAttribute(this XmlPart xml, string name) => xml.Attribute(name, Text);

    public static string? StyleAttribute(this XmlPart xml, string name) => xml.Attribute(name, Style);

    /// <summary>An attribute as a number within bounds; null if it is none.</summary>
    public static int? Number(this XmlPart xml, string name, string xmlNamespace, int min, int max) =>
        int.TryParse(xml.Attribute(name, xmlNamespace), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)
            ? Math.Clamp(number, min, max)
            : null;
}
