using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;

namespace Gongxing.Review.Rules;

/// <summary>A review rule (审阅规则): what is looked for, and the question that is asked where it is found.</summary>
/// <remarks>Read from a YAML file. Several rules share an <see cref="Id"/> when they are checks of one rule.</remarks>
public sealed record Rule
{
    /// <summary>Stable, printed everywhere: <c>C14</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Which part of the rule this is, <c>brackets</c>; empty for a rule of one part.</summary>
    public string Check { get; init; } = "";
    public required LocalizedText Name { get; init; }

    /// <summary>The code that does it, by the name rule files use: <c>existence</c>.</summary>
    public required string Kind { get; init; }
    public required RuleScope Scope { get; init; }
    public required RemarkLevel Level { get; init; }

    /// <summary>
    /// A rule that has not shown itself precise enough is off: it is listed, and measured, and asks nothing.
    /// </summary>
    public bool IsOn { get; init; } = true;

    /// <summary>The question, with values in braces: <c>{words}</c>.</summary>
    public required LocalizedText Message { get; init; }
    public required LocalizedText Basis { get; init; }

    /// <summary>Whose statements it applies to; empty for all.</summary>
    public IReadOnlyList<StatementKind> Kinds { get; init; } = [];

    /// <summary>
    /// Ids of the templates it applies to, a <c>*</c> at the end for any ending; empty for all and for none.
    /// </summary>
    public IReadOnlyList<string> Templates { get; init; } = [];
    public IReadOnlyList<RuleExample> Hits { get; init; } = [];
    public IReadOnlyList<RuleExample> Misses { get; init; } = [];

    /// <summary>The layer that brought it; null for a rule that came with the product.</summary>
    public string? Layer { get; init; }

    /// <summary><c>C24/brackets</c>; the id alone for a rule of one part.</summary>
    public string Key => Check.Length == 0 ? Id : $"{Id}/{Check}";

    /// <summary>The file that brought it, for messages.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Where it stands in its file, from 1.</summary>
    internal int Line { get; init; } = 1;

    internal int Column { get; init; } = 1;

    internal RuleKind Body { get; init; } = null!;

    public bool AppliesTo(Statement statement) =>
        (Kinds.Count == 0 || Kinds.Contains(statement.Kind))
        && (Templates.Count == 0 || Templates.Any(template => Names(template, statement.Template)));

    internal bool IsNamed(string name) => name == Id || name == Key;

    private static bool Names(string pattern, string? template) =>
        template is not null && (pattern.EndsWith('*')
            ? template.StartsWith(pattern[..^1], StringComparison.Ordinal)
            : template == pattern);
}

/// <summary>What a rule is asked of.</summary>
public enum RuleScope
{
    Statement,
    Aspect,
    Finding,
    Cause,
    Measure,
    Words,
}
