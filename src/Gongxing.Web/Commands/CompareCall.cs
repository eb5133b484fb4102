using Gongxing.Text.Similarity;

namespace Gongxing.Web.Commands;

/// <summary>What <c>gongxing compare</c> was called with.</summary>
/// <param name="Against">Null to compare all of <paramref name="Paths"/> with each other.</param>
/// <param name="Index">Where what was read of <paramref name="Against"/> is kept; null for nowhere.</param>
/// <param name="Common">Notices and the like, whose wording all texts may have.</param>
internal sealed record CompareCall(
    IReadOnlyList<string> Paths, string? Against, string? Index, IReadOnlyList<string> Common, string Format, string? Output,
    int? ShortestPassage)
{
    /// <summary>The same call where what is held against was an index itself.</summary>
    public CompareCall Resolved() => Index is null && Against is not null && FolderIndex.SourceOf(Against) is { } source
        ? this with { Against = source, Index = Against } : this;

    /// <summary>What is wrong with the call; null for nothing.</summary>
    public string? WhyNot()
    {
        if (ShortestPassage < SimilarityOptions.Corpus.SeedLength)
        {
            return CommandTexts.Get("PassageTooShort", SimilarityOptions.Corpus.SeedLength);
        }

        IReadOnlyList<string> paths = [.. Paths, .. Common, .. Against is null ? (string[])[] : [Against]];
        return paths.FirstOrDefault(path => !File.Exists(path) && !Directory.Exists(path)) is { } missing
            ? Index is not null && missing == Against
                ? CommandTexts.Get("IndexSourceMissing", Index, missing) : CommandTexts.Get("PathMissing", missing)
            : Index is not null && WhyNoIndex(Index) is { } why ? why
            : Output is null ? null : OutputFile.WhyNot(Output, paths);
    }

    private string? WhyNoIndex(string index) =>
        Against is null || !Directory.Exists(Against) ? CommandTexts.Get("IndexOfNothing")
        : ShortestPassage < SimilarityOptions.Corpus.ShortestPassage
            ? CommandTexts.Get("IndexTooShort", SimilarityOptions.Corpus.ShortestPassage)
        : FolderIndex.SourceOf(index) is not { } source
            ? File.Exists(index) || (Directory.Exists(index) && Directory.EnumerateFileSystemEntries(index).Any())
                ? CommandTexts.Get("NoIndex", index) : null
        : RealPath.Comparer.Equals(source, RealPath.Of(Against)) ? null
        : CommandTexts.Get("IndexOfOther", index, source);
}
