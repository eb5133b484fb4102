using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>A paragraph between its start and its end.</summary>
internal sealed class OpenParagraph
{
    public TextBuffer Text { get; } = new();

    /// <summary>Text boxes and notes that hang on this paragraph and follow it.</summary>
    public List<SpelledParagraph> After { get; } = [];

    public ResolvedStyle Style { get; set; } = new();

    /// <summary>The numbering as it is shown, or null for a paragraph outside lists.</summary>
    public string? Numbering { get; set; }

    /// <summary>From 0 for the highest; null or 9 for body text.</summary>
    public int? Outline { get; set; }

    /// <summary>The end of the paragraph is deleted: the next one goes on in the same line.</summary>
    public bool RunsOn { get; set; }

    /// <summary>Properties were read, or there are none: the style and the numbering are settled.</summary>
    public bool IsSettled { get; set; }

    /// <summary>Whether the run being read is hidden; null leaves it to the style.</summary>
    public bool? RunHidden { get; set; }
}
