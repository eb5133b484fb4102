using Gongxing.Review.Structure;
using Gongxing.Tests.Review.Rules;
using Gongxing.Text;

namespace Gongxing.Tests.Review.Duplicates;

public class UsualLettersTests
{
    private const double LettersInTexts = 0.08;
    private const double PairsInTexts = 0.03;
    private const int InLine = 40;

    // Texts come and go; the table is for what most of them say.
    private const double LeastAgreement = 0.95;

    /// <summary>With ACCEPT=1 the table is written anew.</summary>
    [Fact]
    public void The_table_is_what_our_own_texts_have_in_common()
    {
        string[] texts =
        [
            .. from folder in (string[])["structure", "review"]
               from file in Directory.GetFiles(ReviewCorpusTests.PathOf($"corpus/{folder}"), "*.txt")
               select NormalizedText.Of(File.ReadAllText(file)).Text,
        ];
        string[] letters = Usual(texts, LettersInTexts, length: 1);
        string[] pairs = Usual(texts, PairsInTexts, length: 2);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(
                ReviewCorpusTests.PathOf("../src/Gongxing.Review/Packs/usual-letters.tsv"),
                string.Concat(letters.Chunk(2 * InLine).Select(some => $"Letters\t{string.Concat(some)}\n"))
                    + string.Concat(pairs.Chunk(InLine).Select(some => $"Pairs\t{string.Join(' ', some)}\n")));
            return;
        }

        ILookup<string, string> rows = Lexicon.Lines("usual-letters.tsv").Select(line => line.Split('\t'))
            .ToLookup(row => row[0], row => row[1]);
        Assert.InRange(Agreement(letters, rows["Letters"].SelectMany(row => row.Select(letter => $"{letter}"))), LeastAgreement, 1);
        Assert.InRange(Agreement(pairs, rows["Pairs"].SelectMany(row => row.Split(' '))), LeastAgreement, 1);
    }

    private static string[] Usual(string[] texts, double share, int length) =>
    [
        .. (from text in texts
           from some in Enumerable.Range(0, Math.Max(0, text.Length - length + 1))
               .Select(at => text.Substring(at, length)).Where(some => some.All(char.IsLetterOrDigit)).Distinct()
           group some by some into same
           where same.Count() > share * texts.Length
           select same.Key).Order(StringComparer.Ordinal),
    ];

    private static double Agreement(string[] counted, IEnumerable<string> table)
    {
        var known = table.ToHashSet();
        int both = counted.Count(known.Contains);
        return (double)both / (counted.Length + known.Count - both);
    }
}
