using Gongxing.Benchmarks.Copies;

namespace Gongxing.Tests.Text.Similarity;

/// <summary>A thousand papers of each genre, made once for all tests that ask for them.</summary>
internal static class CopiedPapers
{
    public const int Count = 1000;

    private static readonly Lazy<CopiedCorpus> s_statements =
        new(() => CopiedCorpus.Generate(StatementGenre.Genre, 1, Count));

    private static readonly Lazy<CopiedCorpus> s_inspections =
        new(() => CopiedCorpus.Generate(InspectionGenre.Genre, 1, Count));

    public static TheoryData<string> Genres => ["statements", "inspections"];

    public static CopiedCorpus Statements => s_statements.Value;

    public static CopiedCorpus Of(string genre) => (genre == "statements" ? s_statements : s_inspections).Value;
}
