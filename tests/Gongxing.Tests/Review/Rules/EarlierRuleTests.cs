using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Review.Rules;
using Gongxing.Review.Structure;

namespace Gongxing.Tests.Review.Rules;

/// <summary>How well the rules that know earlier texts do: by default they are on only with a measured precision of 0.8.</summary>
public class EarlierRuleTests(ITestOutputHelper output)
{
    private const string Mark = "★";

    [Fact]
    public void A_statement_that_copies_last_years_is_told_from_one_that_does_not()
    {
        string[] texts =
        [
            .. Directory.GetFiles(ReviewCorpusTests.PathOf("corpus/review"), "*.txt").Order(StringComparer.Ordinal)
                .Select(File.ReadAllText).Where(text => text.Count(char.IsLetter) > 600),
        ];
        int found = 0;
        int wrong = 0;
        for (int i = 0; i < texts.Length; i++)
        {
            string other = texts[(i + 1) % texts.Length];
            found += Asks("C17", texts[i], [Earlier(HalfKept(texts[i], other))]) ? 1 : 0;
            wrong += Asks("C17", texts[i], [.. texts.Where((_, j) => j != i).Select(Earlier)]) ? 1 : 0;
        }

        output.WriteLine($"C17: {found} of {texts.Length} found, {wrong} false");
        Assert.True(texts.Length >= 30);
        Assert.True(found >= (found + wrong) * 0.8, $"{wrong} false beside {found}");
        Assert.True(found >= texts.Length * 0.8, $"{found} of {texts.Length}");
    }

    [Theory]
    [InlineData("open")]
    [InlineData("held-out")]
    public void A_finding_of_an_earlier_year_is_known_again(string file)
    {
        int found = 0;
        int wrong = 0;
        foreach (string line in Corpus.Read($"relapse/{file}.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split('\t');
            string title = parts[1][..parts[1].IndexOf('。', StringComparison.Ordinal)];
            var earlier = new EarlierText(parts[1]) { Findings = [new EarlierFinding(title, parts[1])] };
            var example = new RuleExample
            {
                Shown = parts[2],
                Line = 1,
                Findings = [parts[2]],
                Context = new ReviewContext { Earlier = [earlier] },
            };
            bool asked = example.Ask(RuleBook.BuiltIn.Rules.Single(rule => rule.Id == "C20")).Count > 0;
            found += asked && parts[0] == "同" ? 1 : 0;
            wrong += asked && parts[0] == "异" ? 1 : 0;
        }

        output.WriteLine($"C20 {file}: {found} found, {wrong} false");
        Assert.True(found >= 6 && found >= (found + wrong) * 0.8, $"{wrong} false beside {found}");
    }

    [Fact]
    public void The_same_criticism_of_two_people_is_asked_about_once_for_each_that_follows()
    {
        string marked = Corpus.Read("relapse/criticism.txt");
        string text = marked.Replace(Mark, "", StringComparison.Ordinal);

        string[] asked =
        [
            .. Ask("C22", text, []).Select(remark => LineOf(text, remark.Span.Start)),
        ];

        // Every copy but the first of its kind; the first is what the others are held against.
        string[] copies = [.. marked.Split('\n').Where(line => line.StartsWith(Mark, StringComparison.Ordinal)).Select(line => line[1..])];
        int right = asked.Count(copies.Contains);
        output.WriteLine($"C22: {right} of {copies.Length - 5} found, {asked.Length - right} false");
        Assert.True(right >= asked.Length * 0.8 && right >= 5, string.Join('\n', asked));
    }

    private static string LineOf(string text, int at)
    {
        int start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        int end = text.IndexOf('\n', at);
        return text[start..(end < 0 ? text.Length : end)];
    }

    // Every second line is last year's with its figures changed; the rest was written by somebody else.
    private static string HalfKept(string text, string other)
    {
        string[] lines = text.Split('\n');
        string[] others = other.Split('\n');
        return string.Join('\n', lines.Select((line, i) => i % 2 == 0 && i < others.Length
            ? others[i]
            : line.Replace('3', '5').Replace('2', '4').Replace("但", "可", StringComparison.Ordinal)));
    }

    private static EarlierText Earlier(string text) => new(text);

    private static bool Asks(string rule, string text, IReadOnlyList<EarlierText> earlier) =>
        Ask(rule, text, earlier).Count > 0;

    private static IReadOnlyList<Remark> Ask(string id, string text, IReadOnlyList<EarlierText> earlier)
    {
        Document document = Document.FromText(text);
        var book = new RuleBook([RuleBook.BuiltIn.Rules.Single(rule => rule.Id == id)], []);
        return StatementReview.Run(
            document, StatementReader.Read(document), book, new ReviewContext { Earlier = earlier });
    }
}
