using System.Globalization;
using System.Text;
using Gongxing.Documents.Packages;
using Gongxing.Text;

namespace Gongxing.Documents.Odt;

/// <summary>The list styles of a document, and the counting of its lists.</summary>
internal sealed class OdtLists
{
    public const int Levels = 10;

    /// <summary>The name under which the numbering of headings is kept; no style can have it.</summary>
    public const string Outline = "";

    private readonly Dictionary<string, OdtListLevel?[]> _styles = new(StringComparer.Ordinal);

    /// <summary>Reads the list style at which the reader stands; it replaces one of the same name.</summary>
    public void ReadStyle(XmlPart xml, string name)
    {
        var levels = new OdtListLevel?[Levels];
        _styles[name] = levels;
        int depth = xml.Depth;
        while (xml.Read() && !(xml.IsEnd && xml.Depth == depth))
        {
            if (xml.IsStart && xml.Number("level", Odf.Text, 1, Levels) is { } level)
            {
                levels[level - 1] = OdtListLevel.Read(xml);
            }
        }
    }

    /// <summary>Counts one paragraph of a list and spells its number, with its separator.</summary>
    public string Next(int?[] counts, string style, int level, int? start)
    {
        if (!_styles.TryGetValue(style, out OdtListLevel?[]? levels) || levels[level] is not { } definition)
        {
            return "";
        }

        counts[level] = start
            ?? (counts[level] is { } count ? Math.Min(count, int.MaxValue - 1) + 1 : definition.Start);
        counts.AsSpan(level + 1).Clear();
        string number = definition.Bullet ?? (definition.Pattern is { } pattern
            ? SpellPattern(pattern, levels, counts)
            : SpellLevels(definition, levels, level, counts));
        return definition.Bullet is not null
            ? number + " "
            : NumberingText.Separate(number.Trim(), definition.IsSeparated);
    }

    private static string SpellLevels(OdtListLevel definition, OdtListLevel?[] levels, int level, int?[] counts)
    {
        IEnumerable<string> numbers = Enumerable.Range(0, level + 1)
            .Skip(level + 1 - Math.Min(definition.Shown, level + 1))
            .Select(shown => Write(levels, shown, counts))
            .Where(number => number.Length > 0);
        string joined = string.Join('.', numbers);

        // A level without a number shows neither prefix nor suffix.
        return joined.Length == 0 ? "" : definition.Prefix + joined + definition.Suffix;
    }

    private static string SpellPattern(string pattern, OdtListLevel?[] levels, int?[] counts)
    {
        var text = new StringBuilder();
        for (int i = 0; i < pattern.Length; i++)
        {
            int end = pattern[i] == '%' ? pattern.IndexOf('%', i + 1) : -1;
            if (end > 0
                && int.TryParse(pattern.AsSpan(i + 1, end - i - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int level)
                && level is >= 1 and <= Levels)
            {
                text.Append(Write(levels, level - 1, counts));
                i = end;
            }
            else
            {
                text.Append(pattern[i]);
            }
        }

        return text.ToString();
    }

    private static string Write(OdtListLevel?[] levels, int level, int?[] counts) =>
        levels[level] is { } definition ? definition.Format.Write(counts[level] ?? definition.Start) : "";
}
