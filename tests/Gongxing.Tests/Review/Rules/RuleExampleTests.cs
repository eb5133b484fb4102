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

        Assert.All(rule.Hits, hit => Assert.NotEmpty(hit.Ask(rule)));
        Assert.All(rule.Misses, miss => Assert.Empty(miss.Ask(rule)));
    }
}
