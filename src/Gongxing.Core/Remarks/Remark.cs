using Gongxing.Text;

namespace Gongxing.Core.Remarks;

/// <summary>A remark (审阅意见): what a rule asks the writer at a place in the text. It is a question, never a score.</summary>
/// <param name="Rule">Id of the rule, printed everywhere: <c>C14</c>.</param>
/// <param name="Check">Which part of the rule asks, <c>brackets</c>; empty for a rule of one part.</param>
/// <param name="Basis">Where the demand comes from, shown beside the question.</param>
/// <param name="Span">
/// Into <c>Document.Text</c>, never empty where the text is not. A remark on the whole stands at the heading it belongs to, or at the
/// first line.
/// </param>
public sealed record Remark(
    string Rule,
    string Check,
    RemarkLevel Level,
    RemarkScope Scope,
    LocalizedText Name,
    LocalizedText Message,
    LocalizedText Basis,
    TextSpan Span)
{
    /// <summary><c>C24/brackets</c>; the id alone for a rule of one part.</summary>
    public string RuleKey => Check.Length == 0 ? Rule : $"{Rule}/{Check}";

    /// <summary>Other places the question speaks of: the finding a cause repeats.</summary>
    public IReadOnlyList<TextSpan> Related { get; init; } = [];

    /// <summary>What would stand in place of <see cref="Span"/>; null where it is not mechanical.</summary>
    public string? Fix { get; init; }

    /// <summary>The same in the next draft as long as the words asked about are: 32 hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }
}

/// <summary>How a remark is put. Order is weight: the first comes first.</summary>
public enum RemarkLevel
{
    /// <summary>Wrong for sure.</summary>
    Error,

    /// <summary>Very likely wrong.</summary>
    Warn,

    /// <summary>A question to the writer.</summary>
    Ask,

    /// <summary>Worth knowing; nothing need be done.</summary>
    Info,
}

/// <summary>What a remark is about.</summary>
public enum RemarkScope
{
    /// <summary>The statement as a whole: something that is not there, a ratio.</summary>
    Statement,

    /// <summary>A finding, cause or measure.</summary>
    Element,

    /// <summary>Just the words of the span.</summary>
    Words,
}
