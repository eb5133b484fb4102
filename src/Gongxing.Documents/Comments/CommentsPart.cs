using System.Globalization;
using System.Text;
using Gongxing.Documents.Docx;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Comments;

/// <summary>The part that lists the comments: the one the file has, or a new one with what makes it known.</summary>
internal sealed class CommentsPart
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private const string Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    private const string StrictRelation = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments";

    private readonly Package _package;
    private readonly string _main;
    private readonly string _name;
    private readonly XmlSource? _existing;
    private readonly CommentMarkup _markup;
    private readonly bool _isKnown;
    private readonly bool _isStrict;
    private readonly StringBuilder _added = new();

    private CommentsPart(Package package, string main, string xmlNamespace)
    {
        (_package, _main) = (package, main);
        string? known = Relationships.Of(package, main).First("comments");
        (_isKnown, _isStrict) = (known is not null, Ooxml.IsStrict(xmlNamespace));
        _name = known ?? FreeName();
        string? prefix = "w";
        if (package.Has(_name))
        {
            _existing = XmlSource.Read(package, _name);
            (prefix, xmlNamespace) = ReadExisting(_existing);
        }

        _markup = new CommentMarkup(prefix, xmlNamespace);
    }

    /// <summary>Ids of the comments that are there.</summary>
    public HashSet<int> Ids { get; } = [];

    public static CommentsPart Find(Package package, string main, string xmlNamespace) => new(package, main, xmlNamespace);

    public void Add(WordComment comment, int id, DateTimeOffset at, CommentStyles styles) =>
        _added.Append(_markup.Comment(comment, id, at, styles));

    public void Save(PackageWriter writer)
    {
        if (_existing is not null)
        {
            writer.Put(_name, _existing.With([_existing.AtEndOfRoot(_added.ToString())]));
            return;
        }

        writer.Put(_name, XmlSource.Of(_markup.Part(_added.ToString())).With([]));
        SaveContentType(writer);
        if (!_isKnown)
        {
            SaveRelationship(writer);
        }
    }

    private (string? Prefix, string Namespace) ReadExisting(XmlSource existing)
    {
        using var cursor = new XmlCursor(existing);
        (string? Prefix, string Namespace) root = (null, "");
        while (cursor.Read())
        {
            if (cursor.IsStart && cursor.Depth == 0)
            {
                root = (cursor.PrefixOf(cursor.Namespace) is { Length: > 0 } prefix ? prefix : null, cursor.Namespace);
            }

            if (cursor.IsStart && Ooxml.IsWord(cursor.Namespace)
                && int.TryParse(cursor.Attribute("id", cursor.Namespace), CultureInfo.InvariantCulture, out int id))
            {
                Ids.Add(id);
            }
        }

        return Ooxml.IsWord(root.Namespace)
            ? root
            : throw new UnreadableException(Unreadable.Damaged, $"{_name} holds no comments");
    }

    private string FreeName()
    {
        string folder = _main[..(_main.LastIndexOf('/') + 1)];
        string name = $"{folder}comments.xml";
        for (int i = 2; _package.Has(name); i++)
        {
            name = $"{folder}comments{i}.xml";
        }

        return name;
    }

    private void SaveContentType(PackageWriter writer)
    {
        if (!_package.Has(ContentTypes))
        {
            throw new UnreadableException(Unreadable.Damaged, $"no {ContentTypes}");
        }

        XmlSource types = XmlSource.Read(_package, ContentTypes);
        using var cursor = new XmlCursor(types);
        string root = "";
        while (cursor.Read())
        {
            root = cursor.Depth == 0 ? XmlTag.NameAt(types.Text, cursor.TagStart) : root;
            if (cursor.IsStart && cursor.Name == "Override"
                && string.Equals(cursor.Attribute("PartName"), "/" + _name, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }

        string tag = Sibling(root, "Override");
        writer.Put(ContentTypes, types.With(
            [types.AtEndOfRoot($"<{tag} PartName=\"/{_name}\" ContentType=\"{ContentType}\"/>")]));
    }

    private void SaveRelationship(PackageWriter writer)
    {
        int slash = _main.LastIndexOf('/');
        string part = $"{_main[..(slash + 1)]}_rels/{_main[(slash + 1)..]}.rels";
        string relationship = $"Type=\"{(_isStrict ? StrictRelation : Relation)}\" Target=\"{_name[(slash + 1)..]}\"";
        if (!_package.Has(part))
        {
            writer.Put(part, XmlSource.Of(
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + $"<Relationship Id=\"rId1\" {relationship}/></Relationships>").With([]));
            return;
        }

        XmlSource relationships = XmlSource.Read(_package, part);
        using var cursor = new XmlCursor(relationships);
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        string root = "";
        while (cursor.Read())
        {
            root = cursor.Depth == 0 ? XmlTag.NameAt(relationships.Text, cursor.TagStart) : root;
            ids.Add(cursor.Attribute("Id") ?? "");
        }

        int number = ids.Count;
        while (ids.Contains($"rId{number}"))
        {
            number++;
        }

        writer.Put(part, relationships.With(
            [relationships.AtEndOfRoot($"<{Sibling(root, "Relationship")} Id=\"rId{number}\" {relationship}/>")]));
    }

    /// <summary>A name with the prefix of another.</summary>
    private static string Sibling(string of, string name) => of[..(of.IndexOf(':', StringComparison.Ordinal) + 1)] + name;
}
