namespace Gongxing.Documents.OfficialFormat;

/// <summary>The remarks on a statement as a paper (审阅意见清单).</summary>
/// <remarks>All words come from the caller, headings with their numbers.</remarks>
/// <param name="Lead">Paragraphs before the groups.</param>
public sealed record RemarkList(
    string Title,
    string? Subtitle,
    IReadOnlyList<string> Lead,
    RemarkListColumns Columns,
    IReadOnlyList<RemarkListGroup> Groups);

public sealed record RemarkListColumns(string Number, string Place, string Question, string Basis, string Handling);

/// <param name="Heading">Null for a list of one group.</param>
public sealed record RemarkListGroup(string? Heading, IReadOnlyList<RemarkListRow> Rows);

/// <param name="Place">Where it is: 第5段; may be empty.</param>
/// <param name="Excerpt">The words asked about.</param>
public sealed record RemarkListRow(
    string Number, string Place, string Excerpt, string Question, string Basis, string Handling);
