using Gongxing.Benchmarks.Copies;
using Gongxing.Text;

namespace Gongxing.Tests.Text.Similarity;

/// <summary>The measure itself, on cases small enough to reckon by hand.</summary>
public class CopyScoreTests
{
    private static readonly PlantedCopy s_copy = new(CopyKind.Verbatim, Passage(0, 100, 100, 1, 300, 100));

    [Fact]
    public void What_is_found_exactly_scores_one()
    {
        CopyScore score = CopyScore.Of([s_copy], [s_copy.Passage]);

        Assert.Equal(new AlignmentScore(1, 1, 1), score.ByPassage);
        Assert.Equal(1, score.ByPassage.Plagdet, 12);
        Assert.Equal((1, 1, 1), (score.MacroPlagdet, score.PairPrecision, score.PairRecall));
    }

    [Fact]
    public void The_order_of_the_two_papers_does_not_matter() =>
        Assert.Equal(1, CopyScore.Of([s_copy], [Passage(1, 300, 100, 0, 100, 100)]).ByPassage.Plagdet, 12);

    // 50 of 100 characters on one side, 100 of 100 on the other: recall 150/200. Of the 250 found 150 are right.
    [Fact]
    public void Characters_of_both_sides_count_together()
    {
        AlignmentScore score = CopyScore.Of([s_copy], [Passage(0, 150, 100, 1, 270, 150)]).ByPassage;

        Assert.Equal(0.75, score.Recall, 12);
        Assert.Equal(0.6, score.Precision, 12);
        Assert.Equal(2 * 0.75 * 0.6 / 1.35, score.Plagdet, 12);
    }

    [Fact]
    public void A_passage_that_fits_on_one_side_only_finds_nothing()
    {
        CopyScore score = CopyScore.Of([s_copy], [Passage(0, 100, 100, 1, 700, 100)]);

        Assert.Equal((0, 0), (score.ByPassage.Precision, score.ByPassage.Recall));
        Assert.Equal(0, score.ByPassage.Plagdet);
        Assert.Equal(1, score.PairRecall);
    }

    // Two halves: precision and recall 1, granularity 2, so 1 / log2(3).
    [Fact]
    public void Pieces_cost_granularity()
    {
        CopiedPassage[] halves = [Passage(0, 100, 50, 1, 300, 50), Passage(0, 150, 50, 1, 350, 50)];
        AlignmentScore score = CopyScore.Of([s_copy], halves).ByPassage;

        Assert.Equal(new AlignmentScore(1, 1, 2), score);
        Assert.Equal(1 / Math.Log2(3), score.Plagdet, 12);
    }

    [Fact]
    public void What_is_found_twice_is_counted_once_and_costs_granularity()
    {
        AlignmentScore score = CopyScore.Of([s_copy], [s_copy.Passage, Passage(0, 100, 60, 1, 300, 60)]).ByPassage;

        Assert.Equal(new AlignmentScore(1, 1, 2), score);
    }

    // One of two copies is found, and one passage between other papers: by passage 1/2 and 1/2; by character the
    // found copy is 200 of 240, and 200 of 600 are right.
    [Fact]
    public void By_passage_each_weighs_the_same_and_by_character_by_its_length()
    {
        var shorter = new PlantedCopy(CopyKind.Brief, Passage(2, 0, 20, 3, 0, 20));
        CopyScore score = CopyScore.Of([s_copy, shorter], [s_copy.Passage, Passage(4, 0, 200, 5, 0, 200)]);

        Assert.Equal(new AlignmentScore(0.5, 0.5, 1), score.ByPassage);
        Assert.Equal(200 / 600.0, score.ByCharacter.Precision, 12);
        Assert.Equal(200 / 240.0, score.ByCharacter.Recall, 12);
        Assert.Equal((0.5, 0.5), (score.PairPrecision, score.PairRecall));
    }

    [Fact]
    public void Over_the_kinds_every_kind_weighs_the_same()
    {
        CopiedPassage[] tenPairs = [.. Enumerable.Range(0, 10).Select(i => Passage(2 * i, 0, 50, (2 * i) + 1, 0, 50))];
        var missed = new PlantedCopy(CopyKind.Noise20, Passage(50, 0, 80, 51, 0, 80));
        CopyScore score = CopyScore.Of([.. tenPairs.Select(pair => s_copy with { Passage = pair }), missed], tenPairs);

        Assert.Equal(1, score.OfKind[CopyKind.Verbatim].Plagdet, 12);
        Assert.Equal(0, score.OfKind[CopyKind.Noise20].Plagdet);
        Assert.Equal(0.5, score.MacroPlagdet, 12);
        Assert.Equal(0, score.PairRecallOfKind[CopyKind.Noise20]);
        Assert.Equal(10 / 11.0, score.ByPassage.Recall, 12);
    }

    // Two kinds, three copies of one and one of the other, all found; four passages where nothing was copied: three of
    // them burden the first kind, one the second, and both are right in half of what they found.
    [Fact]
    public void What_is_found_where_nothing_was_copied_burdens_every_kind_by_its_share()
    {
        PlantedCopy[] planted =
        [
            s_copy,
            s_copy with { Passage = Passage(2, 0, 50, 3, 0, 50) },
            s_copy with { Passage = Passage(4, 0, 50, 5, 0, 50) },
            new PlantedCopy(CopyKind.Mixed, Passage(6, 0, 50, 7, 0, 50)),
        ];
        CopiedPassage[] wrong = [.. Enumerable.Range(0, 4).Select(i => Passage(20 + i, 0, 50, 30 + i, 0, 50))];

        CopyScore score = CopyScore.Of(planted, [.. planted.Select(copy => copy.Passage), .. wrong]);

        Assert.Equal(0.5, score.OfKind[CopyKind.Verbatim].Precision, 12);
        Assert.Equal(0.5, score.OfKind[CopyKind.Mixed].Precision, 12);
        Assert.Equal((0.5, 1), (score.PairPrecision, score.PairRecall));
    }

    [Fact]
    public void Nothing_found_scores_nothing() => Assert.Equal(0, CopyScore.Of([s_copy], []).ByPassage.Plagdet);

    private static CopiedPassage Passage(int a, int startA, int lengthA, int b, int startB, int lengthB) =>
        CopiedPassage.Of(a, new TextSpan(startA, lengthA), b, new TextSpan(startB, lengthB));
}
