using CsCheck;
using Gongxing.Text.Similarity;

namespace Gongxing.Tests.Text.Similarity;

public sealed class StoredSimilarityIndexTests : IDisposable
{
    private static readonly SimilarityOptions s_options = SimilarityOptions.Corpus;

    private readonly string _folder = Directory.CreateTempSubdirectory("gongxing-index").FullName;
    private readonly SharedTexts _texts = new(5, 200);
    private IReadOnlyDictionary<int, int> _some = new SortedDictionary<int, int>();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // A small cap, so that in small corpora too seeds are counted only, and texts that were counted go.
    [Fact]
    public async Task Whatever_was_added_replaced_and_removed_it_answers_as_if_it_were_new() =>
        await Gen.Int[0, 1_000_000].SampleAsync(
            async seed =>
            {
                var random = new Random(seed);
                var texts = new SharedTexts(seed, random.Next(10, 60));
                SimilarityOptions options = random.Next(4) == 0 ? s_options : s_options with { MostTexts = random.Next(2, 5) };
                string folder = Path.Combine(_folder, $"{seed}-{Guid.CreateVersion7():N}");
                for (int opened = 0; opened < 3; opened++)
                {
                    IReadOnlyDictionary<int, int> some = texts.Some(random);
                    using StoredSimilarityIndex index = StoredSimilarityIndex.Open(
                        folder, options, texts.Source(() => some), random.Next(200, 3_000));
                    Assert.True(index.Opening is IndexOpening.Whole or IndexOpening.Empty);
                    for (int i = random.Next(1, 6); i > 0; i--)
                    {
                        some = texts.Some(random);
                        await index.SynchroniseAsync(SharedTexts.Listed(some));
                    }

                    await texts.AnswersAsIfNewAsync(index, some, options);
                    Assert.Equal((0, 0), await index.SynchroniseAsync(SharedTexts.Listed(some)));
                }
            },
            iter: 25,
            threads: 2);

    [Fact]
    public async Task It_finds_the_same_as_comparing_the_whole_corpus()
    {
        var texts = new SharedTexts(9, 700);
        var all = Enumerable.Range(0, texts.Count).ToDictionary(number => number, _ => 1);
        string[] corpus = [.. all.Select(one => texts.Text(one.Key, one.Value))];
        using StoredSimilarityIndex index = StoredSimilarityIndex.Open(_folder, s_options, texts.Source(() => all), 5_000);
        await index.SynchroniseAsync(SharedTexts.Listed(all).Take(600));
        await index.SynchroniseAsync(SharedTexts.Listed(all));

        SimilarityResult expected = NearDuplicates.FindAll(corpus, s_options);
        var found = new List<(int, int, double, string)>();
        for (int number = 0; number < corpus.Length; number++)
        {
            FoundTexts one = await index.FindAsync(corpus[number], SharedTexts.Id(number));
            found.AddRange(one.Matches.Where(match => SharedTexts.NumberOf(match.Id) > number)
                .Select(match => (number, SharedTexts.NumberOf(match.Id), match.Similarity, Spans(match.Passages))));
        }

        Assert.True(expected.Pairs.Count > 100);
        Assert.Equal(
            expected.Pairs.Select(pair => (pair.A, pair.B, pair.Similarity, Spans(pair.Passages))),
            found.OrderBy(one => (one.Item1, one.Item2)));
    }

    [Fact]
    public async Task When_nothing_has_come_for_a_while_all_is_one_segment()
    {
        var texts = new SharedTexts(9, 700);
        var all = Enumerable.Range(0, texts.Count).ToDictionary(number => number, _ => 1);
        using StoredSimilarityIndex index = StoredSimilarityIndex.Open(_folder, s_options, texts.Source(() => all), 5_000);
        await index.SynchroniseAsync(SharedTexts.Listed(all).Take(600));
        await index.SynchroniseAsync(SharedTexts.Listed(all).Take(690));
        await index.SynchroniseAsync(SharedTexts.Listed(all));
        int before = Directory.GetFiles(_folder, "*.gxs").Length;

        for (int i = 0; i < 16; i++)
        {
            Assert.Equal((0, 0), await index.SynchroniseAsync(SharedTexts.Listed(all)));
        }

        Assert.True(before > 1, $"{before}");
        Assert.Single(Directory.GetFiles(_folder, "*.gxs"));
        await texts.AnswersAsIfNewAsync(index, all, s_options, every: 50);
    }

