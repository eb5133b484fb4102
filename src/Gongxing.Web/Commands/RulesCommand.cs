using System.CommandLine;
using System.Globalization;
using Gongxing.Core.Remarks;
using Gongxing.Review.Rules;

namespace Gongxing.Web.Commands;

/// <summary>
/// <c>gongxing rules list | test | explain ID</c>: what the review asks, and whether the rules do what they say.
/// </summary>
public static class RulesCommand
{
    private const int ExamplesFailed = 1;
    private const int WrongUsage = 2;
    private const int NotRead = 3;

    public static Command Create()
    {
        var files = new Option<string[]>("--rules")
        {
            Description = CommandTexts.Get("RuleFiles"),
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var id = new Argument<string>("ID") { Description = CommandTexts.Get("RuleId") };
        var list = new Command("list", CommandTexts.Get("RulesList")) { files };
        var test = new Command("test", CommandTexts.Get("RulesTest")) { files };
        var explain = new Command("explain", CommandTexts.Get("RulesExplain")) { id, files };
        list.SetAction(result => WithBook(result.GetValue(files)!, List));
        test.SetAction(result => WithBook(result.GetValue(files)!, Test));
        explain.SetAction(result => WithBook(result.GetValue(files)!, book => Explain(book, result.GetValue(id)!)));
        return new Command("rules", CommandTexts.Get("Rules")) { list, test, explain };
    }

    private static int WithBook(string[] files, Func<RuleBook, int> act)
    {
        try
        {
            return act(RuleBook.BuiltIn.With(files.Select(RuleLayer.Load)));
        }
        catch (RuleFileException e)
        {
            TerminalText.Complain(e.Message);
            return NotRead;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TerminalText.Complain(CommandTexts.Get("RulesUnread", e.Message));
            return NotRead;
        }
    }

    private static int List(RuleBook book)
    {
        int width = book.Rules.Concat(book.Silenced.Select(silenced => silenced.Rule)).Max(rule => rule.Key.Length);
        foreach (Rule rule in book.Rules)
        {
            string layer = rule.Layer is null ? "" : $"  [{rule.Layer}]";
            string lowered = book.Silenced.LastOrDefault(one => one.Rule.Key == rule.Key) is { } one
                ? $"  {CommandTexts.Get("RuleLowered", one.Layer, LevelName(one.Rule.Level), one.Reason)}"
                : "";
            Console.WriteLine($"{rule.Key.PadRight(width)}  {LevelName(rule.Level)}  {OnOff(rule)}  {rule.Name}{layer}{lowered}");
        }

        foreach (SilencedRule silenced in book.Silenced.Where(one => one.LoweredTo is null))
        {
            Console.WriteLine($"{silenced.Rule.Key.PadRight(width)}  {LevelName(silenced.Rule.Level)}  "
                + $"{CommandTexts.Get("RuleOff")}  {silenced.Rule.Name}  {CommandTexts.Get("RuleSilenced", silenced.Layer, silenced.Reason)}");
        }

        return 0;
    }

    private static int Test(RuleBook book)
    {
        int ran = 0;
        int failed = 0;
        foreach (Rule rule in book.Rules)
        {
            foreach ((RuleExample example, bool hits) in rule.Hits.Select(hit => (hit, true))
                .Concat(rule.Misses.Select(miss => (miss, false))))
            {
                ran++;
                if (example.Ask(rule).Count > 0 != hits)
                {
                    failed++;
                    Console.WriteLine(CommandTexts.Get(
                        hits ? "HitMissed" : "MissHit", rule.FileName, example.Line, rule.Key, OneLine(example.Shown)));
                }
            }
        }

        Console.WriteLine(CommandTexts.Get("ExamplesRan", book.Rules.Count, ran, failed));
        return failed == 0 ? 0 : ExamplesFailed;
    }

    private static int Explain(RuleBook book, string id)
    {
        Rule[] rules = [.. book.Rules.Concat(book.Silenced.Where(one => one.LoweredTo is null).Select(one => one.Rule))
            .Where(rule => rule.Id == id || rule.Key == id)];
        if (rules.Length == 0)
        {
            TerminalText.Complain(CommandTexts.Get("UnknownRule", id));
            return WrongUsage;
        }

        foreach (Rule rule in rules)
        {
            Explain(rule);
        }

        if (RuleMeasure.Of(rules[0].Id) is { } measure)
        {
            Console.WriteLine(CommandTexts.Get("RuleMeasured", Of(measure), Of(measure.HeldOut!)));
        }

        return 0;
    }

    private static void Explain(Rule rule)
    {
        Console.WriteLine($"{rule.Key}  {rule.Name}  （{LevelName(rule.Level)}，{OnOff(rule)}）");
        Console.WriteLine($"  {rule.Message}");
        Console.WriteLine($"  {CommandTexts.Get("RuleBasis", rule.Basis)}");
        if (rule.Kinds.Count > 0)
        {
            Console.WriteLine($"  {CommandTexts.Get("RuleKinds", string.Join('、', rule.Kinds.Select(kind => CommandTexts.Get($"Kind.{kind}"))))}");
        }

        if (rule.Templates.Count > 0)
        {
            Console.WriteLine($"  {CommandTexts.Get("RuleTemplates", string.Join(' ', rule.Templates))}");
        }

        foreach (RuleExample hit in rule.Hits)
        {
            Console.WriteLine($"  {CommandTexts.Get("RuleHit", OneLine(hit.Shown))}");
        }

        foreach (RuleExample miss in rule.Misses)
        {
            Console.WriteLine($"  {CommandTexts.Get("RuleMiss", OneLine(miss.Shown))}");
        }

        Console.WriteLine();
    }

    private static string Of(RuleMeasure measure) => CommandTexts.Get(
        "RuleFigures", Share(measure.Precision), Share(measure.Recall), measure.Must, measure.Found, measure.Wrong);

    private static string Share(double? share) => share?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    private static string LevelName(RemarkLevel level) => CommandTexts.Get($"Level.{level}");

    private static string OnOff(Rule rule) => CommandTexts.Get(rule.IsOn ? "RuleOn" : "RuleOff");

    private static string OneLine(string text) => text.ReplaceLineEndings(" / ");
}
