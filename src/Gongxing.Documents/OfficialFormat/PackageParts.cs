using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using static Gongxing.Documents.OfficialFormat.Word;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>Puts the parts of a Word file into their package. The same paper gives the same bytes.</summary>
internal static class PackageParts
{
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private static readonly XNamespace s_types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace s_links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace s_office = Office;

    // The first moment a zip file can name.
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings s_settings = new() { Encoding = new UTF8Encoding(false) };

    public static XAttribute RelationshipId(string id) => new(s_office + "id", id);

    public static byte[] Make(IEnumerable<Block> blocks, FormatProfile profile, PaperSize paper)
    {
        IReadOnlyList<(string Kind, string Alignment)> footers = FooterPart.Of(profile.PageNumber.Place);
        List<(string Name, string Type, XElement Content)> parts =
        [
            ("styles", "styles", StyleSheetPart.Of(profile)),
            ("settings", "settings", Settings(footers.Count > 1)),
            ("fontTable", "fontTable", FontTablePart.Of(profile)),
            .. footers.Select((footer, i) => ($"footer{i + 1}", "footer", FooterPart.Of(profile, footer.Alignment))),
        ];
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            Add(zip, "[Content_Types].xml", ContentTypes(parts));
            Add(zip, "_rels/.rels", Relationships([("rId1", "officeDocument", "word/document.xml")]));
            Add(zip, "word/document.xml", xml => new BodyPart(profile, paper).Write(
                xml, blocks, [.. footers.Select((footer, i) => (footer.Kind, FooterId(i)))]));
            Add(zip, "word/_rels/document.xml.rels", Relationships(
                [.. parts.Select((part, i) => ($"rId{i + 1}", part.Type, $"{part.Name}.xml"))]));
            foreach ((string name, _, XElement content) in parts)
            {
                Add(zip, $"word/{name}.xml", content);
            }
        }

        return stream.ToArray();
    }

    // Behind styles, settings and fonts.
    private static string FooterId(int footer) => $"rId{footer + 4}";

    private static XElement Settings(bool evenAndOdd) => El("settings", Declaration(),
        evenAndOdd ? El("evenAndOddHeaders") : null,
        Val("characterSpacingControl", "doNotCompress"),
        El("compat",
            El("useFELayout"),
            El("compatSetting", At("name", "compatibilityMode"), At("uri", "http://schemas.microsoft.com/office/word"),
                At("val", 15))),
        El("themeFontLang", At("val", "en-US"), At("eastAsia", "zh-CN")));

    private static XElement ContentTypes(IEnumerable<(string Name, string Type, XElement Content)> parts) => new(
        s_types + "Types",
        Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        Default("xml", "application/xml"),
        Override("document", "document.main"),
        parts.Select(part => Override(part.Name, part.Type)));

    private static XElement Default(string extension, string type) => new(
        s_types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));

    private static XElement Override(string name, string type) => new(
        s_types + "Override",
        new XAttribute("PartName", $"/word/{name}.xml"), new XAttribute("ContentType", $"{Main}{type}+xml"));

    private static XElement Relationships(IReadOnlyList<(string Id, string Type, string Target)> links) => new(
        s_links + "Relationships",
        links.Select(link => new XElement(s_links + "Relationship",
            new XAttribute("Id", link.Id),
            new XAttribute("Type", $"{Office}/{link.Type}"),
            new XAttribute("Target", link.Target))));

    private static void Add(ZipArchive zip, string name, XElement content) =>
        Add(zip, name, new XDocument(new XDeclaration("1.0", "utf-8", "yes"), content).Save);

    private static void Add(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = s_time;
        using Stream stream = entry.Open();
        using var xml = XmlWriter.Create(stream, s_settings);
        write(xml);
    }
}
