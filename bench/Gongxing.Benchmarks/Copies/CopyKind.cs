namespace Gongxing.Benchmarks.Copies;

/// <summary>How a passage was copied.</summary>
public enum CopyKind
{
    Verbatim,

    /// <summary>Word for word, 60 to 110 characters.</summary>
    Brief,

    /// <summary>Of a hundred characters five are replaced, dropped or followed by another.</summary>
    Noise5,
    Noise10,
    Noise20,
    Synonyms,
    SentencesReordered,
    ClausesReordered,

    /// <summary>Padded with phrases that say nothing.</summary>
    Padded,

    /// <summary>Traditional characters, other width, other marks, spaces in between.</summary>
    Format,

    /// <summary>Other numbers, in digits and in words.</summary>
    Numbers,

    /// <summary>Synonyms, noise, padding and another order at once.</summary>
    Mixed,

    /// <summary>One passage in eight papers.</summary>
    Cluster,

    /// <summary>Pieces of two papers, by turns.</summary>
    Mosaic,

    /// <summary>The same writer's paper of the year before, lightly brought up to date.</summary>
    OwnEarlierYear,

    /// <summary>Clauses and sentences left out.</summary>
    Abridged,

    /// <summary>One passage spread over paragraphs far apart.</summary>
    SplitUp,
}
