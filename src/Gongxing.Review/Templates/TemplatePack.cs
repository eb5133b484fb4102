using Gongxing.Core.Statements;

namespace Gongxing.Review.Templates;

/// <summary>
/// What a kind of statement is expected to hold (模板): its aspects and blocks, by year, meeting and subject.
/// </summary>
/// <param name="Years">The years it was in use; empty for any.</param>
/// <param name="Type">The occasion: 民主生活会, 组织生活会, 审计整改.</param>
/// <param name="Subjects">Whose statements it is for.</param>
/// <param name="Phrases">Words of a text that name it.</param>
/// <param name="Blocks">Sections a complete statement has, in no order.</param>
/// <param name="Source">Where its wording comes from, in a sentence for the user.</param>
public sealed record TemplatePack(
    string Id,
    string Name,
    IReadOnlyList<int> Years,
    string Type,
    IReadOnlyList<StatementKind> Subjects,
    IReadOnlyList<string> Phrases,
    IReadOnlyList<TemplateAspect> Aspects,
    IReadOnlyList<SectionRole> Blocks,
    TemplateConfidence Confidence,
    string Source)
{
    /// <summary>The phrases as texts are matched.</summary>
    internal string[] FoldedPhrases { get; } = [.. Phrases.Select(TemplateRecognition.Fold)];

    /// <summary>What the template calls the aspect that is headed so; null when it has none that fits.</summary>
    public string? OfficialName(string heading) => TemplateRecognition.Official(this, heading);
}

/// <param name="Name">The official wording.</param>
/// <param name="Aliases">How writers word it; each may stand anywhere in a heading.</param>
public sealed record TemplateAspect(string Name, IReadOnlyList<string> Aliases)
{
    /// <summary>The name and its aliases as headings are matched.</summary>
    internal string[] Folded { get; } = [.. Aliases.Prepend(Name).Select(TemplateRecognition.Fold)];
}

/// <summary>How far the wording of a pack can be relied on.</summary>
public enum TemplateConfidence
{
    /// <summary>Checked against published papers of the meeting.</summary>
    Confirmed,

    /// <summary>Some aspects are checked, the others are not or are missing.</summary>
    Partial,

    /// <summary>From one source that is not the notice itself.</summary>
    Secondary,

    /// <summary>Our own summary of how such reports are written; no notice prescribes it.</summary>
    Generic,
}
