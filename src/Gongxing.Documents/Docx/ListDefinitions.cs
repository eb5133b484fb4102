using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>The lists of a document (numbering.xml): what each level looks like and where it starts.</summary>
internal sealed class ListDefinitions(StyleSheet styles)
{
    public const int Levels = 9;

    private static readonly ListLevel Plain = new() { Text = "" };

    private readonly Dictionary<int, Abstract> _abstracts = [];
    private readonly Dictionary<int, ListDefinition> _lists = [];

    /// <summary>The list of a number, with its pattern found; null if there is none.</summary>
    public ListDefinition? Find(int number) =>
        _lists.TryGetValue(number, out ListDefinition? list) && PatternOf(list) is not null ? list : null;

    public void Read(XmlPart xml)
    {
        while (xml.Read())
        {
            if (!xml.IsStart || !Ooxml.IsWord(xml.Namespace))
            {
                continue;
            }

            if (xml.Name == "abstractNum" && xml.Number("abstractNumId") is { } id)
            {
                _abstracts.TryAdd(id, ReadAbstract(xml));
            }
            else if (xml.Name == "num" && xml.Number("numId") is { } number)
            {
                _lists.TryAdd(number, ReadList(xml, number));
            }
        }
    }

    public ListLevel LevelOf(ListDefinition list, int level) =>
        list.Levels[level] ?? PatternOf(list)?.Levels[level] ?? Plain;

    /// <summary>The level at which a paragraph of the style stands by itself, or null.</summary>
    public int? LevelOfStyle(ListDefinition list, string style)
    {
        for (int level = 0; level < Levels; level++)
        {
            if (LevelOf(list, level).Style == style)
            {
                return level;
            }
        }

        return null;
    }

    /// <summary>Lists of one pattern count together.</summary>
    public object CountedWith(ListDefinition list) => PatternOf(list) ?? (object)list;

    private Abstract? PatternOf(ListDefinition list)
    {
        Abstract? pattern = _abstracts.GetValueOrDefault(list.Pattern);

        // A pattern may point to a list style, whose list has the real one; one step in every file Word writes.
        for (int i = 0; i < 4 && pattern?.StyleLink is { } style; i++)
        {
            pattern = styles.Resolve(style).Number is { } number && _lists.TryGetValue(number, out ListDefinition? linked)
                ? _abstracts.GetValueOrDefault(linked.Pattern)
                : null;
        }

        return pattern;
    }

    private static Abstract ReadAbstract(XmlPart xml)
    {
        var pattern = new Abstract();
        int depth = xml.Depth;
        while (xml.NextIn(depth))
        {
            if (xml.Name == "lvl" && xml.Number("ilvl") is >= 0 and < Levels and int level)
            {
                pattern.Levels[level] = ListLevel.Read(xml);
            }
            else if (xml.Name == "numStyleLink")
            {
                pattern.StyleLink = xml.Value();
            }
        }

        return pattern;
    }

    private static ListDefinition ReadList(XmlPart xml, int number)
    {
        var list = new ListDefinition(number);
        int depth = xml.Depth;
        int? level = null;
        while (xml.NextIn(depth))
        {
            switch (xml.Name)
            {
                case "abstractNumId":
                    list.Pattern = xml.Number() ?? -1;
                    break;
                case "lvlOverride":
                    level = xml.Number("ilvl") is >= 0 and < Levels and int known ? known : null;
                    break;
                case "startOverride" when level is { } at:
                    list.Starts[at] = xml.Number();
                    break;
                case "lvl" when level is { } at:
                    list.Levels[at] = ListLevel.Read(xml);
                    break;
            }
        }

        return list;
    }

    private sealed class Abstract
    {
        public ListLevel?[] Levels { get; } = new ListLevel?[ListDefinitions.Levels];

        public string? StyleLink { get; set; }
    }
}
