using System.Xml;
using Gongxing.Core.Statements;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>Reads the parts of one document in the order in which they need each other.</summary>
/// <param name="traced">Keeps the places of the text in the main part, and reads nothing of one that is damaged.</param>
internal sealed class DocxParts(Package package, string main, ReadLimits limits, bool traced = false)
{
    private readonly Relationships _relationships = Relationships.Of(package, main);
    private readonly DocumentBuilder _builder = new(DocumentFormat.Docx, limits, traced);

    /// <summary>Of each unit of the text that was read, where it was written; empty if not traced.</summary>
    public IReadOnlyList<SourcePlace> Places => _builder.Places;

    public StyleSheet Styles { get; } = new();

    public Document Read()
    {
        var lists = new ListDefinitions(Styles);
        ReadPart(PartOf("styles"), Styles.Read);
        ReadPart(PartOf("numbering"), lists.Read);
        var context = new StoryContext(limits, Styles, lists, _builder.Notice) { IsTraced = traced };
        ReadNotes("footnotes", context);
        ReadNotes("endnotes", context);
        ReadBody(context);
        foreach (string margin in _relationships.All("header").Union(_relationships.All("footer")))
        {
            ReadPart(margin, xml => new StoryReader(xml, context, _builder.Margin).Read(() => _builder.IsFull));
        }

        foreach (string notice in PackageNotices.Of(package))
        {
            _builder.Notice(notice);
        }

        return _builder.IsEmpty ? throw new UnreadableException(Unreadable.NoText) : _builder.Build();
    }

    private void ReadBody(StoryContext context)
    {
        using XmlPart? xml = package.OpenXml(main);
        try
        {
            new StoryReader(xml!, context, _builder.Add).Read(() => _builder.IsFull);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            if (_builder.IsEmpty || traced)
            {
                throw new UnreadableException(Unreadable.Damaged, $"{main}: {e.Message}");
            }

            _builder.Notice(PackageNotices.BodyDamaged);
        }
    }

    private void ReadNotes(string kind, StoryContext context) => ReadPart(PartOf(kind), xml =>
    {
        StoryReader story = null!;
        story = new StoryReader(xml, context, paragraph => context.AddNote(kind, story.Note ?? "", paragraph));
        story.Read(() => false);
    });

    private string PartOf(string kind) =>
        _relationships.First(kind) ?? $"{main[..(main.LastIndexOf('/') + 1)]}{kind}.xml";

    /// <summary>Reads a part that the text can do without; what is wrong with it becomes a notice.</summary>
    private void ReadPart(string name, Action<XmlPart> read)
    {
        try
        {
            using XmlPart? xml = package.OpenXml(name);
            if (xml is not null)
            {
                read(xml);
            }
        }
        catch (Exception e) when (e is XmlException or InvalidDataException
            or UnreadableException { Reason: Unreadable.Cut or Unreadable.Damaged })
        {
            _builder.Notice(PackageNotices.PartDamaged(name));
        }
    }
}
