using Gongxing.Documents.Packages;

namespace Gongxing.Documents.Docx;

/// <summary>A paragraph between its start and its end.</summary>
internal sealed class OpenParagraph(bool traced)
{
    public TextBuffer Text { get; } = new(traced);

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

    /// <summary>Takes over the properties and counts the paragraph in its list; later calls change nothing.</summary>
    public void Settle(ParagraphProperties properties, StoryContext context, ListCounters counters)
    {
        if (IsSettled)
        {
            return;
        }

        IsSettled = true;
        Style = context.Styles.Resolve(properties.Style);
        Outline = properties.Outline ?? Style.Outline;
        RunsOn = properties.IsMarkDeleted;

        // A paragraph that runs on takes the number of the one it joins, which is settled later.
        if (!RunsOn && (properties.Number ?? Style.Number) is > 0 and int number)
        {
            int level = properties.Level ?? (properties.Number is null ? LevelOfStyle(number, context.Lists) : 0);
            Numbering = counters.Next(number, Math.Clamp(level, 0, ListDefinitions.Levels - 1));
        }
    }

    private int LevelOfStyle(int number, ListDefinitions lists) =>
        (lists.Find(number) is { } list ? lists.LevelOfStyle(list, Style.NumberedBy) : null) ?? Style.Level ?? 0;
}
