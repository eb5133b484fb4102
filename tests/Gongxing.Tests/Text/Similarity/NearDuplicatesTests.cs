using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Tests.Text.Similarity;

public class NearDuplicatesTests
{
    private readonly InventedTexts _invented = new(1);

    [Fact]
    public void A_copied_passage_is_found_where_it_stands()
    {
        string passage = _invented.Text(120);
        string[] texts =
        [
            _invented.Text(900),
            _invented.Text(400) + passage + _invented.Text(300),
            _invented.Text(700),
            _invented.Text(80) + passage + _invented.Text(900),
        ];

        SimilarPair pair = Assert.Single(Pairs(texts));
        Passage found = Assert.Single(pair.Passages);

        Assert.Equal((1, 3), (pair.A, pair.B));
        Assert.Equal(passage.TrimEnd('。'), found.A.In(texts[1]).TrimEnd('。').ToString());
        Assert.Equal(passage.TrimEnd('。'), found.B.In(texts[3]).TrimEnd('。').ToString());
        Assert.Equal(PassageKind.Verbatim, found.Kind);
        Assert.InRange(pair.ContainmentA, 0.13, 0.16);
    }

    [Fact]
    public void A_copied_passage_is_found_in_an_index()
    {
        string passage = _invented.Text(120);
        using var index = new SimilarityIndex(SimilarityOptions.Corpus);
        string[] texts = [.. Enumerable.Range(0, 5).Select(_ => _invented.Text(900)), _invented.Text(400) + passage];
        Guid[] ids = [.. texts.Select((_, i) => new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]))];
        for (int i = 0; i < texts.Length; i++)
        {
            index.Add(ids[i], texts[i]);
        }

        string asked = _invented.Text(80) + passage + _invented.Text(900);
        FoundText match = Assert.Single(index.Find(asked).Matches);

        Assert.Equal(ids[5], match.Id);
        Assert.Equal(80, Assert.Single(match.Passages).A.Start);

        index.Compact();
        Assert.Equal(ids[5], Assert.Single(index.Find(asked).Matches).Id);

        index.Remove(ids[5]);
        Assert.Empty(index.Find(asked).Matches);
    }

    private static IReadOnlyList<SimilarPair> Pairs(string[] texts) =>
        NearDuplicates.FindAll(texts, SimilarityOptions.Corpus).Pairs;
}
