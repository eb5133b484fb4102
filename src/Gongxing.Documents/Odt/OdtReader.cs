using System.Xml;
using Gongxing.Core.Statements;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Odt;

/// <summary>Reads OpenDocument text, packed (.odt) or as one XML file (.fodt), in one streaming pass.</summary>
/// <remarks>
/// Text boxes and notes follow the paragraph they hang on; deleted revisions, comments and hidden text are left
/// out.
/// </remarks>
public static class OdtReader
{
    /// <summary>Whether a file that is no package begins like a flat one; its root names its kind.</summary>
    public static bool IsFlat(ReadOnlySpan<byte> content) =>
        content[..Math.Min(content.Length, 8 << 10)].IndexOf("\"application/vnd.oasis.opendocument.text\""u8) > 0
        && content.IndexOf("<office:document"u8) >= 0;

    /// <exception cref="UnreadableException">The file is given up.</exception>
    public static Document Read(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        var builder = new DocumentBuilder(DocumentFormat.Odt, limits);
        var context = new OdtContext(builder, limits);
        if (content.Span.StartsWith("PK"u8))
        {
            ReadPackage(new Package(content, limits), builder, context);
        }
        else
        {
            using var xml = new XmlPart(new MemoryStream(content.ToArray(), writable: false), limits);
            ReadBody(xml, builder, context);
        }

        return builder.IsEmpty ? throw new UnreadableException(Unreadable.NoText) : builder.Build();
    }

    private static void ReadPackage(Package package, DocumentBuilder builder, OdtContext context)
    {
        if (IsEncrypted(package))
        {
            throw new UnreadableException(Unreadable.Encrypted, "OpenDocument package");
        }

        using XmlPart body = package.OpenXml("content.xml")
            ?? throw new UnreadableException(Unreadable.NoMainPart, "no content.xml in the package");
        try
        {
            using XmlPart? styles = package.OpenXml("styles.xml");
            if (styles is not null)
            {
                new OdtStory(styles, context).Read(() => builder.IsFull);
            }
        }
        catch (Exception e) when (e is XmlException or InvalidDataException
            or UnreadableException { Reason: Unreadable.Cut or Unreadable.Damaged })
        {
            builder.Notice(PackageNotices.PartDamaged("styles.xml"));
        }

        ReadBody(body, builder, context);
        foreach (string notice in PackageNotices.Of(package))
        {
            builder.Notice(notice);
        }
    }

    private static void ReadBody(XmlPart xml, DocumentBuilder builder, OdtContext context)
    {
        try
        {
            new OdtStory(xml, context).Read(() => builder.IsFull);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            if (builder.IsEmpty)
            {
                throw new UnreadableException(Unreadable.Damaged, e.Message);
            }

            builder.Notice(PackageNotices.BodyDamaged);
        }
    }

    internal static bool IsEncrypted(Package package)
    {
        try
        {
            using XmlPart? manifest = package.OpenXml("META-INF/manifest.xml");
            while (manifest is not null && manifest.Read())
            {
                if (manifest.IsStart && manifest.Name == "encryption-data")
                {
                    return true;
                }
            }
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            // Without a list of its parts the package is read as what it shows.
        }

        return false;
    }
}
