using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Odt;

/// <summary>The pictures in the body of an .odt, in the order of its text.</summary>
internal static class OdtPictures
{
    /// <returns>None for a flat file, whose pictures stand in its text.</returns>
    public static IEnumerable<Func<ReadOnlyMemory<byte>>> Of(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        if (!content.Span.StartsWith("PK"u8))
        {
            return [];
        }

        var package = new Package(content, limits);
        return OdtReader.IsEncrypted(package)
            ? throw new UnreadableException(Unreadable.Encrypted, "OpenDocument package")
            : PackagePictures.Of(
                package, "content.xml", xml => xml.Is(Odf.Draw, "image") ? xml.Attribute("href", Odf.Link) : null);
    }
}
