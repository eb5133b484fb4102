using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Odt;

/// <summary>What the styles of text and paragraphs say of lists, titles and visibility.</summary>
internal sealed class OdtStyles
{
    private const int LongestChain = 64;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    /// <summary>Reads the style at which the reader stands; it replaces one of the same name.</summary>
    public void Read(XmlPart xml)
    {
        string name = xml.StyleAttribute("name") ?? "";
        string? parent = xml.StyleAttribute("parent-style-name");
        string? list = xml.StyleAttribute("list-style-name");
        bool? hidden = null;
        int depth = xml.Depth;
        while (xml.Read() && !(xml.IsEnd && xml.Depth == depth))
        {
            if (xml.IsStart && xml.Is(Odf.Style, "text-properties"))
            {
                hidden = xml.TextAttribute("display") switch { null => hidden, "none" => true, _ => false };
            }
        }

        _styles[name] = new Style(parent, list, hidden);
    }

    /// <summary>Whether text of the style is hidden; null if the style does not say.</summary>
    public bool? IsHidden(string? name) =>
        Chain(name).Select(style => style.Hidden).FirstOrDefault(hidden => hidden.HasValue);

    public string? ListOf(string? name) =>
        Chain(name).Select(style => style.List).FirstOrDefault(list => list is not null);

    /// <summary>The title or subtitle of the whole document.</summary>
    public bool IsTitle(string? name) =>
        name is "Title" or "Subtitle" || Chain(name).Any(style => style.Parent is "Title" or "Subtitle");

    private IEnumerable<Style> Chain(string? name)
    {
        for (int i = 0; i < LongestChain && name is not null && _styles.TryGetValue(name, out Style? style); i++)
        {
            yield return style;
            name = style.Parent;
        }
    }

    private sealed record Style(string? Parent, string? List, bool? Hidden);
}
