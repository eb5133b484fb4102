using System.Runtime.CompilerServices;

namespace Gongxing.Tests.Review.Structure;

/// <summary>Reads every annotated text of tests/corpus/structure and holds the whole to a floor.</summary>
public class CorpusTests
{
    private static readonly Lazy<Score> s_score = new(Run);

    [Theory]
    [InlineData("finding", 0.97)]
    [InlineData("cause", 0.95)]
    [InlineData("measure", 0.95)]
    [InlineData("aspect", 0.98)]
    [InlineData("aspects", 0.95)]
    [InlineData("group", 0.95)]
    [InlineData("sections", 0.95)]
    [InlineData("title", 0.95)]
    [InlineData("kind", 0.97)]
    [InlineData("year", 0.97)]
    [InlineData("template", 0.97)]
    [InlineData("links", 0.85)]
    [InlineData("noLinks", 0.87)]
    public void The_corpus_is_read_at_least_this_well(string measure, double floor) =>
        Assert.True(
            s_score.Value.F1(measure) >= floor,
            $"{measure} is below {floor}.\n{s_score.Value.Summary}\n\n{s_score.Value.Misses}");

    [Fact]
    public void No_text_is_taken_for_a_statement_that_is_none_nor_the_other_way_round() =>
        Assert.True(s_score.Value.F1("isStatement") >= 1, s_score.Value.Misses);

    private static Score Run()
    {
        var score = new Score();
        foreach (string json in Directory.GetFiles(Folder(), "*.json").Order(StringComparer.Ordinal))
        {
            score.Add(json);
        }

        return score;
    }

    internal static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "corpus", "structure");
}
