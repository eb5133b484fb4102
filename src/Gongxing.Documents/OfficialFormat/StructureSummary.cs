namespace Gongxing.Documents.OfficialFormat;

/// <summary>What a statement says, and what it leaves open (结构摘要).</summary>
/// <remarks>All words come from the caller, headings with their numbers.</remarks>
/// <param name="Lead">Paragraphs before the gaps.</param>
/// <param name="Gaps">What is missing, a sentence each.</param>
public sealed record StructureSummary(
    string Title,
    string? Subtitle,
    IReadOnlyList<string> Lead,
    string GapsHeading,
    IReadOnlyList<string> Gaps,
    string TableHeading,
    StructureSummaryColumns Columns,
    IReadOnlyList<StructureSummaryRow> Rows);

public sealed record StructureSummaryColumns(string Aspect, string Finding, string Causes, string Measures);

/// <summary>A finding with what answers to it.</summary>
/// <param name="Aspect">Rows of one aspect stand together; its name is written once.</param>
/// <param name="Causes">A line each; empty for a gap.</param>
public sealed record StructureSummaryRow(
    string Aspect, string Finding, IReadOnlyList<string> Causes, IReadOnlyList<string> Measures);