    [Fact]
    public async Task What_was_written_is_there_at_the_next_start()
    {
        await MakeAsync();

        using StoredSimilarityIndex index = Open();
        Assert.Equal(IndexOpening.Whole, index.Opening);
        Assert.Equal(_some.Count, index.Count);
        Assert.Equal((0, 0), await index.SynchroniseAsync(SharedTexts.Listed(_some)));
        await _texts.AnswersAsIfNewAsync(index, _some, s_options);
    }

    [Fact]
    public async Task A_changed_byte_anywhere_is_noticed_and_what_it_was_in_is_read_again()
    {
        await MakeAsync();
        var random = new Random(1);
        Dictionary<string, byte[]> files = Directory.GetFiles(_folder).Where(file => Path.GetFileName(file) != "lock")
            .ToDictionary(file => file, File.ReadAllBytes);
        foreach ((string file, byte[] whole) in files)
        {
            int[] places =
            [
                .. Enumerable.Range(0, Math.Min(70, whole.Length)),
                .. Enumerable.Range(0, 60).Select(_ => random.Next(whole.Length)),
                whole.Length - 1,
            ];
            foreach (int place in places)
            {
                foreach ((string name, byte[] bytes) in files)
                {
                    File.WriteAllBytes(name, bytes);
                }

                byte[] changed = [.. whole];
                changed[place] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(file, changed);
                using StoredSimilarityIndex index = Open();
                Assert.Equal((IndexOpening.Damaged, 0), (index.Opening, index.Count));
                if (place % 50 == 0)
                {
                    await index.SynchroniseAsync(SharedTexts.Listed(_some));
                    await _texts.AnswersAsIfNewAsync(index, _some, s_options, every: 20);
                }
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(64)]
    [InlineData(5_000)]
    [InlineData(-1)]
    public async Task A_file_cut_short_is_noticed(int length)
    {
        await MakeAsync();
        foreach (string file in Directory.GetFiles(_folder).Where(file => Path.GetFileName(file) != "lock"))
        {
            using FileStream stream = File.OpenWrite(file);
            stream.SetLength(Math.Min(stream.Length - 1, length < 0 ? stream.Length - 1 : length));
        }

        using StoredSimilarityIndex index = Open();
        Assert.Equal((IndexOpening.Damaged, 0), (index.Opening, index.Count));
        await index.SynchroniseAsync(SharedTexts.Listed(_some));
        await _texts.AnswersAsIfNewAsync(index, _some, s_options, every: 20);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    public async Task A_file_cut_short_while_it_is_read_ends_nothing_and_is_made_again(int length)
    {
        await MakeAsync();
        using StoredSimilarityIndex index = Open();
        string file = Assert.Single(Directory.GetFiles(_folder, "*.gxs"));
        using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            stream.SetLength(length);
        }

        Assert.False(index.IsWhole);
        Assert.Empty((await index.FindAsync(_texts.Text(0, 1))).Matches);
        Assert.Equal((_some.Count, 0), await index.SynchroniseAsync(SharedTexts.Listed(_some)));
        Assert.True(index.IsWhole);
        await _texts.AnswersAsIfNewAsync(index, _some, s_options, every: 20);
    }

    [Theory]
    [InlineData("*.gxs")]
    [InlineData("segments")]
    public async Task A_file_that_is_missing_is_noticed(string pattern)
    {
        await MakeAsync();
        File.Delete(Assert.Single(Directory.GetFiles(_folder, pattern)));

        using StoredSimilarityIndex index = Open();
        Assert.Equal((IndexOpening.Damaged, 0), (index.Opening, index.Count));
        await index.SynchroniseAsync(SharedTexts.Listed(_some));
        await _texts.AnswersAsIfNewAsync(index, _some, s_options, every: 20);
    }

    [Fact]
    public async Task An_index_made_with_other_options_is_not_used()
    {
        await MakeAsync();

        using StoredSimilarityIndex index = StoredSimilarityIndex.Open(
            _folder, SimilarityOptions.Deep, _texts.Source(() => _some));
        Assert.Equal((IndexOpening.Other, 0), (index.Opening, index.Count));
        await index.SynchroniseAsync(SharedTexts.Listed(_some));
        await _texts.AnswersAsIfNewAsync(index, _some, SimilarityOptions.Deep, every: 10);
    }

    [Fact]
    public async Task Only_one_may_have_it_open()
    {
        await MakeAsync();
        using (StoredSimilarityIndex index = Open())
        {
            Assert.Throws<IndexInUseException>(Open);
            Assert.Equal(_some.Count, index.Count);
        }

        Open().Dispose();
    }

    [Fact]
    public async Task Nobody_but_the_owner_may_open_its_files()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string folder = Path.Combine(_folder, "below", "it");
        using StoredSimilarityIndex index = StoredSimilarityIndex.Open(folder, s_options, _texts.Source(() => _some), 1_000);
        _some = _texts.Some(new Random(3));
        await index.SynchroniseAsync(SharedTexts.Listed(_some));

        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(Owner | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        string[] files = Directory.GetFiles(folder);
        Assert.Contains(files, file => file.EndsWith(".gxs", StringComparison.Ordinal));
        foreach (string file in files)
        {
            Assert.Equal(Owner, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task A_text_that_has_changed_or_gone_meanwhile_is_not_found_and_breaks_nothing()
    {
        var now = Enumerable.Range(0, _texts.Count).ToDictionary(number => number, _ => 0);
        _some = now;
        using StoredSimilarityIndex index = Open();
        await index.SynchroniseAsync(SharedTexts.Listed(now));
        string asked = _texts.Text(7, 0);
        Assert.Contains((await index.FindAsync(asked)).Matches, match => match.Id == SharedTexts.Id(7));

        now[7] = 1;
        Assert.DoesNotContain((await index.FindAsync(asked)).Matches, match => match.Id == SharedTexts.Id(7));
        now.Remove(7);
        Assert.DoesNotContain((await index.FindAsync(asked)).Matches, match => match.Id == SharedTexts.Id(7));

        // The list was made before the text went.
        await index.SynchroniseAsync([.. SharedTexts.Listed(now), new IndexedText(SharedTexts.Id(7), 1)]);
        Assert.Equal(_texts.Count - 1, index.Count);
    }

    [Fact]
    public async Task Searches_go_on_while_it_changes()
    {
        _some = Enumerable.Range(0, _texts.Count).ToDictionary(number => number, _ => 0);
        using StoredSimilarityIndex index = StoredSimilarityIndex.Open(_folder, s_options, _texts.Source(() => _some), 1_000);
        await index.SynchroniseAsync(SharedTexts.Listed(_some).Take(50));
        using var end = new CancellationTokenSource();
        Task[] searches =
        [
            .. Enumerable.Range(0, 3).Select(searcher => Task.Run(async () =>
            {
                // Once at least, also when the machine lets a searcher begin late.
                int searched = 0;
                do
                {
                    int number = (searched++ + (searcher * 17)) % 50;
                    FoundTexts found = await index.FindAsync(_texts.Text(number, 0));
                    Assert.Contains(found.Matches, match => match.Id == SharedTexts.Id(number));
                }
                while (!end.IsCancellationRequested);
            })),
        ];
        for (int i = 0; i < 30; i++)
        {
            await index.SynchroniseAsync(SharedTexts.Listed(_some).Take(50 + (i * 37 % 150)));
        }

        await end.CancelAsync();
        await Task.WhenAll(searches);
    }

    [Fact]
    public async Task A_process_killed_at_any_moment_leaves_a_whole_index()
    {
        SharedTexts texts = KilledIndex.Texts();
        var random = new Random(8);
        for (int kill = 0; kill < 6; kill++)
        {
            await KilledIndex.RunAsync(_folder, kill, random.Next(1, 5), TimeSpan.FromMilliseconds(random.Next(60)));

            IReadOnlyDictionary<int, int> some = texts.Some(random);
            using StoredSimilarityIndex index = StoredSimilarityIndex.Open(
                _folder, s_options, texts.Source(() => some), KilledIndex.MostPlaces);
            Assert.Equal(IndexOpening.Whole, index.Opening);
            Assert.NotEqual(0, index.Count);
            await index.SynchroniseAsync(SharedTexts.Listed(some));
            await texts.AnswersAsIfNewAsync(index, some, s_options, every: 3);
            Assert.Empty(Directory.GetFiles(_folder, "*.tmp"));
        }
    }

    private async Task MakeAsync()
    {
        _some = _texts.Some(new Random(2));
        using StoredSimilarityIndex index = Open();
        await index.SynchroniseAsync(SharedTexts.Listed(_some));
    }

    private StoredSimilarityIndex Open() => StoredSimilarityIndex.Open(_folder, s_options, _texts.Source(() => _some));

    private static string Spans(IEnumerable<Passage> passages) =>
        string.Join(' ', passages.Select(passage => $"{passage.A}~{passage.B}:{passage.EvidenceBits:R}:{passage.Blocks.Count}"));
}
