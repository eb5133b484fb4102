using Gongxing.Text;

namespace Gongxing.Core.Statements;

/// <summary>A self-examination statement (对照检查材料) as understood: what its text says was found, why, and what will be done.</summary>
/// <remarks>
/// Immutable. Spans are into <see cref="Document.Text"/>. Ids are F1…, K1…, M1… in the order of the text. A text that is no
/// statement has <see cref="IsStatement"/> false and no elements: nothing is invented.
/// </remarks>
public sealed record Statement
{
    public required StatementKind Kind { get; init; }
    public required bool IsStatement { get; init; }

    /// <summary>0 to 1: how sure the reading as a whole is.</summary>
    public required double Confidence { get; init; }

    /// <summary>The year the statement is about (2023年度), not the year it was written; null when the text does not say.</summary>
    public int? Year { get; init; }

    /// <summary>Id of the template pack recognised from year and wording, e.g. <c>mzsh-2023</c>.</summary>
    public string? Template { get; init; }
    public string? Title { get; init; }

    /// <summary>More than one when the file holds several documents one after the other; ids run on through all of them.</summary>
    public IReadOnlyList<StatementPart> Parts { get; init; } = [];
    public IReadOnlyList<Section> Sections { get; init; } = [];
    public IReadOnlyList<Aspect> Aspects { get; init; } = [];
    public IReadOnlyList<Finding> Findings { get; init; } = [];
    public IReadOnlyList<Cause> Causes { get; init; } = [];
    public IReadOnlyList<Measure> Measures { get; init; } = [];
    public IReadOnlyList<ElementLink> Links { get; init; } = [];

    /// <summary>Paragraphs that have no place in the structure. They are kept, and a person can give them one.</summary>
    public IReadOnlyList<Unplaced> Unplaced { get; init; } = [];
}

public enum StatementKind
{
    Individual,
    Team,
    Branch,
    Report,
    Other,
}

/// <summary>One document of a file that holds several.</summary>
public sealed record StatementPart(string? Title, TextSpan Span, StatementKind Kind, int? Year);

/// <summary>A section by what it is for; <paramref name="Heading"/> is its heading line, null when it has none.</summary>
public sealed record Section(SectionRole Role, string? Heading, TextSpan Span);

public enum SectionRole
{
    Preamble,
    LastYear,
    Achievements,
    Case,
    Findings,
    Causes,
    Measures,
    Other,
}

/// <summary>An aspect (方面) the writer examined; <paramref name="Heading"/> without its number and closing mark.</summary>
/// <param name="Official">The template's name for it; null when the template has none or there is no template.</param>
public sealed record Aspect(string Heading, string? Official, TextSpan Span);

/// <summary>A problem found (查摆问题). The span begins at the title, after the number or 一是.</summary>
/// <param name="Aspect">Heading of the aspect it stands under; null under none.</param>
public sealed record Finding(string Id, string? Aspect, string Title, TextSpan Span, double Confidence);

/// <summary>A root cause (原因、根源).</summary>
public sealed record Cause(string Id, string Title, TextSpan Span, double Confidence);

/// <summary>A measure (整改措施): the smallest numbered item that promises something.</summary>
/// <param name="Group">Heading of the group it stands under; null under none.</param>
public sealed record Measure(string Id, string? Group, string Title, TextSpan Span, double Confidence)
{
    /// <summary>The date as the text words it (2024年6月底前); never inferred.</summary>
    public string? Due { get; init; }

    /// <summary>How often, as worded (每季度).</summary>
    public string? Cadence { get; init; }

    /// <summary>How much, as worded (不少于2次).</summary>
    public string? Quantity { get; init; }

    /// <summary>Who answers for it, as worded (办公室).</summary>
    public string? Owner { get; init; }

    public IReadOnlyList<Commitment> Commitments { get; init; } = [];
}

/// <summary>One promise of an act inside a measure. Dates and amounts as worded.</summary>
public sealed record Commitment(TextSpan Span)
{
    public string? Due { get; init; }
    public string? Cadence { get; init; }
    public string? Quantity { get; init; }
    public string? Deliverable { get; init; }
}

/// <summary>A connection finding → cause, finding → measure or cause → measure, by ids, and why it was made.</summary>
/// <param name="Reason">The words or the counts the link rests on; null when a person made it.</param>
public sealed record ElementLink(string From, string To, LinkBasis Basis, LinkReason? Reason, double Confidence);

public enum LinkBasis
{
    /// <summary>The text says so: a label pair, a quoted title, 针对….</summary>
    Explicit,

    /// <summary>Equal counts in equal order, and the themes agree.</summary>
    Order,

    /// <summary>Shared theme vocabulary.</summary>
    Theme,

    /// <summary>A person made it.</summary>
    ByHand,
}

/// <summary>A stretch without a place in the structure. The site has a sentence for each reason.</summary>
public sealed record Unplaced(TextSpan Span, UnplacedReason Reason);

public enum UnplacedReason
{
    /// <summary>Text of the web page or file around the statement: menus, bylines, advertising.</summary>
    Furniture,
    TableOfContents,
    RepeatedHeading,
    Salutation,
    Signature,
    Damaged,
    NoSection,
    NotUnderstood,

    /// <summary>A person took it out of the structure.</summary>
    ByHand,

    /// <summary>It explains a word of the text and says nothing of its own.</summary>
    Footnote,
}
