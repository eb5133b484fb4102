using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Review.Rules;
using Gongxing.Review.Structure;
using Gongxing.Tests.Review.Relapses;

namespace Gongxing.Tests.Review.Rules;

/// <summary>How well the rules that know earlier texts do: by default they are on only with a measured precision of 0.8.</summary>
public class EarlierRuleTests(ITestOutputHelper output)
{
    private const string Mark = "★";
    private const int KindsOfCriticism = 5;

    private static readonly Lazy<RuleFigures> s_copied = new(Copied);
    private static readonly Lazy<RuleFigures> s_known = new(() => KnownAgain("open") + AskedAgain("open"));
    private static readonly Lazy<RuleFigures> s_knownHeldOut = new(() => KnownAgain("held-out") + AskedAgain("held-out"));
    private static readonly Lazy<RuleFigures> s_criticised = new(Criticised);

    /// <summary>What was measured on texts that may be read while a rule is written; nothing for the other rules.</summary>
    internal static RuleFigures Open(string id) => id switch
    {
        "C17" => s_copied.Value,
        "C20" => s_known.Value,
        "C22" => s_criticised.Value,
        _ => default,
    };

    internal static RuleFigures HeldOut(string id) => id == "C20" ? s_knownHeldOut.Value : default;

    [Theory]
    [InlineData("C17", 30)]
    [InlineData("C20", 6)]
    [InlineData("C22", 5)]
    public void What_was_said_before_is_known_again_and_little_else(string id, int fewest)
    {
        RuleFigures all = Open(id) + HeldOut(id);

        output.WriteLine($"{id}: {all}");
        Assert.True(all.Found >= fewest && all.Precision >= 0.8 && all.Recall >= 0.7, $"{all}");
    }

    // Every second line is last year's, the other half somebody else's; and no text is last year's of any other.
    private static RuleFigures Copied()
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

        return new RuleFigures(texts.Length, found, wrong);
    }

    private static RuleFigures KnownAgain(string file)
    {
        int must = 0;
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
            must += parts[0] == "同" ? 1 : 0;
            found += asked && parts[0] == "同" ? 1 : 0;
            wrong += asked && parts[0] == "异" ? 1 : 0;
        }

        return new RuleFigures(must, found, wrong);
    }

    // Whole statements of two years: which findings are asked of?
    private static RuleFigures AskedAgain(string folder)
    {
        var figures = default(RuleFigures);
        foreach (TwoYears years in TwoYears.In(Corpus.FolderOf($"relapse/statements/{folder}")))
        {
            var earlier = new EarlierText(years.Before.Document.Text)
            {
                Findings = [.. years.Before.Said.Select(said => new EarlierFinding(said.Title, said.Text))],
            };
            var asked = Ask("C20", years.Now.Document, years.Now.Statement, [earlier]).Select(remark => remark.Span.Start).ToHashSet();
            foreach (Told told in years.Told)
            {
                bool isAsked = years.Now.Statement.Findings.Any(finding => asked.Contains(finding.Span.Start)
                    && finding.Span.In(years.Now.Document.Text).StartsWith(told.Start));
                figures += new RuleFigures(
                    told.IsRepeat ? 1 : 0, isAsked && told.IsRepeat ? 1 : 0, isAsked && !told.IsRepeat ? 1 : 0);
            }
        }

        return figures;
    }

    // Every copy but the first of its kind; the first is what the others are held against.
    private static RuleFigures Criticised()
    {
        string marked = Corpus.Read("relapse/criticism.txt");
        string text = marked.Replace(Mark, "", StringComparison.Ordinal);
        string[] asked = [.. Ask("C22", text, []).Select(remark => LineOf(text, remark.Span.Start))];
        string[] copies = [.. marked.Split('\n').Where(line => line.StartsWith(Mark, StringComparison.Ordinal)).Select(line => line[1..])];
        int right = asked.Count(copies.Contains);
        return new RuleFigures(copies.Length - KindsOfCriticism, right, asked.Length - right);
    }

    private static string LineOf(string text, int at)
    {
        int start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        int end = text.IndexOf('\n', at);
        return text[start..(end < 0 ? text.Length : end)];
    }

    // What is kept has its figures changed.
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
        return Ask(id, document, StatementReader.Read(document), earlier);
    }

    private static IReadOnlyList<Remark> Ask(
        string id, Document document, Statement statement, IReadOnlyList<EarlierText> earlier)
    {
        var book = new RuleBook([RuleBook.BuiltIn.Rules.Single(rule => rule.Id == id)], []);
        return StatementReview.Run(document, statement, book, new ReviewContext { Earlier = earlier });
    }
}
