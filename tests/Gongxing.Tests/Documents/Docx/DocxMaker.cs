using System.Text;
using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Documents.Docx;
using Gongxing.Tests.Documents.Packages;

namespace Gongxing.Tests.Documents.Docx;

/// <summary>Makes .docx files for tests out of the XML that matters to the rule at hand.</summary>
internal sealed record DocxMaker
{
    public const string Namespaces =
        """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
        xmlns:v="urn:schemas-microsoft-com:vml"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """;

    private const string PartTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string RelationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <summary>Inside w:body.</summary>
    public string Body { get; init; } = "";

    /// <summary>Inside w:styles.</summary>
    public string? Styles { get; init; }

    /// <summary>Inside w:numbering.</summary>
    public string? Numbering { get; init; }

    /// <summary>Inside w:footnotes.</summary>
    public string? Footnotes { get; init; }

    /// <summary>Inside w:hdr.</summary>
    public string? Header { get; init; }

    /// <summary>Inside w:comments.</summary>
    public string? Comments { get; init; }

    /// <summary>Each is a part, with the relation <c>p1</c>, <c>p2</c> …</summary>
    public IReadOnlyList<byte[]> Pictures { get; init; } = [];

    /// <summary>A paragraph with a picture.</summary>
    public static string Picture(int number) =>
        $"""<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="p{number}"/></w:drawing></w:r></w:p>""";

    /// <summary>A paragraph of one run.</summary>
    public static string P(string text, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>";

    /// <summary>A paragraph in a list.</summary>
    public static string Item(string text, int level = 0, int list = 1) =>
        P(text, $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>""");

    /// <summary>A level of a list.</summary>
    public static string Level(int level, string format, string text, string more = "") =>
        $"""
        <w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>
        """;

    /// <summary>A numbering part of one list, number 1, with these levels.</summary>
    public static string List(params string[] levels) =>
        $"""
        <w:abstractNum w:abstractNumId="0">{string.Concat(levels)}</w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        """;

    public static Document Read(string body) => new DocxMaker { Body = body }.Read();

    public Document Read() => DocxReader.Read(Make(), ReadLimits.Default);

    public byte[] Make()
    {
        (string Kind, string Root, string? Content)[] parts =
        [
            ("styles", "styles", Styles),
            ("numbering", "numbering", Numbering),
            ("footnotes", "footnotes", Footnotes),
            ("header", "hdr", Header),
            ("comments", "comments", Comments),
        ];
        var present = parts.Where(part => part.Content is not null).ToList();
        (string Name, string Text)[] texts =
        [
            ("[Content_Types].xml", ContentTypes(present.Select(part => part.Kind).Prepend("document.main"))),
            ("_rels/.rels", Relationships([("r0", "officeDocument", "word/document.xml")])),
            ("word/document.xml", Xml("document", $"<w:body>{Body}</w:body>")),
            ("word/_rels/document.xml.rels", Relationships(
                [
                    .. present.Select((part, i) => ($"r{i}", part.Kind, $"{part.Kind}.xml")),
                    .. Pictures.Select((_, i) => ($"p{i + 1}", "image", $"media/{i + 1}.bin")),
                ])),
            .. present.Select(part => ($"word/{part.Kind}.xml", Xml(part.Root, part.Content!))),
        ];
        return ZipMaker.Zip(
        [
            .. texts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Text))),
            .. Pictures.Select((picture, i) => ($"word/media/{i + 1}.bin", picture)),
        ]);
    }

    public static string Xml(string root, string content) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{root} {Namespaces}>{content}</w:{root}>";

    private static string ContentTypes(IEnumerable<string> kinds) =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        {string.Concat(kinds.Select(kind =>
            $"""<Override PartName="/word/{kind.Split('.')[0]}.xml" ContentType="{PartTypes}{kind}+xml"/>"""))}
        </Types>
        """;

    private static string Relationships(IEnumerable<(string Id, string Kind, string Target)> targets) =>
        $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        {string.Concat(targets.Select(target =>
            $"""<Relationship Id="{target.Id}" Type="{RelationshipTypes}{target.Kind}" Target="{target.Target}"/>"""))}
        </Relationships>
        """;
}
