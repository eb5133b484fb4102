using Gongxing.Benchmarks.Copies;
using Gongxing.Text.Similarity;

namespace Gongxing.Tests.Text.Similarity;

/// <summary>What the search finds of what was planted in a thousand papers, and what it allocates. bench/duplicates
/// says more.</summary>
public class SimilarityQualityTests
{
    [Theory]
    [MemberData(nameof(CopiedPapers.Genres), MemberType = typeof(CopiedPapers))]
    public void Planted_copies_are_found_where_they_stand_and_nothing_else(string genre)
    {
        CopiedCorpus corpus = CopiedPapers.Of(genre);

        IReadOnlyList<SimilarPair> pairs = NearDuplicates.FindAll(corpus.Texts, SimilarityOptions.Corpus).Pairs;
        CopyScore score = CopyScore.Of(corpus.Copies, [.. pairs.SelectMany(PassagesOf)]);

        Assert.True(score.MacroPlagdet >= 0.96, $"plagdet of the kinds {score.MacroPlagdet:0.0000}");
        Assert.True(score.ByPassage.Plagdet >= 0.96, $"plagdet by passage {score.ByPassage.Plagdet:0.0000}");
        Assert.True(score.PairPrecision >= 0.995, $"pairs {score.PairPrecision:0.0000}");
        CopyKind[] neverMissed = [CopyKind.Verbatim, CopyKind.Format, CopyKind.Numbers, CopyKind.SentencesReordered];
        Assert.All(neverMissed, kind => Assert.Equal(1, score.PairRecallOfKind[kind]));
    }

    // The papers take 10 KB each. What the search allocates for one must not grow with their number.
    [Fact]
    public void A_search_allocates_no_more_than_80_KB_a_paper()
    {
        CopiedCorpus corpus = CopiedPapers.Statements;
        NearDuplicates.FindAll(corpus.Texts.Take(100).ToArray(), SimilarityOptions.Corpus with { Threads = 1 });

        long before = GC.GetAllocatedBytesForCurrentThread();
        IReadOnlyList<SimilarPair> pairs =
            NearDuplicates.FindAll(corpus.Texts, SimilarityOptions.Corpus with { Threads = 1 }).Pairs;
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.NotEmpty(pairs);
        Assert.InRange(allocated / CopiedPapers.Count, 1024, 80 * 1024);
    }

    private static IEnumerable<CopiedPassage> PassagesOf(SimilarPair pair) =>
        pair.Passages.Select(passage => CopiedPassage.Of(pair.A, passage.A, pair.B, passage.B));
}
