using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>What the styles of a document say of numbering, outline and visibility.</summary>
internal sealed class StyleSheet
{
    // Word allows far fewer; the bound also ends a chain that bites its tail.
    private const int LongestChain = 64;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResolvedStyle> _resolved = new(StringComparer.Ordinal);
    private string _default = "";

    /// <summary>The style with all that it inherits; of the default paragraph style for null.</summary>
    public ResolvedStyle Resolve(string? id)
    {
        id ??= _default;
        if (!_resolved.TryGetValue(id, out ResolvedStyle? resolved))
        {
            resolved = Walk(id);
            _resolved.Add(id, resolved);
        }

        return resolved;
    }

    /// <summary>The id under which the file has a style of Word's own, which is named in English in every language; null without it.</summary>
    public string? IdOf(string name) =>
        _styles.FirstOrDefault(style => style.Value.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Key;

    public void Read(XmlPart xml)
    {
        while (xml.Read())
        {
            if (xml.IsStart && xml.Name == "style" && Ooxml.IsWord(xml.Namespace))
            {
                bool isDefault = xml.Attribute("default") is "1" or "true" or "on"
                    && xml.Attribute("type") == "paragraph";
                string id = xml.Attribute("styleId") ?? "";
                _styles.TryAdd(id, ReadStyle(xml));
                _default = isDefault ? id : _default;
            }
        }
    }

    private static Style ReadStyle(XmlPart xml)
    {
        var style = new Style();
        int depth = xml.Depth;
        while (xml.NextIn(depth))
        {
            switch (xml.Name)
            {
                case "name":
                    style.Name = xml.Value() ?? "";
                    break;
                case "basedOn":
                    style.Base = xml.Value();
                    break;
                case "numId":
                    style.Number = xml.Number();
                    break;
                case "ilvl":
                    style.Level = xml.Number();
                    break;
                case "outlineLvl":
                    style.Outline = xml.Number();
                    break;
                case "vanish":
                    style.Hidden = xml.IsOn();
                    break;
                case "pPrChange" or "rPrChange" or "tblStylePr":
                    xml.Skip();
                    break;
            }
        }

        return style;
    }

    private ResolvedStyle Walk(string id)
    {
        var resolved = new ResolvedStyle();
        string? next = id;
        for (int i = 0; i < LongestChain && next is not null && _styles.TryGetValue(next, out Style? style); i++)
        {
            if (resolved.Number is null && style.Number is not null)
            {
                resolved.Number = style.Number;
                resolved.NumberedBy = next;
            }

            resolved.Level ??= style.Level;
            resolved.Outline ??= style.Outline ?? OutlineOf(style.Name);
            resolved.Hidden ??= style.Hidden;
            resolved.IsTitle |= style.Name is "Title" or "title" or "Subtitle" or "标题" or "副标题";
            next = style.Base;
        }

        return resolved;
    }

    /// <summary>The built-in headings have an outline level even where the file leaves it out.</summary>
    private static int? OutlineOf(string name)
    {
        ReadOnlySpan<char> rest = name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) ? name.AsSpan(8)
            : name.StartsWith("标题", StringComparison.Ordinal) ? name.AsSpan(2).TrimStart()
            : [];
        return rest.Length == 1 && rest[0] is >= '1' and <= '9' ? rest[0] - '1' : null;
    }

    private sealed class Style
    {
        public string Name = "";
        public string? Base;
        public int? Number;
        public int? Level;
        public int? Outline;
        public bool? Hidden;
    }
}
