using System.Reflection;
using Gongxing.Text;

namespace Gongxing.Review.Structure;

/// <summary>
/// The word lists of <c>Structure/Words</c> and <c>Rules/Facts/Words</c>, which are embedded in the assembly.
/// </summary>
internal static class Lexicon
{
    private static readonly Dictionary<string, List<string>> s_lists = ReadLists();

    public static WordSet Web { get; } = Set("web");

    public static WordSet WebStart { get; } = Set("webStart");

    public static WordSet TitleNoun { get; } = Set("titleNoun");

    public static WordSet TitleWord { get; } = Set("titleWord");

    public static WordSet Deficiency { get; } = new(s_lists["deficiency"], s_lists["noDeficiency"]);

    public static WordSet Gratitude { get; } = Set("gratitude");

    public static WordSet Act { get; } = Set("act");

    public static LabelTable Labels { get; } = new(ReadLabels());

    public static WordSet Set(string name) => new(s_lists[name]);

    public static IReadOnlyList<string> Words(string name) => s_lists[name];

    /// <summary>The lines of an embedded file that are neither blank nor comments.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    private static Dictionary<string, List<string>> ReadLists()
    {
        var lists = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> current = [];
        foreach (string line in Lines("words.txt").Concat(Lines("facts.txt")))
        {
            if (line[0] == '[')
            {
                current = lists[line.Trim('[', ']')] = [];
            }
            else
            {
                current.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return lists;
    }

    private static IEnumerable<(string Word, LabelRole Role)> ReadLabels() =>
        from line in Lines("labels.txt")
        let parts = line.Split('\t')
        from word in parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select (NormalizedText.Fold(word), Enum.Parse<LabelRole>(parts[0]));
}
