using System.Text;
using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>Counts the numbered paragraphs of one story and spells their numbers.</summary>
internal sealed class ListCounters(ListDefinitions lists)
{
    private readonly Dictionary<object, int?[]> _counts = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(int Number, int Level)> _started = [];

    /// <summary>
    /// The numbering of the next paragraph of a list, with its separator; null if there is no such list.
    /// </summary>
    public string? Next(int number, int level)
    {
        if (lists.Find(number) is not { } list)
        {
            return null;
        }

        object pattern = lists.CountedWith(list);
        if (!_counts.TryGetValue(pattern, out int?[]? counts))
        {
            counts = new int?[ListDefinitions.Levels];
            _counts.Add(pattern, counts);
        }

        counts[level] = list.Starts[level] is { } start && _started.Add((number, level)) ? start
            : counts[level] is { } count ? Math.Min(count, int.MaxValue - 1) + 1
            : StartOf(list, level);
        for (int lower = level + 1; lower < ListDefinitions.Levels; lower++)
        {
            if (level < (lists.LevelOf(list, lower).Restart ?? lower))
            {
                counts[lower] = null;
            }
        }

        return Spell(list, level, counts);
    }

    private int StartOf(ListDefinition list, int level) => list.Starts[level] ?? lists.LevelOf(list, level).Start;

    private string Spell(ListDefinition list, int level, int?[] counts)
    {
        ListLevel definition = lists.LevelOf(list, level);
        if (definition.IsBullet)
        {
            return definition.Text.Length == 0 ? "" : Bullet(definition.Text) + " ";
        }

        var text = new StringBuilder();
        string pattern = definition.Text;
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                int shown = pattern[++i] - '1';
                int count = counts[shown] ?? StartOf(list, shown);
                text.Append(lists.LevelOf(list, shown).Write(count, definition.IsLegal));
            }
            else if (!char.IsControl(pattern[i]))
            {
                text.Append(pattern[i]);
            }
        }

        return NumberingText.Separate(text.ToString().Trim(), definition.Suffix != "nothing");
    }

    // Bullets are mostly letters of a symbol font, in its private area.
    private static string Bullet(string text) =>
        text.Length > 2 || text[0] is >= '\uE000' and <= '\uF8FF' or < ' ' ? "•" : text;
}
