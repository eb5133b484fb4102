using Gongxing.Text.Similarity;

namespace Gongxing.Web.Commands;

/// <summary>What <c>gongxing compare</c> was called with.</summary>
/// <param name="Against">Null to compare all of <paramref name="Paths"/> with each other.</param>
/// <param name="Common">Notices and the like, whose wording all texts may have.</param>
internal sealed record CompareCall(
    IReadOnlyList<string> Paths, string? Against, IReadOnlyList<string> Common, string Format, string? Output, int? ShortestPassage)
{
    /// <summary>What is wrong with the call; null for nothing.</summary>
    public string? WhyNot()
    {
        if (ShortestPassage < SimilarityOptions.Corpus.SeedLength)
        {
            return CommandTexts.Get("PassageTooShort", SimilarityOptions.Corpus.SeedLength);
        }

        IReadOnlyList<string> paths = [.. Paths, .. Common, .. Against is null ? (string[])[] : [Against]];
        return paths.FirstOrDefault(path => !File.Exists(path) && !Directory.Exists(path)) is { } missing
            ? CommandTexts.Get("PathMissing", missing)
            : Output is null ? null : OutputFile.WhyNot(Output, paths);
    }
}
