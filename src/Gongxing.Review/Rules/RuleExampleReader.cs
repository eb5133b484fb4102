using Gongxing.Core.Statements;

namespace Gongxing.Review.Rules;

/// <summary>Reads the examples of a rule: running text, or what a statement is made of.</summary>
internal static class RuleExampleReader
{
    public static IReadOnlyList<RuleExample> Read(RuleFields examples, string key, RuleScope scope, RuleFields rule)
    {
        SectionRole section = rule.Choices<SectionRole>("in").FirstOrDefault(SectionRole.Other);
        IReadOnlyList<RuleExample> read = [.. examples.Mixed(key).Select(one => one.Fields is { } fields
            ? OfFields(fields)
            : OfText(one.Text!, one.Line, scope, section))];
        return read.Count > 0 ? read : throw examples.Mistake($"examples 缺少 {key}。");
    }

    private static RuleExample OfText(string text, int line, RuleScope scope, SectionRole section)
    {
        var example = new RuleExample { Shown = text, Line = line };
        return scope switch
        {
            RuleScope.Finding => example with { Findings = [text] },
            RuleScope.Cause => example with { Causes = [text] },
            RuleScope.Measure => example with { Measures = [text] },
            RuleScope.Words => example with { Text = text, Section = section },
            _ => example with { Text = text },
        };
    }

    private static RuleExample OfFields(RuleFields fields)
    {
        string? text = fields.OptionalText("text");
        IReadOnlyList<string> findings = fields.Words("findings");
        IReadOnlyList<string> causes = fields.Words("causes");
        IReadOnlyList<string> measures = fields.Words("measures");
        double year = fields.Number("year", 0);
        var example = new RuleExample
        {
            Shown = string.Join('\n', [.. text is null ? [] : new[] { text }, .. findings, .. causes, .. measures]),
            Line = fields.Line,
            Text = text,
            Findings = findings,
            Causes = causes,
            Measures = measures,
            Section = fields.Has("section") ? fields.Choice<SectionRole>("section") : null,
            Kind = fields.Has("kind") ? fields.Choice<StatementKind>("kind") : null,
            Template = fields.OptionalText("template"),
            Year = year == 0 ? null : (int)year,
            Context = new ReviewContext
            {
                OwnNames = fields.Words("ownNames"),
                OtherNames = fields.Words("otherNames"),
                Opinions = fields.Words("opinions"),
                Earlier = [.. fields.List("earlier").Select(OfEarlier)],
            },
        };
        fields.NothingElse();
        return example.Shown.Length > 0
            ? example
            : throw fields.Mistake("示例应有 text、findings、causes 或 measures。");
    }

    private static EarlierText OfEarlier(RuleFields fields)
    {
        IReadOnlyList<string> findings = fields.Words("findings");
        bool? closed = fields.Has("closed") ? fields.Flag("closed", whenAbsent: false) : null;
        double year = fields.Number("year", 0);
        var earlier = new EarlierText(fields.OptionalText("text") ?? string.Join('\n', findings))
        {
            Year = year == 0 ? null : (int)year,
            Findings = [.. findings.Select(text => new EarlierFinding(RuleExample.TitleOf(text), text, closed))],
        };
        fields.NothingElse();
        return earlier;
    }
}
