using System.Runtime.CompilerServices;
using Gongxing.Review.Rules;

namespace Gongxing.Tests.Review.Rules;

/// <summary>Reviews every annotated text of tests/corpus/review and holds the rules that are on to their precision.</summary>
public class ReviewCorpusTests(ITestOutputHelper output)
{
    /// <summary>Of ten questions, a writer shall find at least eight to the point, or stops reading them.</summary>
    private const double EnoughPrecision = 0.8;

    private static readonly Lazy<ReviewScore> s_open = new(() => Measure("open-*.json"));
    private static readonly Lazy<ReviewScore> s_heldOut = new(() => Measure("held-out-*.json"));

    public static TheoryData<string> Ids =>
        [.. RuleBook.BuiltIn.Rules.Where(rule => rule.IsOn).Select(rule => rule.Id).Distinct()];

    // What is asked wrongly is told of the open texts only: the others are to stay unread.
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_that_is_on_is_precise(string id)
    {
        RuleFigures open = s_open.Value.Of(id);
        RuleFigures all = open + s_heldOut.Value.Of(id);

        Assert.True(
            all.Precision is null or >= EnoughPrecision,
            $"{id}: open {open}; held out {s_heldOut.Value.Of(id)}\n{s_open.Value.DetailsOf(id)}");
    }

    [Fact]
    public void The_annotations_quote_words_that_stand_in_their_texts()
    {
        Assert.Empty(s_open.Value.NotFound);
        Assert.True(s_heldOut.Value.NotFound.Count == 0, $"{s_heldOut.Value.NotFound.Count} quotes of held-out texts.");
    }

    /// <summary><c>./test ReviewCorpus</c> with ACCEPT=1 writes the figures anew; <c>gongxing rules explain</c> shows them.</summary>
    [Fact]
    public void The_figures_of_every_rule_are_known()
    {
        string[] ids = [.. RuleBook.BuiltIn.Rules.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal)];
        string table = string.Concat(ids.Select(id =>
            $"{id}\t{s_open.Value.Of(id).Columns}\t{s_heldOut.Value.Of(id).Columns}\n"));
        output.WriteLine(table);
        foreach (string id in ids)
        {
            output.WriteLine(s_open.Value.DetailsOf(id));
        }

        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(PathOf("../src/Gongxing.Review/Packs/figures.tsv"), $"{RuleFigures.Header}\n{table}");
        }

        Assert.Equal(ids, ids.Where(id => RuleMeasure.Of(id) is not null));
    }

    private static ReviewScore Measure(string pattern)
    {
        var score = new ReviewScore(RuleBook.BuiltIn.WithAllOn());
        foreach (string json in Directory.GetFiles(PathOf("corpus/review"), pattern).Order(StringComparer.Ordinal))
        {
            score.Add(File.ReadAllText(Path.ChangeExtension(json, ".txt")), File.ReadAllText(json));
        }

        return score;
    }

    internal static string PathOf(string file, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", file);
}
