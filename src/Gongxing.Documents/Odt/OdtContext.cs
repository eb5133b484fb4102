using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Odt;

/// <summary>What the XML files of one document share.</summary>
internal sealed class OdtContext(DocumentBuilder builder, ReadLimits limits)
{
    private readonly Dictionary<string, int?[]> _countsOfList = new(StringComparer.Ordinal);

    private (string? Style, int?[] Counts) _last = (null, []);

    public ReadLimits Limits => limits;

    public OdtStyles Styles { get; } = new();

    public OdtLists Lists { get; } = new();

    public int?[] OutlineCounts { get; } = new int?[OdtLists.Levels];

    /// <summary>How many tables have been met, in reading order.</summary>
    public int Tables { get; set; }

    public void Notice(string sentence) => builder.Notice(sentence);

    public void Emit(SpelledParagraph paragraph, bool toMargin)
    {
        if (toMargin)
        {
            builder.Margin(paragraph);
        }
        else
        {
            builder.Add(paragraph);
        }
    }

    /// <summary>
    /// Opens the list at which the reader stands: a level of its parent, the rest of an earlier list, or a new
    /// one.
    /// </summary>
    public OpenList OpenList(XmlPart xml, OpenList? parent)
    {
        string? style = xml.TextAttribute("style-name");
        if (parent is not null)
        {
            return new OpenList(parent.Counts, style ?? parent.Style, Math.Min(parent.Level + 1, OdtLists.Levels - 1));
        }

        int?[] counts = Continued(xml, style) ?? new int?[OdtLists.Levels];
        _last = (style, counts);
        if (xml.Attribute("id", "http://www.w3.org/XML/1998/namespace") is { } id)
        {
            _countsOfList[id] = counts;
        }

        return new OpenList(counts, style, 0);
    }

    // text:continue-numbering of ODF: numbers go on only where the list before this one is of the same style.
    private int?[]? Continued(XmlPart xml, string? style) =>
        xml.TextAttribute("continue-list") is { } list && _countsOfList.TryGetValue(list, out int?[]? counts) ? counts
        : xml.TextAttribute("continue-numbering") == "true" && style == _last.Style && _last.Counts.Length > 0 ? _last.Counts
        : null;
}
