using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

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

    [Fact]
    public void The_texts_the_readme_names_are_there()
    {
        string[] named =
        [
            .. Regex.Matches(File.ReadAllText(Path.Combine(Folder(), "..", "README.md")), "^\\|.*\\|$", RegexOptions.Multiline)
                .SelectMany(row => Regex.Matches(row.Value, "`([a-z0-9-]+)`")).Select(name => name.Groups[1].Value),
        ];

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(File.Exists(Path.Combine(Folder(), $"{name}.txt")), name));
    }

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
