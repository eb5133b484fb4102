using Gongxing.Review.Rules;

namespace Gongxing.Tests.Review.Rules;

/// <summary>Runs the examples that stand in the rule packs.</summary>
public class RuleExampleTests
{
    public static TheoryData<string> Keys => [.. RuleBook.BuiltIn.Rules.Select(rule => rule.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_rule_asks_about_its_hits_and_not_about_its_misses(string key)
    {
        Rule rule = RuleBook.BuiltIn.Rules.Single(rule => rule.Key == key);

        Assert.All(rule.Hits, hit => Assert.True(hit.Ask(rule).Count > 0, hit.Shown));
        Assert.All(rule.Misses, miss => Assert.True(miss.Ask(rule).Count == 0, miss.Shown));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_rule_asks_in_both_languages(string key)
    {
        Rule rule = RuleBook.BuiltIn.Rules.Single(rule => rule.Key == key);

        Assert.Contains('？', rule.Message.Zh);
        Assert.Contains('?', rule.Message.En);
    }

    [Fact]
    public void What_a_message_promises_to_quote_is_filled_in() =>
        Assert.All(
            from rule in RuleBook.BuiltIn.Rules
            from hit in rule.Hits
            from remark in hit.Ask(rule)
            select remark.Message,
            message =>
            {
                Assert.DoesNotContain('{', message.Zh);
                Assert.DoesNotContain('{', message.En);
            });
}
