using System.Xml.Linq;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>Elements of WordprocessingML, and its units.</summary>
internal static class Word
{
    public const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly XNamespace s_word = Namespace;

    public static XElement El(string name, params object?[] content) => new(s_word + name, content);

    public static XAttribute At(string name, object value) => new(s_word + name, value);

    /// <summary>An element that says one thing: <c>w:jc w:val="center"</c>.</summary>
    public static XElement Val(string name, object value) => El(name, At("val", value));

    public static XAttribute Declaration() => new(XNamespace.Xmlns + "w", Namespace);

    /// <summary>Twentieths of a point.</summary>
    public static int Points(double points) => (int)Math.Round(points * 20);

    public static int Millimetres(double millimetres) => (int)Math.Round(millimetres / 25.4 * 1440);

    public static int HalfPoints(double points) => (int)Math.Round(points * 2);
}
