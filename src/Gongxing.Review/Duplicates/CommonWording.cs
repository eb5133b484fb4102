using System.Globalization;
using Gongxing.Review.Rules;
using Gongxing.Review.Structure;
using Gongxing.Review.Templates;
using Gongxing.Text.Similarity;

namespace Gongxing.Review.Duplicates;

/// <summary>What any statement may say without having it from another: mandated formulations and official headings.</summary>
public static class CommonWording
{
    private const string Version = "2";

    /// <summary>
    /// Clauses that stand in several of our own texts (tests/corpus), counted by a test: what offices write without having it from one
    /// another, and no rule demands.
    /// </summary>
    public static UsualWording Usual { get; } = ReadUsual();

    /// <summary>Letters, and pairs of them, that many of our own texts (tests/corpus) have, counted by a test.</summary>
    public static UsualLetters Letters { get; } = ReadLetters();

    /// <summary>What comes with the product.</summary>
    public static CommonText BuiltIn { get; } = new(Version, BuiltInPhrases(), usual: Usual);

    /// <summary>The same, with what an organisation has marked as common (a notice, a quoted document).</summary>
    /// <param name="version">Changes whenever <paramref name="texts"/> do.</param>
    public static CommonText With(string version, IEnumerable<string> texts) =>
        new($"{Version}+{version}", [.. BuiltInPhrases(), .. texts], usual: Usual);

    // The first line tells how many texts there were.
    private static UsualWording ReadUsual()
    {
        string[][] rows = [.. Lexicon.Lines("usual-wording.tsv").Select(line => line.Split('\t'))];
        return new UsualWording(
            Number(rows[0][0]), [.. rows.Skip(1).Select(row => (row[1], Number(row[0])))]);

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    private static UsualLetters ReadLetters()
    {
        ILookup<string, string> rows = Lexicon.Lines("usual-letters.tsv").Select(line => line.Split('\t'))
            .ToLookup(row => row[0], row => row[1]);
        return new UsualLetters(string.Concat(rows["Letters"]), rows["Pairs"].SelectMany(row => row.Split(' ')));
    }

    private static IEnumerable<string> BuiltInPhrases() =>
        Formulations.All.Concat(TemplatePacks.All.SelectMany(pack => pack.Aspects).Select(aspect => aspect.Name));
}
