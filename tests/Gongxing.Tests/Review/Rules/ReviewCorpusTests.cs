using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Gongxing.Review.Rules;

namespace Gongxing.Tests.Review.Rules;

/// <summary>
/// Reviews every annotated text of tests/corpus/review and holds the rules that are on to their precision.
/// </summary>
public class ReviewCorpusTests(ITestOutputHelper output)
{
    /// <summary>Of ten questions, a writer shall find at least eight to the point, or stops reading them.</summary>
    private const double EnoughPrecision = 0.8;

    private const string TableBegins = "<!-- figures: ACCEPT=1 ./test ReviewCorpus -->\n";
    private const string TableEnds = "<!-- /figures -->";

    private static readonly string[] s_levels = ["错误", "提醒", "提问", "提示"];
    private static readonly Lazy<ReviewScore> s_open = new(() => Measure("open-*.json"));
    private static readonly Lazy<ReviewScore> s_heldOut = new(() => Measure("held-out-*.json"));

    private static RuleFigures Open(string id) => s_open.Value.Of(id) + EarlierRuleTests.Open(id);

    private static RuleFigures HeldOut(string id) => s_heldOut.Value.Of(id) + EarlierRuleTests.HeldOut(id);

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

    /// <summary>
    /// <c>./test ReviewCorpus</c> with ACCEPT=1 writes the figures anew; <c>gongxing rules explain</c> shows them.
    /// </summary>
    [Fact]
    public void The_figures_of_every_rule_are_known()
    {
        string[] ids = [.. RuleBook.BuiltIn.Rules.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal)];
        string table = string.Concat(ids.Select(id =>
            $"{id}\t{Open(id).Columns}\t{HeldOut(id).Columns}\n"));
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

    /// <summary>With ACCEPT=1 the table of the guide is written anew too.</summary>
    [Fact]
    public void The_guide_states_the_figures()
    {
        string file = PathOf("../docs/guide/rules.md");
        string guide = File.ReadAllText(file);
        int start = guide.IndexOf(TableBegins, StringComparison.Ordinal) + TableBegins.Length;
        int end = guide.IndexOf(TableEnds, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            string measured = GuideTable(id => (Open(id), HeldOut(id)));
            File.WriteAllText(file, string.Concat(guide.AsSpan(0, start), measured, guide.AsSpan(end)));
            return;
        }

        string known = GuideTable(
            id => RuleMeasure.Of(id) is { HeldOut: { } heldOut } open ? (Of(open), Of(heldOut)) : default);
        Assert.Equal(known, guide[start..end]);
    }

    private static string GuideTable(Func<string, (RuleFigures Open, RuleFigures HeldOut)> figures)
    {
        var table = new StringBuilder("| 编号 | 名称 | 级别 | 公开：应问 | 准确率 | 召回率 | 保留：应问 | 准确率 | 召回率 |\n");
        table.Append("|---|---|---|---|---|---|---|---|---|\n");
        foreach (IGrouping<string, Rule> rule in RuleBook.BuiltIn.Rules.GroupBy(rule => rule.Id))
        {
            (RuleFigures open, RuleFigures heldOut) = figures(rule.Key);
            string levels = string.Join('、', rule.Select(check => s_levels[(int)check.Level]).Distinct());
            string names = string.Join(
                '、', rule.Select(check => check.Name.Zh + (check.IsOn ? "" : "（停用）")).Distinct());
            table.Append(
                CultureInfo.InvariantCulture, $"| {rule.Key} | {names} | {levels} {Columns(open)} {Columns(heldOut)} |\n");
        }

        return table.ToString();
    }

    private static string Columns(RuleFigures of) => string.Create(
        CultureInfo.InvariantCulture, $"| {of.Must} | {Share(of.Precision)} | {Share(of.Recall)}");

    private static string Share(double? share) => share?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    private static RuleFigures Of(RuleMeasure measure) => new(measure.Must, measure.Found, measure.Wrong);

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
