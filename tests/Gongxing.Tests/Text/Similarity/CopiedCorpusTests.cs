using Gongxing.Benchmarks.Copies;
using Gongxing.Text;

namespace Gongxing.Tests.Text.Similarity;

/// <summary>The papers that the search is measured on: a corpus that is not like life measures nothing.</summary>
public class CopiedCorpusTests
{
    [Fact]
    public void The_streams_of_papers_share_no_number()
    {
        var seen = new HashSet<ulong>();
        for (ulong paper = 0; paper < 500; paper++)
        {
            var random = new RandomStream(seed: 7, paper);
            for (int i = 0; i < 400; i++)
            {
                Assert.True(seen.Add(random.Next()), $"Paper {paper} runs into another at its number {i}.");
            }
        }
    }

    // Chi-square over the 36 ways in which two neighbours can throw their dice; 99.9 % of fair ones stay below 66.6.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(64)]
    public void What_one_paper_throws_says_nothing_of_its_neighbour(int apart)
    {
        int[] counts = new int[36];
        const int Throws = 36_000;
        for (int paper = 0; paper < Throws; paper++)
        {
            int one = new RandomStream(3, (ulong)paper).Below(6);
            int other = new RandomStream(3, (ulong)(paper + apart)).Below(6);
            counts[(one * 6) + other]++;
        }

        const double Expected = Throws / 36.0;
        Assert.InRange(counts.Sum(count => (count - Expected) * (count - Expected) / Expected), 10, 66.6);
    }

    // A thousand papers know less of what is common than ten thousand: the same layers give 0.46, 0.18 and 0.36 there
    // with 64 papers as the bound, which is what bench/duplicates prints and asks for.
    [Theory]
    [MemberData(nameof(CopiedPapers.Genres), MemberType = typeof(CopiedPapers))]
    public void Its_grams_are_as_common_as_those_of_real_papers(string genre)
    {
        GramStatistics grams = GramStatistics.Of(CopiedPapers.Of(genre).Texts, commonAbove: 10);

        Assert.InRange(grams.Unique, 0.45, 0.60);
        Assert.InRange(grams.Common, 0.22, 0.40);
    }

    [Theory]
    [MemberData(nameof(CopiedPapers.Genres), MemberType = typeof(CopiedPapers))]
    public void Stock_sentences_stand_in_4_to_25_of_a_hundred_papers_and_the_form_in_all(string genre)
    {
        CopiedCorpus corpus = CopiedPapers.Of(genre);
        Genre words = GenreOf(genre);

        Assert.All(words.Stock, sentence => Assert.InRange(ShareWith(sentence), 0.035, 0.30));
        Assert.InRange(words.Stock.Average(ShareWith), 0.10, 0.20);
        Assert.All([words.Opening, words.Closing, .. words.Headings], form => Assert.Equal(1, ShareWith(form)));

        double ShareWith(string part) =>
            (double)corpus.Texts.Count(text => text.Contains(part, StringComparison.Ordinal)) / CopiedPapers.Count;
    }

    [Theory]
    [MemberData(nameof(CopiedPapers.Genres), MemberType = typeof(CopiedPapers))]
    public void Papers_are_about_as_long_as_asked(string genre) =>
        Assert.InRange(CopiedPapers.Of(genre).Texts.Average(text => text.Length), 5200 * 0.95, 5200 * 1.08);

    [Fact]
    public void The_same_seed_gives_the_same_papers_and_another_seed_others()
    {
        CopiedCorpus one = CopiedCorpus.Generate(StatementGenre.Genre, 5, 60, 1500);
        CopiedCorpus same = CopiedCorpus.Generate(StatementGenre.Genre, 5, 60, 1500);
        CopiedCorpus other = CopiedCorpus.Generate(StatementGenre.Genre, 6, 60, 1500);

        Assert.Equal(one.Texts, same.Texts);
        Assert.Equal(one.Copies, same.Copies);
        Assert.DoesNotContain(one.Texts, other.Texts.Contains);
    }

