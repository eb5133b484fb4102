namespace Gongxing.Benchmarks.Copies;

/// <summary>The words a corpus is made of: one kind of paper, with its form, its set phrases and its
/// vocabulary.</summary>
/// <remarks>
/// A pattern is text in which a capital letter stands for a word: P a place, N a person, M a time, K a count, every
/// other letter a word of <see cref="Words"/>. There are two genres with different words, so that what is tuned on
/// one is measured on the other.
/// </remarks>
internal sealed class Genre
{
    /// <summary>The form: what stands in every paper of the genre. {0} is the year.</summary>
    public required string Title { get; init; }

    public required string Opening { get; init; }

    public required string[] Headings { get; init; }

    /// <summary>Headings inside the first part.</summary>
    public required string[] Aspects { get; init; }

    /// <summary>What the form demands under each of the <see cref="Aspects"/>.</summary>
    public required string[] Demands { get; init; }

    public required string Closing { get; init; }

    /// <summary>Twenty offices; each with its name and three matters of its own.</summary>
    public required string[] Units { get; init; }

    /// <summary>What an office's own form asks; {0} to {3} are the words of the unit.</summary>
    public required string[] Prompts { get; init; }

    /// <summary>Whole sentences that many papers share.</summary>
    public required string[] Stock { get; init; }

    /// <summary>Fixed formulations (规定表述).</summary>
    public required string[] Formulations { get; init; }

    /// <summary>How a formulation enters a sentence; {0} is the formulation.</summary>
    public required string[] Frames { get; init; }

    /// <summary>Patterns of a clause.</summary>
    public required string[] Clauses { get; init; }

    public required IReadOnlyDictionary<char, string[]> Words { get; init; }

    /// <summary>The share of the clauses that are turns of phrase many use; it sets how much of a corpus is
    /// common.</summary>
    public required double CirculatingShare { get; init; }

    public required string PlaceStarts { get; init; }

    public required string PlaceEnds { get; init; }

    public required string[] PlaceKinds { get; init; }

    public required string[] Measures { get; init; }

    /// <summary>What begins a sentence now and then.</summary>
    public required string[] Leads { get; init; }

    /// <summary>Words that somebody who rewrites a text puts in the place of others.</summary>
    public required IReadOnlyDictionary<string, string[]> Synonyms { get; init; }

    /// <summary>What somebody pads a copied text with.</summary>
    public required string[] Fillers { get; init; }

    public static string[] Split(string words) =>
        words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Reads "走访=探访/看望 …".</summary>
    public static IReadOnlyDictionary<string, string[]> SplitSynonyms(string pairs) =>
        Split(pairs).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1].Split('/'));
}
