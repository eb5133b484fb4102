using System.Runtime.CompilerServices;
using Gongxing.Text;
using Gongxing.Text.Similarity;
using Gongxing.Web.Duplicates;

namespace Gongxing.Web.Tests.Duplicates;

/// <summary>
/// Folders of texts written by hand, in tests/corpus/copies: what was planted is found, whatever was done to it, and nothing else is told of.
/// </summary>
public class PlantedCopiesTests
{
    private const string Reworded = "reworded";
    private const string Quotation = "quotation";

    // What was left out of one of the two, or put in, is part of the passage there.
    private const double LeastOfOne = 0.5;
    private const double LeastOfOther = 0.25;

    // Labels in front of a copy, and what one of two copies lies between.
    private const double MostAround = 0.06;

    [Theory]
    [InlineData("statements")]
    [InlineData("answers")]
    [InlineData("mixed")]
    public void All_that_was_copied_is_found_and_nothing_else(string folder)
    {
        Comparison found = Compared(folder);
        PlantedPassage[] planted = PlantedIn(folder, found);

        Assert.DoesNotContain(planted, one => one.Kind is not (Reworded or Quotation) && !IsFound(one, found));
        Assert.Empty(
            from pair in found.Pairs
            from passage in pair.Passages
            where !planted.Any(one => one.Kind != Quotation && Touches(one, pair, passage))
            select passage.A.In(found.Texts[pair.A].Text).ToString());
    }

    [Theory]
    [InlineData("statements", 1)]
    [InlineData("mixed", 7)]
    public void So_is_much_of_what_was_put_into_other_words(string folder, int least)
    {
        Comparison found = Compared(folder);

        Assert.InRange(PlantedIn(folder, found).Count(one => one.Kind == Reworded && IsFound(one, found)), least, 11);
    }

    [Theory]
    [InlineData("statements")]
    [InlineData("answers")]
    [InlineData("mixed")]
    public void It_is_told_where_it_begins_and_ends(string folder)
    {
        Comparison found = Compared(folder);
        PlantedPassage[] planted = PlantedIn(folder, found);
        int all = 0;
        int around = 0;
        foreach (SimilarPair pair in found.Pairs)
        {
            foreach (Passage passage in pair.Passages)
            {
                all += passage.A.Length;
                around += passage.A.Length - planted.Where(one => Touches(one, pair, passage))
                    .Sum(one => passage.A.Intersect(one.TextA == pair.A ? one.A : one.B).Length);
            }
        }

        Assert.InRange(around, 0, MostAround * all);
    }

    private static bool IsFound(PlantedPassage planted, Comparison found)
    {
        Passage[] passages = [.. found.Pairs.SelectMany(pair => pair.Passages.Where(passage => Touches(planted, pair, passage))
            .Select(passage => pair.A == planted.TextA ? passage : passage with { A = passage.B, B = passage.A }))];
        double a = Covered(planted.A, passages.Select(passage => passage.A));
        double b = Covered(planted.B, passages.Select(passage => passage.B));
        return Math.Max(a, b) >= LeastOfOne && Math.Min(a, b) >= LeastOfOther;
    }

    private static double Covered(TextSpan planted, IEnumerable<TextSpan> found) =>
        (double)SpanUnion.Of(found.Select(planted.Intersect)).Sum(span => span.Length) / planted.Length;

    private static bool Touches(PlantedPassage planted, SimilarPair pair, Passage passage) =>
        (planted.TextA == pair.A && planted.TextB == pair.B && planted.A.Overlaps(passage.A) && planted.B.Overlaps(passage.B))
        || (planted.TextB == pair.A && planted.TextA == pair.B && planted.B.Overlaps(passage.A) && planted.A.Overlaps(passage.B));

    private static Comparison Compared(string folder) => Comparison.Of(
        [
            .. from file in Directory.EnumerateFiles(PathOf(folder), "*.txt").Order(StringComparer.Ordinal)
               select new ComparedText(Path.GetFileName(file), file, File.ReadAllText(file), TextRoles.Compared),
        ],
        [], [], crosses: false, shortest: null, progress: null, TestContext.Current.CancellationToken);

    private static PlantedPassage[] PlantedIn(string folder, Comparison found)
    {
        return
        [
            .. from line in File.ReadLines(PathOf("copies.tsv"))
               where line.Length > 0
               let row = line.Split('\t')
               where row[0] == folder
               let a = Number(row[2])
               let b = Number(row[5])
               select new PlantedPassage(row[1], a, Find(a, row[3], row[4]), b, Find(b, row[6], row[7])),
        ];

        int Number(string name) => found.Texts.Select(text => text.Name).ToList().IndexOf(name);

        TextSpan Find(int text, string from, string to)
        {
            string words = found.Texts[text].Text;
            int start = words.IndexOf(from.Replace("\\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
            string last = to.Replace("\\n", "\n", StringComparison.Ordinal);
            int end = words.IndexOf(last, Math.Max(0, start), StringComparison.Ordinal) + last.Length;
            Assert.True(start >= 0 && end >= start + last.Length, $"{from} … {to} does not stand in the text.");
            return TextSpan.FromBounds(start, end);
        }
    }

    private static string PathOf(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "corpus", "copies", name);

    private sealed record PlantedPassage(string Kind, int TextA, TextSpan A, int TextB, TextSpan B);
}
