using Gongxing.Core.Remarks;
using Gongxing.Review.Rules;

namespace Gongxing.Tests.Review.Rules;

/// <summary>Layers below the built-in rules, and the mistakes their files may hold.</summary>
public class RuleLayerTests
{
    private const string Own = """
        layer: 本单位
        prefix: YL
        rules:
          - id: YL-01
            name: { zh: 旧称, en: Old name }
            kind: existence
            scope: words
            level: ask
            tokens: [水利局]
            message:
              zh: “{words}”已改称水务局，是否更新？
              en: It is the water bureau now. Should it be renewed?
            basis: { zh: 机构改革方案, en: Reform of the offices }
            examples: { hit: [县水利局], miss: [县水务局] }
        silence:
          - { rule: C05, reason: 本单位不看先扬后抑 }
        lower:
          - { rule: C24/particles, level: info, reason: 只作提示 }
        """;

    [Fact]
    public void A_layer_adds_silences_and_lowers_and_all_of_it_is_listed()
    {
        RuleBook book = RuleBook.BuiltIn.With(RuleLayer.Parse("own.yml", Own));

        Assert.Equal("本单位", book.Rules.Single(rule => rule.Id == "YL-01").Layer);
        Assert.DoesNotContain(book.Rules, rule => rule.Id == "C05");
        Assert.Equal(RemarkLevel.Info, book.Rules.Single(rule => rule.Key == "C24/particles").Level);
        Assert.Equal(
            [("C05", null, "本单位不看先扬后抑"), ("C24/particles", RemarkLevel.Info, "只作提示")],
            book.Silenced.Select(silenced => (silenced.Rule.Key, silenced.LoweredTo, silenced.Reason)));
    }

    [Fact]
    public void The_built_in_rules_stay_as_they_are()
    {
        int before = RuleBook.BuiltIn.Rules.Count;

        RuleBook.BuiltIn.With(RuleLayer.Parse("own.yml", Own));

        Assert.Equal(before, RuleBook.BuiltIn.Rules.Count);
        Assert.Empty(RuleBook.BuiltIn.Silenced);
    }

    [Fact]
    public void The_lowest_layer_may_silence_what_the_one_above_brought()
    {
        RuleBook book = RuleBook.BuiltIn.With(
            RuleLayer.Parse("own.yml", Own),
            RuleLayer.Parse("mine.yml", "layer: 个人\nsilence:\n  - { rule: YL-01, reason: 已更新 }\n"));

        Assert.DoesNotContain(book.Rules, rule => rule.Id == "YL-01");
        Assert.Contains(book.Silenced, silenced => silenced is { Layer: "个人", Rule.Id: "YL-01" });
    }

    [Theory]
    [InlineData("level: ask", "level: loud", 8, "loud")]
    [InlineData("kind: existence", "kind: magic", 6, "magic")]
    [InlineData("tokens: [水利局]", "words: [水利局]", 4, "tokens")]
    [InlineData("    level: ask", "    level: ask\n    colour: red", 9, "colour")]
    [InlineData("id: YL-01", "id: C01", 4, "YL-")]
    [InlineData("prefix: YL", "prefix: y", 2, "prefix")]
    [InlineData("zh: “{words}”", "zh: “{word}”", 11, "{word}")]
    [InlineData("    basis:", "    grounds:", 4, "basis")]
    [InlineData(", en: Old name }", " }", 5, "en")]
    [InlineData("miss: [县水务局]", "near: [县水务局]", 14, "miss")]
    [InlineData("layer: 本单位", "layers: 本单位", 1, "layer")]
    [InlineData("silence:", "quiet:", 15, "quiet")]
    [InlineData("tokens: [水利局]", "tokens: [水利局]\n    pattern: '(a'", 10, "pattern")]
    [InlineData("tokens: [水利局]", "tokens: [水利局]\n    pattern: '(?=a)b'", 10, "pattern")]
    [InlineData("tokens: [水利局]", "tokens: [水利局]\n    pattern: '(水+)\\1'", 10, "pattern")]
    [InlineData("tokens: [水利局]", "tokens: [水利局", 0, "YAML")]
    [InlineData("    level: ask", "    level: ask\n    level: warn", 9, "“level”这个键写了两次")]
    [InlineData("    level: ask", "\t\tlevel: ask", 8, "制表符")]
    [InlineData("kind: existence", "kind: existence\n    kinds: [everybody]", 7, "everybody")]
    public void A_mistake_in_a_file_is_told_with_its_place(string right, string wrong, int line, string reason)
    {
        Assert.Contains(right, Own, StringComparison.Ordinal);

        RuleFileException e = Assert.Throws<RuleFileException>(
            () => RuleLayer.Parse("own.yml", Own.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal("own.yml", e.File);
        Assert.True(line == 0 || line == e.Line, e.Message);
        Assert.True(e.Column > 0);
        Assert.Contains(reason, e.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("silence:\n  - { rule: C99, reason: x }", "C99")]
    [InlineData("lower:\n  - { rule: C05, level: error, reason: x }", "调低")]
    [InlineData("lower:\n  - { rule: C05, level: info, reason: x }", "调低")]
    public void What_a_layer_may_not_do_is_refused_with_its_place(string change, string reason)
    {
        RuleLayer layer = RuleLayer.Parse("mine.yml", $"layer: 个人\n{change}\n");

        RuleFileException e = Assert.Throws<RuleFileException>(() => RuleBook.BuiltIn.With(layer));

        Assert.Equal(3, e.Line);
        Assert.Contains(reason, e.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_another_encoding_is_told_where_it_begins()
    {
        byte[] gbk = [.. "layer: mine\nprefix: "u8, 0xB1, 0xBE, (byte)'\n'];

        RuleFileException e = Assert.Throws<RuleFileException>(() => RuleFileReader.Decode("own.yml", gbk));

        Assert.Equal(("own.yml", 2, 9), (e.File, e.Line, e.Column));
        Assert.Contains("UTF-8", e.Reason, StringComparison.Ordinal);
        Assert.Equal("layer: 本", RuleFileReader.Decode("own.yml", [0xEF, 0xBB, 0xBF, .. "layer: 本"u8]));
    }

    [Fact]
    public void A_rule_cannot_be_defined_twice()
    {
        RuleLayer layer = RuleLayer.Parse("own.yml", Own);

        RuleFileException e = Assert.Throws<RuleFileException>(
            () => RuleBook.BuiltIn.With(layer, RuleLayer.Parse("mine.yml", $"# 个人的规则\n{Own}") with { Changes = [] }));

        Assert.Equal(("mine.yml", 5, 5), (e.File, e.Line, e.Column));
        Assert.Contains("YL-01", e.Reason, StringComparison.Ordinal);
    }
}
