namespace Gongxing.Text.Similarity;

/// <summary>What a text shares with those of an index.</summary>
public sealed record FoundTexts
{
    /// <summary>The most similar first.</summary>
    public required IReadOnlyList<FoundText> Matches { get; init; }

    /// <summary>What stands in too many texts to name them, in the order of the text.</summary>
    public required IReadOnlyList<CirculatingSpan> Circulating { get; init; }
}

/// <summary>A text of the index (B) that shares passages with the one asked about (A).</summary>
public sealed record FoundText(
    Guid Id, double ContainmentA, double ContainmentB, double Similarity, IReadOnlyList<Passage> Passages);

/// <summary>A passage of the text that stands in at least so many texts of the index.</summary>
public readonly record struct CirculatingSpan(TextSpan Span, int Texts);
