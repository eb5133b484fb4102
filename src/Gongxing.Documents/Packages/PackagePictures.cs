using System.Xml;

namespace Gongxing.Documents.Packages;

/// <summary>The pictures that the text of a package refers to.</summary>
internal static class PackagePictures
{
    /// <summary>Each part once, in the order of the text; unpacked when it is asked for.</summary>
    /// <param name="main">The part with the text. Where that is damaged, what stands before goes.</param>
    /// <param name="named">The part of the picture at which the text stands, if it stands at one.</param>
    public static IEnumerable<Func<ReadOnlyMemory<byte>>> Of(Package package, string main, Func<XmlPart, string?> named) =>
        Names(package, main, named).Select(name => (Func<ReadOnlyMemory<byte>>)(() => Unpacked(package, name)));

    private static List<string> Names(Package package, string main, Func<XmlPart, string?> named)
    {
        var names = new List<string>();
        using XmlPart? xml = package.OpenXml(main);
        try
        {
            while (xml is not null && xml.Read())
            {
                if (xml.IsStart && named(xml) is { } name && package.Has(name) && !names.Contains(name))
                {
                    names.Add(name);
                }
            }
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            // The text is read as far as that too.
        }

        return names;
    }

    private static ReadOnlyMemory<byte> Unpacked(Package package, string name)
    {
        using Stream part = package.Open(name)!;
        var unpacked = new MemoryStream();
        part.CopyTo(unpacked);
        return unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
    }
}
