using System.Xml;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>Which parts a part refers to, by kind.</summary>
internal sealed class Relationships
{
    private readonly List<(string Id, string Kind, string Part)> _targets = [];

    /// <summary>The first part of a kind, e.g. <c>styles</c>, or null.</summary>
    public string? First(string kind) => All(kind).FirstOrDefault();

    public IEnumerable<string> All(string kind) =>
        _targets.Where(target => target.Kind == kind).Select(target => target.Part);

    /// <summary>The part that is referred to by an id; null if there is none of that id, or it lies outside of the package.</summary>
    public string? PartOf(string id) => _targets.FirstOrDefault(target => target.Id == id).Part;

    /// <param name="source">The part whose relations are read; empty for those of the package.</param>
    public static Relationships Of(Package package, string source)
    {
        var relationships = new Relationships();
        int slash = source.LastIndexOf('/');
        string folder = source[..(slash + 1)];
        try
        {
            using XmlPart? xml = package.OpenXml($"{folder}_rels/{source[(slash + 1)..]}.rels");
            while (xml is not null && xml.Read())
            {
                if (xml.IsStart && xml.Name == "Relationship" && xml.Attribute("TargetMode", "") != "External"
                    && xml.Attribute("Type", "") is { } type && xml.Attribute("Target", "") is { } target)
                {
                    // Strict and transitional types differ in all but their last word.
                    string kind = type[(type.LastIndexOf('/') + 1)..];
                    relationships._targets.Add((xml.Attribute("Id", "") ?? "", kind, Resolve(folder, target)));
                }
            }
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            // The parts stand at their usual places, where the reader looks next.
        }

        return relationships;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var segments = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (string segment in target.Split('/'))
        {
            if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("." or ".." or ""))
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}
