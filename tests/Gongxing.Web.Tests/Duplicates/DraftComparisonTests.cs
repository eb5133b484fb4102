using Gongxing.Text.Similarity;
using Gongxing.Web.Duplicates;
using Gongxing.Web.Tests.Features.Similar;

namespace Gongxing.Web.Tests.Duplicates;

public class DraftComparisonTests
{
    [Fact]
    public void Drafts_that_share_a_passage_are_a_pair() => Assert.Equal((0, 1), Assert.Single(Compared(SimilarSite.Shared).Pairs).Key);

    [Theory]
    [InlineData(SimilarSite.Formula)]
    [InlineData("文件里说：“" + SimilarSite.Shared + "”")]
    public void Drafts_that_share_only_a_formula_or_a_quotation_are_none(string passage) => Assert.Empty(Compared(passage).Pairs);

    [Theory]
    [InlineData(SimilarSite.Shared, 1)]
    [InlineData(SimilarSite.Formula, 0)]
    [InlineData("文件里说：“" + SimilarSite.Shared + "”", 0)]
    public void What_goes_round_is_told_of_unless_it_is_a_formula_or_a_quotation(string passage, int told)
    {
        string[] texts = [.. Enumerable.Range(0, 12).Select(i => $"{Unlike(i)}。\n{passage}\n{Unlike(i + 12)}。")];
        SimilarityResult found = NearDuplicates.FindAll(texts, SimilarityOptions.Deep);

        Assert.Single(found.Circulating);
        Assert.Equal(told, DraftComparison.Of(texts, found).Circulating.Count);
    }

    private static string Unlike(int number) =>
        string.Concat(Enumerable.Range(0, 200).Select(i => (char)('一' + (((number * 977) + (i * 131)) % 20_000))));

    private static DraftComparison Compared(string passage)
    {
        string[] texts = [SimilarSite.OwnText(passage), SimilarSite.OtherText(passage)];
        SimilarityResult found = NearDuplicates.FindAll(texts, SimilarityOptions.Deep);
        Assert.NotEmpty(found.Pairs);
        return DraftComparison.Of(texts, found);
    }
}
