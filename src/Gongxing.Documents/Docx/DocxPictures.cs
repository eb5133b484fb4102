using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>The pictures in the body of a .docx, in the order of its text.</summary>
internal static class DocxPictures
{
    public static IEnumerable<Func<ReadOnlyMemory<byte>>> Of(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        var package = new Package(content, limits);
        string main = DocxReader.MainPartOf(package);
        var relationships = Relationships.Of(package, main);
        return PackagePictures.Of(
            package,
            main,
            xml => xml.Name switch
            {
                "blip" => xml.Relation("embed"),

                // VML: of documents that were .doc once, and beside the drawing for old programs, with the same part.
                "imagedata" => xml.Relation("id"),
                _ => null,
            } is { } id ? relationships.PartOf(id) : null);
    }
}
