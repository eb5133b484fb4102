using System.Text.Json;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Review.Rules;
using Gongxing.Web.Intake;
using Gongxing.Web.Review;

namespace Gongxing.Web.Tests.Review;

public class RemarkSarifTests
{
    private static readonly Document Text = Document.FromText("对照检查材料\n一是学习不够系统，读原著少。\n二是走访群众不够。\n");

    [Fact]
    public void A_result_has_its_place_by_offset_and_by_line()
    {
        JsonElement result = Run(Questions.At(Text, "走访群众")).GetProperty("results")[0];
        JsonElement region = Place(result.GetProperty("locations")[0]).GetProperty("region");

        Assert.Equal(
            (24, 4, 3, 3, 3, 7),
            (Number(region, "charOffset"), Number(region, "charLength"), Number(region, "startLine"),
                Number(region, "startColumn"), Number(region, "endLine"), Number(region, "endColumn")));
        Assert.Equal("走访群众", Snippet(region));
        Assert.Equal(32, result.GetProperty("partialFingerprints").GetProperty("gongxing/v1").GetString()!.Length);
    }

    [Theory]
    [InlineData(RemarkLevel.Error, "error")]
    [InlineData(RemarkLevel.Warn, "warning")]
    [InlineData(RemarkLevel.Ask, "note")]
    [InlineData(RemarkLevel.Info, "note")]
    public void Levels_are_those_of_the_standard(RemarkLevel level, string expected)
    {
        JsonElement result = Run(Questions.At(Text, "走访群众", level)).GetProperty("results")[0];

        Assert.Equal(expected, result.GetProperty("level").GetString());
        Assert.Equal(level.ToString().ToLowerInvariant(), result.GetProperty("properties").GetProperty("level").GetString());
    }

    [Fact]
    public void Every_rule_is_listed_with_what_it_asks_and_a_result_leads_to_its_rule()
    {
        Rule known = RuleBook.BuiltIn.Rules[^1];
        JsonElement run = Run(Questions.At(Text, "走访群众") with { Rule = known.Id, Check = known.Check });
        JsonElement[] rules = [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];

        Assert.Equal(RuleBook.BuiltIn.Rules.Select(rule => rule.Key), rules.Select(rule => rule.GetProperty("id").GetString()));
        Assert.All(rules, rule => Assert.NotEmpty(rule.GetProperty("help").GetProperty("text").GetString()!));
        JsonElement result = run.GetProperty("results")[0];
        Assert.Equal(known.Key, result.GetProperty("ruleId").GetString());
        Assert.Equal(known.Key, rules[Number(result, "ruleIndex")].GetProperty("id").GetString());
    }

    [Fact]
    public void Files_are_named_by_address_and_hash()
    {
        JsonElement artifact = Run(Questions.At(Text, "走访群众")).GetProperty("artifacts")[0];

        Assert.Equal("%E6%9D%90%E6%96%99%201.txt", artifact.GetProperty("location").GetProperty("uri").GetString());
        Assert.Equal("ab12", artifact.GetProperty("hashes").GetProperty("sha-256").GetString());
    }

    [Fact]
    public void A_file_that_was_not_read_makes_the_run_unsuccessful()
    {
        JsonElement run = Run(new ReviewReport(RuleBook.BuiltIn, [], [new UnreadFile("/a/密.doc", "encrypted", "文件设有密码。")]));
        JsonElement invocation = run.GetProperty("invocations")[0];
        JsonElement notification = invocation.GetProperty("toolExecutionNotifications")[0];

        Assert.False(invocation.GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal("error", notification.GetProperty("level").GetString());
        Assert.Equal("文件设有密码。", notification.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(
            "file:///a/%E5%AF%86.doc",
            Place(notification.GetProperty("locations")[0]).GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(0, run.GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void Other_places_of_a_question_are_related_locations()
    {
        JsonElement result = Run(Questions.At(Text, "走访群众") with { Related = [Questions.At(Text, "读原著少").Span] })
            .GetProperty("results")[0];

        Assert.Equal("读原著少", Snippet(Place(result.GetProperty("relatedLocations")[0]).GetProperty("region")));
    }

    private static JsonElement Place(JsonElement location) => location.GetProperty("physicalLocation");

    private static string? Snippet(JsonElement region) => region.GetProperty("snippet").GetProperty("text").GetString();

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static JsonElement Run(Remark remark)
    {
        var statement = new Statement { Kind = StatementKind.Individual, IsStatement = true, Confidence = 1 };
        var file = new ReviewedFile("材料 1.txt", "ab12", Text, statement, NumberedRemarks.Of([remark]));
        return Run(new ReviewReport(RuleBook.BuiltIn, [file], []));
    }

    private static JsonElement Run(ReviewReport report)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, StatementJson.Options))
        {
            RemarkSarif.Write(json, report);
        }

        JsonElement log = JsonDocument.Parse(stream.ToArray()).RootElement;
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        return log.GetProperty("runs")[0];
    }
}
