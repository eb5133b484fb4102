using Gongxing.Text.Similarity;

namespace Gongxing.Tests.Text.Similarity;

public sealed class SimilarityIndexTests : IDisposable
{
    private readonly InventedTexts _invented = new(2);
    private readonly SimilarityIndex _index = new(SimilarityOptions.Corpus);

    public void Dispose() => _index.Dispose();

    [Fact]
    public void A_segment_in_memory_may_be_larger_than_a_span_can_count()
    {
        const long Length = (1L << 31) + 64;
        using var sink = new MemorySink(Length);

        Assert.Null(Record.Exception(() => sink.Write(0, [1, 2, 3, 4])));
        Assert.Null(Record.Exception(() => sink.Write(Length - 16, [1, 2, 3, 4])));
    }

    [Fact]
    public void A_text_is_found_until_it_is_removed()
    {
        string passage = _invented.Text(120);
        _index.Add(Id(1), _invented.Text(400) + passage);
        _index.Add(Id(2), _invented.Text(900));
        string asked = _invented.Text(80) + passage + _invented.Text(900);

        FoundText match = Assert.Single(_index.Find(asked).Matches);
        Assert.Equal(Id(1), match.Id);
        Assert.Equal((80, 400), (match.Passages[0].A.Start, match.Passages[0].B.Start));

        _index.Compact();
        Assert.Equal(Id(1), Assert.Single(_index.Find(asked).Matches).Id);
        Assert.Empty(_index.Find(asked, except: Id(1)).Matches);

        Assert.True(_index.Remove(Id(1)));
        Assert.False(_index.Remove(Id(1)));
        Assert.Empty(_index.Find(asked).Matches);
        _index.Compact();
        Assert.Empty(_index.Find(asked).Matches);
    }

    [Fact]
    public void A_text_added_again_takes_the_place_of_the_one_before()
    {
        string old = _invented.Text(300);
        string @new = _invented.Text(300);
        _index.Add(Id(1), old);
        _index.Add(Id(1), @new);

        Assert.Equal(1, _index.Count);
        Assert.Empty(_index.Find(old).Matches);
        Assert.InRange(Assert.Single(_index.Find(@new).Matches).ContainmentA, 0.98, 1);
    }

    [Fact]
    public void Merging_again_and_again_loses_nothing()
    {
        string[] texts = [.. Enumerable.Range(0, 5_000).Select(_ => _invented.Text(120))];
        for (int i = 0; i < texts.Length; i++)
        {
            _index.Add(Id(i), texts[i]);
            if (i % 7 == 0)
            {
                _index.Remove(Id(i / 2));
            }
        }

        for (int i = 0; i < texts.Length; i += 11)
        {
            bool removed = i * 2 < texts.Length && ((i * 2 % 7 == 0) || (((i * 2) + 1) % 7 == 0 && (i * 2) + 1 < texts.Length));
            Assert.Equal(removed ? [] : [Id(i)], _index.Find(texts[i]).Matches.Select(match => match.Id));
        }
    }

    [Fact]
    public void What_too_many_texts_have_is_said_to_circulate()
    {
        string paragraph = _invented.Text(150);
        for (int i = 0; i < 60; i++)
        {
            _index.Add(Id(i), _invented.Text(200) + (i % 2 == 0 ? paragraph : _invented.Text(100)));
            if (i == 40)
            {
                _index.Compact();
            }
        }

        FoundTexts found = _index.Find(_invented.Text(70) + paragraph);

        Assert.Empty(found.Matches);
        CirculatingSpan span = Assert.Single(found.Circulating);
        Assert.Equal(31, span.Texts);
        Assert.InRange(span.Span.Start, 70, 75);
    }

    [Fact]
    public void Long_texts_are_found_to_their_end()
    {
        string passage = _invented.Text(200);
        _index.Add(Id(1), _invented.Text(70_000) + passage);
        _index.Add(Id(2), _invented.Text(500));
        _index.Compact();

        Passage found = Assert.Single(Assert.Single(_index.Find(_invented.Text(20_000) + passage).Matches).Passages);

        Assert.Equal((20_000, 70_000), (found.A.Start, found.B.Start));
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
