using System.Globalization;
using System.Text.Json;
using Gongxing.Text.Similarity;

namespace Gongxing.Tests.Text.Similarity;

/// <summary>Texts that share some passages with a few others and some with many; each has several versions.</summary>
internal sealed class SharedTexts
{
    private const int Versions = 3;

    private readonly string[] _texts;

    public SharedTexts(int seed, int count, int length = 150)
    {
        var invented = new InventedTexts(seed);
        var random = new Random(seed);
        string[] passages = [.. Enumerable.Range(0, 1 + (count / 6)).Select(_ => invented.Text(60 + random.Next(60)))];
        string[] stock = [.. Enumerable.Range(0, 4).Select(_ => invented.Text(50 + random.Next(60)))];
        Count = count;
        _texts = new string[count * Versions];
        for (int i = 0; i < _texts.Length; i++)
        {
            string text = invented.Text(length);
            text += random.Next(2) == 0 ? stock[random.Next(stock.Length)] : "";
            text += random.Next(3) == 0 ? invented.Edited(passages[random.Next(passages.Length)], random.Next(10)) : "";
            _texts[i] = text + invented.Text(40) + (random.Next(4) == 0 ? passages[random.Next(passages.Length)] : "");
        }
    }

    public int Count { get; }

    public static Guid Id(int number) => new(number + 1, 0, 0, new byte[8]);

    public static int NumberOf(Guid id) =>
        int.Parse($"{id:N}"[..8], NumberStyles.HexNumber, CultureInfo.InvariantCulture) - 1;

    public string Text(int number, int version) => _texts[(number * Versions) + version];

    /// <summary>Some of the texts, each in one of its versions.</summary>
    public SortedDictionary<int, int> Some(Random random)
    {
        var some = new SortedDictionary<int, int>();
        int share = random.Next(2, 10);
        for (int i = 0; i < Count; i++)
        {
            if (random.Next(10) < share)
            {
                some.Add(i, random.Next(Versions));
            }
        }

        return some;
    }

    public static IEnumerable<IndexedText> Listed(IReadOnlyDictionary<int, int> some) =>
        some.Select(one => new IndexedText(Id(one.Key), (ulong)one.Value));

    public TextSource Source(Func<IReadOnlyDictionary<int, int>> some) => (ids, _) =>
    {
        IReadOnlyDictionary<int, int> now = some();
        return ValueTask.FromResult<IReadOnlyDictionary<Guid, string>>(
            ids.Where(id => now.ContainsKey(NumberOf(id))).ToDictionary(id => id, id => Text(NumberOf(id), now[NumberOf(id)])));
    };

    /// <summary>That an index answers for each of its texts as one does that was just made.</summary>
    public async Task AnswersAsIfNewAsync(
        StoredSimilarityIndex index, IReadOnlyDictionary<int, int> some, SimilarityOptions options, int every = 1)
    {
        using var fresh = new SimilarityIndex(options);
        foreach ((int number, int version) in some)
        {
            fresh.Add(Id(number), Text(number, version));
        }

        Assert.Equal(some.Count, index.Count);
        foreach ((int number, int version) in some.Where((_, i) => i % every == 0))
        {
            string text = Text(number, version);
            Guid? except = number % 5 == 0 ? null : Id(number);
            FoundTexts expected = fresh.Find(text, except);
            FoundTexts found = await index.FindAsync(text, except);
            Assert.Equal(JsonSerializer.Serialize(expected.Matches), JsonSerializer.Serialize(found.Matches));
            Assert.Equal(expected.Circulating.Select(one => one.Span), found.Circulating.Select(one => one.Span));
            Assert.All(expected.Circulating.Zip(found.Circulating), pair =>
                Assert.InRange(pair.Second.Texts, 1, pair.First.Texts));
        }
    }
}
