using System.Globalization;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>The names of WordprocessingML, transitional and strict (ISO/IEC 29500-1 and -4).</summary>
internal static class Ooxml
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    public static bool IsWord(string xmlNamespace) => xmlNamespace is Transitional or Strict;

    public static bool IsStrict(string xmlNamespace) => xmlNamespace == Strict;

    public static bool IsMath(string xmlNamespace) => xmlNamespace
        is "http://schemas.openxmlformats.org/officeDocument/2006/math"
        or "http://purl.oclc.org/ooxml/officeDocument/math";

    /// <summary>An attribute that names another part by the id of a relation.</summary>
    public static string? Relation(this XmlPart xml, string name) =>
        xml.Attribute(name, "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.Attribute(name, "http://purl.oclc.org/ooxml/officeDocument/relationships");

    public static bool IsCompatibility(string xmlNamespace) =>
        xmlNamespace == "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>An attribute of a Word element, which stands in the namespace of the element.</summary>
    public static string? Attribute(this XmlPart xml, string name) => xml.Attribute(name, xml.Namespace);

    public static string? Value(this XmlPart xml) => xml.Attribute("val");

    /// <summary>An attribute as a number; null if it is none.</summary>
    public static int? Number(this XmlPart xml, string name = "val") =>
        int.TryParse(xml.Attribute(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)
            ? number
            : null;

    /// <summary>A property that is on by standing there, unless its value says off.</summary>
    public static bool IsOn(this XmlPart xml) => xml.Value() is not ("0" or "false" or "off");

    /// <summary>
    /// On to the next element of Word's inside the element at <paramref name="depth"/>; false at its end.
    /// </summary>
    public static bool NextIn(this XmlPart xml, int depth)
    {
        while (xml.Read() && !(xml.IsEnd && xml.Depth <= depth))
        {
            if (xml.IsStart && IsWord(xml.Namespace))
            {
                return true;
            }
        }

        return false;
    }
}