    [Theory]
    [MemberData(nameof(CopiedPapers.Genres), MemberType = typeof(CopiedPapers))]
    public void Every_kind_of_copying_occurs_and_its_spans_lie_in_the_texts(string genre)
    {
        CopiedCorpus corpus = CopiedPapers.Of(genre);

        Assert.Equal(Enum.GetValues<CopyKind>(), corpus.Copies.Select(copy => copy.Kind).Distinct().Order());
        Assert.All(corpus.Copies, copy =>
        {
            Assert.True(copy.Passage.A < copy.Passage.B);
            Assert.InRange(copy.Passage.SpanA.Length, 30, 900);
            Assert.InRange(copy.Passage.SpanA.End, 1, corpus.Texts[copy.Passage.A].Length);
            Assert.InRange(copy.Passage.SpanB.End, 1, corpus.Texts[copy.Passage.B].Length);
        });
    }

    [Theory]
    [InlineData(CopyKind.Verbatim)]
    [InlineData(CopyKind.Brief)]
    [InlineData(CopyKind.Cluster)]
    [InlineData(CopyKind.Mosaic)]
    [InlineData(CopyKind.SplitUp)]
    public void Copied_word_for_word_is_word_for_word(CopyKind kind) =>
        Assert.All(Of(kind), copy => Assert.Equal(A(copy), B(copy)));

    [Fact]
    public void Other_looks_leave_the_letters() =>
        Assert.All(Of(CopyKind.Format), copy => Assert.Equal(Letters(A(copy)), Letters(B(copy))));

    [Fact]
    public void Other_numbers_leave_the_words() =>
        Assert.All(Of(CopyKind.Numbers), copy => Assert.Equal(Words(A(copy)), Words(B(copy))));

    [Theory]
    [InlineData(CopyKind.SentencesReordered, '。')]
    [InlineData(CopyKind.ClausesReordered, '，')]
    public void Another_order_has_the_same_parts(CopyKind kind, char mark)
    {
        PlantedCopy[] copies = [.. Of(kind)];

        Assert.All(copies, copy => Assert.True(SharedParts(copy, mark) >= 0.6, A(copy) + "\n" + B(copy)));
        Assert.Contains(copies, copy => A(copy) != B(copy));
    }

    [Fact]
    public void Own_passages_of_last_year_stand_with_the_same_writer_a_year_later()
    {
        CopiedCorpus corpus = CopiedPapers.Statements;

        Assert.All(Of(CopyKind.OwnEarlierYear), copy =>
        {
            Assert.Equal(corpus.Writers[copy.Passage.A], corpus.Writers[copy.Passage.B]);
            Assert.Equal(1, Math.Abs(corpus.Years[copy.Passage.A] - corpus.Years[copy.Passage.B]));
        });
    }

    [Fact]
    public void No_paper_has_a_part_in_two_cases() =>
        Assert.All(
            CopiedPapers.Statements.Copies.Select(copy => (Paper: copy.Passage.A, copy.Kind))
                .Concat(CopiedPapers.Statements.Copies.Select(copy => (Paper: copy.Passage.B, copy.Kind)))
                .GroupBy(part => part.Paper),
            paper => Assert.Single(paper.Select(part => part.Kind).Distinct()));

    private static Genre GenreOf(string genre) => genre == "statements" ? StatementGenre.Genre : InspectionGenre.Genre;

    private static IEnumerable<PlantedCopy> Of(CopyKind kind) =>
        CopiedPapers.Statements.Copies.Where(copy => copy.Kind == kind);

    private static string A(PlantedCopy copy) =>
        copy.Passage.SpanA.In(CopiedPapers.Statements.Texts[copy.Passage.A]).ToString();

    private static string B(PlantedCopy copy) =>
        copy.Passage.SpanB.In(CopiedPapers.Statements.Texts[copy.Passage.B]).ToString();

    private static string Letters(string text) =>
        string.Concat(NormalizedText.Fold(text).Where(char.IsLetterOrDigit));

    private static string Words(string text) =>
        string.Concat(text.Where(c => !char.IsAsciiDigit(c) && !"一二三四五六七八九十".Contains(c)));

    private static double SharedParts(PlantedCopy copy, char mark)
    {
        string[] parts = A(copy).Split(['。', mark]);
        string[] others = B(copy).Split(['。', mark]);
        return (double)parts.Intersect(others).Count() / parts.Distinct().Count();
    }
}
