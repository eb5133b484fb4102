using System.Text;
using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Documents.Odt;
using Gongxing.Tests.Documents.Packages;

namespace Gongxing.Tests.Documents.Odt;

/// <summary>Makes OpenDocument texts for tests out of the XML that matters to the rule at hand.</summary>
internal sealed record OdtMaker
{
    private const string Namespaces =
        """
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
        xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
        xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
        """;

    /// <summary>Inside office:text.</summary>
    public string Body { get; init; } = "";

    /// <summary>Inside office:automatic-styles of the body.</summary>
    public string AutomaticStyles { get; init; } = "";

    /// <summary>Inside the root of styles.xml.</summary>
    public string Styles { get; init; } = "";

    /// <summary>Each is a part: <c>Pictures/1</c>, <c>Pictures/2</c> …</summary>
    public IReadOnlyList<byte[]> Pictures { get; init; } = [];

    public string Manifest { get; init; } = "<manifest/>";

    public static Document Read(string body) => new OdtMaker { Body = body }.Read();

    public Document Read() => OdtReader.Read(Make(), ReadLimits.Default);

    /// <summary>A paragraph with a picture.</summary>
    public static string Picture(int number) =>
        $"""<text:p><draw:frame><draw:image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="Pictures/{number}"/></draw:frame></text:p>""";

    public byte[] Make() => ZipMaker.Zip(
    [
        .. Texts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Text))),
        .. Pictures.Select((picture, i) => ($"Pictures/{i + 1}", picture)),
    ]);

    private (string Name, string Text)[] Texts =>
    [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", Manifest),
        ("styles.xml", $"<office:document-styles {Namespaces}>{Styles}</office:document-styles>"),
        ("content.xml", $"<office:document-content {Namespaces}>{Content}</office:document-content>"),
    ];

    public byte[] MakeFlat() => Encoding.UTF8.GetBytes(
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document {Namespaces} office:mimetype="application/vnd.oasis.opendocument.text">{Styles}{Content}</office:document>
        """);

    private string Content =>
        $"<office:automatic-styles>{AutomaticStyles}</office:automatic-styles><office:body><office:text>{Body}</office:text></office:body>";
}
