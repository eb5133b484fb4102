using System.Collections;
using System.Globalization;
using System.Text;
using CsCheck;
using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Tests.Text.Similarity;

public class NearDuplicatesTests
{
    private readonly InventedTexts _invented = new(1);

    [Fact]
    public void Characters_that_have_one_of_their_two_units_in_common_are_not_alike()
    {
        const string shared = "防汛值班表贴在墙上没有人改六月那场雨下到半夜才发现二号机组联轴器松动渠首闸门启闭不灵又没有备件只好借邻县的";
        string a = $"{shared}𤼵甲乙丙丁戊己庚辛";
        string b = $"{shared}𤽁子丑寅卯辰巳午未";

        SimilarPair pair = Assert.Single(NearDuplicates.FindAll([a, b], SimilarityOptions.Corpus).Pairs);

        MatchedBlock block = Assert.Single(Assert.Single(pair.Passages).Blocks);
        Assert.Equal((shared, shared), (block.A.In(a).ToString(), block.B.In(b).ToString()));
    }

    [Fact]
    public void A_copied_passage_is_found_where_it_stands()
    {
        string passage = _invented.Text(120);
        string[] texts = [_invented.Text(900), Around(passage, 400, 300), _invented.Text(700), Around(passage, 80, 900)];

        SimilarPair pair = Assert.Single(Pairs(texts));
        Passage found = Assert.Single(pair.Passages);

        Assert.Equal((1, 3), (pair.A, pair.B));
        Assert.Equal((400, 80), (found.A.Start, found.B.Start));
        Assert.InRange(found.A.Length, 118, 120);
        Assert.Equal((PassageKind.Verbatim, PassageTraits.None), (found.Kind, found.Traits));
        Assert.InRange(pair.ContainmentA, 0.13, 0.16);
        Assert.InRange(pair.ContainmentB, 0.10, 0.12);
    }

    [Fact]
    public void Another_layout_hides_nothing()
    {
        string passage = "二是调查研究不够深入。2023年到15个村走访，发现灌溉渠道年久失修、设备老化，却没有及时协调资金解决，群众意见很大，工作因此拖延了整整两个季度。";
        string copied = "  ２．調查研究不夠深入：２０２４年到18個村走訪,發現灌溉渠道年久失修,設備老化;\n却没有及时协调资金解决。群众意见很大——工作因此拖延了整整两个季度！";
        string[] texts = [Around(passage, 300, 300), Around(copied, 500, 100)];

        Passage found = Assert.Single(Assert.Single(Pairs(texts)).Passages);

        Assert.Equal(PassageKind.Edited, found.Kind);
        Assert.Equal(PassageTraits.Renumbered | PassageTraits.OtherScript, found.Traits);
        Assert.StartsWith("调查研究", found.A.In(texts[0]).ToString());
        Assert.StartsWith("調查研究", found.B.In(texts[1]).ToString());
    }

    [Theory]
    [InlineData("三是整改拖沓。\n2.", "，第二年依旧如此。", "3．", "，再往下是别的事。")]
    [InlineData("甲乙丙。\n（二）担当作为方面\n", "\n（三）廉洁自律方面\n己庚辛。", "丁戊己。\n（二）担当作为方面\n", "\n（三）廉洁自律方面\n壬癸子。")]
    [InlineData("一年到头，一是", "。二是作风飘浮，喜欢听好话。", "讲了两点：二是", "。三是学习松懈，书读得少。")]
    [InlineData("己庚。（二）担当作为方面。一是", "。二是不担当。", "辛壬癸。（三）担当作为方面：一是", "。二是作风飘浮。")]
    [InlineData("2023年度对照检查材料\n", "\n2.不担当。", "2023年度对照检查材料\n", "\n3.不作为。")]
    public void A_passage_ends_where_its_own_text_ends(string beforeA, string afterA, string beforeB, string afterB)
    {
        const string Passage = "发现灌溉渠道年久失修、设备老化，却没有及时协调资金解决，群众意见很大，工作因此拖延了整整两个季度，直到现在还没有交代";
        string[] texts =
        [
            $"{beforeA}{Passage}{afterA}{_invented.Text(200)}",
            $"{beforeB}{Passage}{afterB}{_invented.Text(300)}",
        ];

        Passage found = Assert.Single(Assert.Single(Pairs(texts)).Passages);

        Assert.Equal(Passage, found.A.In(texts[0]).ToString());
        Assert.Equal(Passage, found.B.In(texts[1]).ToString());
        Assert.Equal((PassageKind.Verbatim, PassageTraits.None), (found.Kind, found.Traits));
    }

    [Fact]
    public void Edited_and_moved_passages_are_found_whole()
    {
        string[] sentences = [.. Enumerable.Range(0, 6).Select(_ => _invented.Text(40))];
        string[] texts =
        [
            Around(string.Concat(sentences), 300, 300),
            Around(string.Concat(sentences.Reverse()), 100, 500),
            Around(_invented.Edited(string.Concat(sentences), 10), 200, 500),
        ];

        IReadOnlyList<SimilarPair> pairs = Pairs(texts);

        Assert.Equal([(0, 1), (0, 2), (1, 2)], pairs.Select(pair => (pair.A, pair.B)));
        Assert.All(pairs, pair => Assert.InRange(Assert.Single(pair.Passages).A.Length, 220, 245));
        Assert.True(pairs[0].Passages[0].Traits.HasFlag(PassageTraits.Reordered));
        Assert.Equal(PassageKind.Edited, pairs[1].Passages[0].Kind);
        Assert.False(pairs[1].Passages[0].Traits.HasFlag(PassageTraits.Reordered));
    }

    [Fact]
    public void A_passage_with_sentences_left_out_is_one_passage()
    {
        string[] sentences = [.. Enumerable.Range(0, 5).Select(_ => _invented.Text(60))];
        string[] texts =
        [
            Around(string.Concat(sentences), 300, 300),
            Around(sentences[0] + sentences[2] + sentences[4], 100, 500),
        ];

        Passage found = Assert.Single(Assert.Single(Pairs(texts)).Passages);

        Assert.InRange(found.A.Length, 290, 300);
        Assert.InRange(found.B.Length, 170, 180);
    }

    [Fact]
    public void Passages_across_pieces_of_a_long_text_are_found_whole()
    {
        string passage = _invented.Text(2_000);
        string[] texts = [Around(passage, 15_500, 40_000), Around(passage, 100, 900), _invented.Text(30_000)];

        Passage found = Assert.Single(Assert.Single(Pairs(texts)).Passages);

        Assert.Equal((15_500, 100), (found.A.Start, found.B.Start));
        Assert.InRange(found.A.Length, 1_998, 2_000);
    }

    [Fact]
    public void Only_the_pairs_that_are_asked_for_are_found_and_they_are_as_among_all()
    {
        string passage = _invented.Text(200);
        string[] texts = [.. Enumerable.Range(0, 6).Select(i => Around(_invented.Edited(passage, 3), 100 + (7 * i), 300))];

        IReadOnlyList<SimilarPair> all = NearDuplicates.FindAll(texts, SimilarityOptions.Corpus).Pairs;
        IReadOnlyList<SimilarPair> asked = NearDuplicates.FindAll(texts, SimilarityOptions.Corpus, isAsked: (a, b) => a == 1 || b == 4).Pairs;

        Assert.Equal(15, all.Count);
        Assert.Equal(
            all.Where(pair => pair.A == 1 || pair.B == 4).Select(Written), asked.Select(Written));

        static string Written(SimilarPair pair) =>
            $"{pair.A} {pair.B} {pair.Similarity} {string.Join(' ', pair.Passages.Select(passage => (passage.A, passage.B)))}";
    }

    [Fact]
    public void What_most_texts_have_is_reported_as_circulating_and_not_as_pairs()
    {
        string paragraph = _invented.Text(150);
        string[] texts =
        [
            .. Enumerable.Range(0, 25).Select(i => i % 5 == 4 ? _invented.Text(600) : Around(paragraph, 100 + i, 300)),
        ];

        SimilarityResult result = NearDuplicates.FindAll(texts, SimilarityOptions.Corpus);

        Assert.Empty(result.Pairs);
        CirculatingPassage passage = Assert.Single(result.Circulating);
        Assert.Equal(20, passage.Texts);
        Assert.All(passage.Places, place => Assert.InRange(place.Span.Start, 100 + place.Text, 105 + place.Text));
        Assert.All(passage.Places, place => Assert.InRange(place.Span.Length, 138, 150));
    }

    [Fact]
    public void What_goes_round_and_is_changed_a_little_by_everybody_is_found_with_all_who_have_it()
    {
        string paragraph = _invented.Text(180);
        string[] texts =
        [
            .. Enumerable.Range(0, 80).Select(i => i % 4 == 3
                ? _invented.Text(600) : Around(_invented.Edited(paragraph, 10), 100 + i, 300)),
        ];

        SimilarityResult result = NearDuplicates.FindAll(texts, SimilarityOptions.Corpus);

        CirculatingPassage passage = Assert.Single(result.Circulating);
        Assert.InRange(passage.Texts, 54, 60);
        Assert.InRange(passage.Places.Average(place => place.Span.Length), 100, 185);
    }

    [Fact]
    public void What_goes_round_is_found_in_all_texts_also_where_only_a_fourth_of_them_elects()
    {
        string paragraph = _invented.Text(180);
        string[] texts =
        [
            .. Enumerable.Range(0, 320).Select(i => i % 2 == 1
                ? _invented.Text(600) : Around(_invented.Edited(paragraph, 4), 100 + i, 300)),
        ];
        SimilarityOptions few = SimilarityOptions.Corpus with { Electors = 60, Threads = 1 };

        SimilarityResult result = NearDuplicates.FindAll(texts, few);

        CirculatingPassage passage = Assert.Single(result.Circulating);
        Assert.InRange(passage.Texts, 150, 160);
        Assert.InRange(passage.Places.Average(place => place.Span.Length), 100, 185);
        CirculatingPassage turned = Assert.Single(
            NearDuplicates.FindAll([.. texts.Reverse()], few with { Threads = 3 }).Circulating);
        Assert.Equal(passage.Places, turned.Places.Select(place => place with { Text = texts.Length - 1 - place.Text }).Reverse());
    }

    [Fact]
    public void Common_words_here_and_there_make_no_circulating_passage()
    {
        string[] phrases = [.. Enumerable.Range(0, 40).Select(_ => _invented.Text(14).TrimEnd('。'))];
        var random = new Random(5);
        string[] texts =
        [
            .. Enumerable.Range(0, 60).Select(_ => string.Concat(Enumerable.Range(0, 20)
                .Select(_ => phrases[random.Next(phrases.Length)] + _invented.Text(12)))),
        ];

        Assert.Empty(NearDuplicates.FindAll(texts, SimilarityOptions.Corpus).Circulating);
    }

    [Fact]
    public void Texts_that_share_only_what_is_allowed_are_no_pair()
    {
        string[] formulations = [.. Enumerable.Range(0, 12).Select(_ => _invented.Text(30).TrimEnd('。'))];
        string shared = string.Concat(formulations);
        string[] texts = [Around(shared, 200, 300), Around(shared, 300, 200), Around(shared[..180], 250, 400)];

        Assert.Equal(3, Pairs(texts).Count);
        SimilarityResult result = NearDuplicates.FindAll(
            texts, SimilarityOptions.Corpus, new CommonText("1", formulations));

        // Where one formulation meets the next, what joins them stands in these three texts and nowhere else.
        Assert.Empty(result.Pairs);
        Assert.Empty(result.Circulating);
    }

    [Fact]
    public void What_joins_common_sentences_is_not_enough()
    {
        string[] sentences = [.. Enumerable.Range(0, 4).Select(_ => _invented.Text(30))];
        string[] texts =
        [
            .. Enumerable.Range(0, 40).Select(i => Around(sentences[i % 4], 200, 200)),
            Around(sentences[0] + sentences[1], 300, 200),
            Around(sentences[0] + sentences[1], 100, 400),
        ];

        Assert.Empty(Pairs(texts));
    }

    [Fact]
    public void A_background_tells_what_is_usual()
    {
        string usual = _invented.Text(200);
        string[] texts = [Around(usual, 200, 300), Around(usual, 300, 200)];
        string[] background = [.. Enumerable.Range(0, 40).Select(_ => Around(usual, 50, 50))];

        Assert.Single(Pairs(texts));
        Assert.Empty(NearDuplicates.FindAll(texts, SimilarityOptions.Corpus, new CommonText("1", [], background)).Pairs);
    }

    [Fact]
    public void Neither_order_nor_threads_nor_memory_nor_the_processor_changes_the_result()
    {
        string[] texts = Corpus(60);
        string expected = Written(texts, texts, SimilarityOptions.Corpus with { Threads = 1 });

        foreach (int seed in (int[])[1, 2, 3])
        {
            string[] shuffled = [.. texts];
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(expected, Written(texts, shuffled, SimilarityOptions.Corpus with { Threads = seed }));
        }

        foreach (int width in (int[])[0, 128, 256])
        {
            Assert.Equal(expected, Written(texts, texts, SimilarityOptions.Corpus with { WidestVector = width }));
        }

        Assert.Equal(expected, Written(texts, texts, SimilarityOptions.Corpus with { SeedMemory = 20_000, Threads = 3 }));
    }

    [Fact]
    public void A_corpus_need_not_be_in_memory()
    {
        string[] texts = Corpus(60);
        var asked = new TextsFromElsewhere([.. texts, texts[7]]);

        SimilarityResult expected = NearDuplicates.FindAll([.. texts, texts[7]], SimilarityOptions.Corpus);
        SimilarityResult found = NearDuplicates.FindAll(asked, SimilarityOptions.Corpus with { SeedMemory = 20_000 });

        Assert.Equal(
            expected.Pairs.Select(pair => (pair.A, pair.B, Written(pair.Passages))), found.Pairs.Select(pair => (pair.A, pair.B, Written(pair.Passages))));
        Assert.Contains(found.Pairs, pair => (pair.A, pair.B) == (7, 60));
    }

    [Fact]
    public void Each_text_of_a_corpus_asked_of_an_index_of_the_others_gives_the_same_pairs()
    {
        string[] texts = Corpus(40);
        Guid[] ids = [.. texts.Select((_, i) => new Guid(i + 1, 0, 0, new byte[8]))];
        var expected = new SortedDictionary<(int, int), string>();
        foreach (SimilarPair pair in Pairs(texts))
        {
            expected.Add((pair.A, pair.B), Written(pair.Passages));
        }

        var found = new SortedDictionary<(int, int), string>();
        using var index = new SimilarityIndex(SimilarityOptions.Corpus);
        for (int i = 0; i < texts.Length; i++)
        {
            index.Add(ids[i], texts[i]);
            if (i == 20)
            {
                index.Compact();
            }
        }

        for (int i = 0; i < texts.Length; i++)
        {
            foreach (FoundText match in index.Find(texts[i], except: ids[i]).Matches)
            {
                int other = Array.IndexOf(ids, match.Id);
                if (i < other)
                {
                    found.Add((i, other), Written(match.Passages));
                }
            }
        }

        Assert.Equal(expected, found);
    }

    // For copies word for word, the longest stretch two texts share says without any index what must be found.
    [Fact]
    public void What_is_found_is_what_comparing_every_text_with_every_other_finds() =>
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var invented = new InventedTexts(seed);
                var random = new Random(seed);
                string[] texts = [.. Enumerable.Range(0, 6).Select(_ => invented.Text(random.Next(100, 400)))];
                for (int i = 0; i < 4; i++)
                {
                    string from = texts[random.Next(6)];
                    int length = Math.Min(from.Length, random.Next(5, 120));
                    int start = random.Next(from.Length - length + 1);
                    int to = random.Next(6);
                    int at = random.Next(texts[to].Length);
                    texts[to] = $"{texts[to][..at]}{from.AsSpan(start, length)}{texts[to][at..]}";
                }

                var pairs = Pairs(texts).ToDictionary(pair => (pair.A, pair.B));
                for (int a = 0; a < 6; a++)
                {
                    for (int b = a + 1; b < 6; b++)
                    {
                        int longest = LongestShared(Letters(texts[a]), Letters(texts[b]));
                        Assert.True(longest < 56 || pairs.ContainsKey((a, b)), $"{longest} shared, not found");
                        Assert.True(longest >= 16 || !pairs.ContainsKey((a, b)), $"{longest} shared, found");
                    }
                }
            },
            iter: 150);

    [Fact]
    public void Whatever_stands_in_the_texts_spans_lie_in_them_and_blocks_are_equal() =>
        Gen.Select(Texts.Damaged.Array[3], Texts.Damaged.Array[4]).Sample(
            (own, shared) =>
            {
                string passage = string.Concat(shared);
                string[] texts = [own[0] + passage + own[1], own[2] + passage + own[0], passage + passage, own[1], ""];
                foreach (SimilarPair pair in Pairs(texts))
                {
                    Assert.InRange(pair.ContainmentA, 0, 1);
                    Assert.InRange(pair.ContainmentB, 0, 1);
                    foreach (Passage found in pair.Passages)
                    {
                        Holds(found, texts[pair.A], texts[pair.B]);
                    }
                }
            },
            iter: 400);

    [Fact]
    public void What_a_text_says_again_and_again_is_found_and_costs_no_more_than_its_length()
    {
        const string Sentence = "会前征求意见，仓库的消防栓没有水，登记簿上却写着完好。";
        string[] texts = [string.Concat(Enumerable.Repeat(Sentence, 1000)), string.Concat(Enumerable.Repeat(Sentence, 2000))];
        long before = GC.GetAllocatedBytesForCurrentThread();

        SimilarityResult found = NearDuplicates.FindAll(texts, SimilarityOptions.Deep with { Threads = 1 });

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
        Assert.Single(found.Pairs);

        var index = new SimilarityIndex(SimilarityOptions.Deep);
        index.Add(new Guid(1, 0, 0, new byte[8]), texts[1]);
        before = GC.GetAllocatedBytesForCurrentThread();

        FoundTexts asked = index.Find(texts[0]);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
        Assert.Single(asked.Matches);
    }

    [Fact]
    public void A_search_can_be_stopped()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(
            () => NearDuplicates.FindAll(Corpus(20), SimilarityOptions.Corpus, ct: source.Token));
    }

    [Fact]
    public void Nothing_and_next_to_nothing_have_no_pairs()
    {
        Assert.Empty(Pairs([]));
        Assert.Empty(Pairs(["", "", "一", "\uD800", "。。。"]));
        Assert.Empty(Pairs([new string('学', 5000), new string('学', 5000)]));
    }

    private static void Holds(Passage found, string a, string b)
    {
        int end = 0;
        foreach (MatchedBlock block in found.Blocks)
        {
            Assert.True(found.A.Contains(block.A) && found.B.Contains(block.B));
            Assert.True(block.A.Start >= end);
            Assert.Equal(Letters(block.A.In(a).ToString()), Letters(block.B.In(b).ToString()));
            end = block.A.End;
        }

        Assert.True(found.A.End <= a.Length && found.B.End <= b.Length);
        Assert.Equal(found.A, TextSpan.FromBounds(found.Blocks[0].A.Start, found.Blocks[^1].A.End));
        Assert.False(found.A.End < a.Length && char.IsSurrogatePair(a[found.A.End - 1], a[found.A.End]));
    }

    private static string Letters(string text)
    {
        ushort[] form = new ushort[text.Length + 1];
        return string.Concat(form.Take(ComparisonForm.Write(text, form)).Select(unit => (char)unit));
    }

    private static int LongestShared(string a, string b)
    {
        int longest = 0;
        int[] row = new int[b.Length + 1];
        foreach (char c in a)
        {
            for (int j = b.Length; j > 0; j--)
            {
                row[j] = c == b[j - 1] ? row[j - 1] + 1 : 0;
                longest = Math.Max(longest, row[j]);
            }
        }

        return longest;
    }

    private string[] Corpus(int count)
    {
        string[] stock = [.. Enumerable.Range(0, 6).Select(_ => _invented.Text(50))];
        string[] texts = [.. Enumerable.Range(0, count).Select(i => Around(stock[i % 6], 200, 300))];
        for (int i = 0; i + 1 < count; i += 3)
        {
            string passage = texts[i].Substring(20 + i, 180);
            texts[i + 1] += i % 2 == 0 ? passage : _invented.Edited(passage, 12);
        }

        return texts;
    }

    private string Around(string passage, int before, int after) => _invented.Text(before) + passage + _invented.Text(after);

    private static IReadOnlyList<SimilarPair> Pairs(string[] texts) =>
        NearDuplicates.FindAll(texts, SimilarityOptions.Corpus).Pairs;

    /// <summary>The result in numbers of <paramref name="texts"/>, whatever the order they are given in.</summary>
    private static string Written(string[] texts, string[] given, SimilarityOptions options)
    {
        SimilarityResult result = NearDuplicates.FindAll(given, options);
        Assert.NotEmpty(result.Pairs);
        var lines = new List<string>();
        foreach (SimilarPair pair in result.Pairs)
        {
            int a = Array.IndexOf(texts, given[pair.A]);
            int b = Array.IndexOf(texts, given[pair.B]);
            SimilarPair ordered = a < b ? pair : pair.Turned();
            lines.Add($"{Math.Min(a, b)} {Math.Max(a, b)} {ordered.ContainmentA} {Written(ordered.Passages)}");
        }

        foreach (CirculatingPassage passage in result.Circulating)
        {
            lines.Add(string.Join(' ', passage.Places
                .Select(place => (Array.IndexOf(texts, given[place.Text]), place.Span.Start, place.Span.End)).Order()));
        }

        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    private static string Written(IReadOnlyList<Passage> passages)
    {
        var text = new StringBuilder();
        foreach (Passage passage in passages)
        {
            text.Append(CultureInfo.InvariantCulture, $"[{passage.A.Start}+{passage.A.Length} {passage.B.Start}+{passage.B.Length} ")
                .Append(CultureInfo.InvariantCulture, $"{passage.EvidenceBits:F3} {passage.RareCharacters} {passage.Kind} {passage.Traits} ")
                .AppendJoin(',', passage.Blocks.Select(block => $"{block.A.Start}:{block.B.Start}:{block.A.Length}"))
                .Append(']');
        }

        return text.ToString();
    }

    // Each text is another string whenever it is asked for, as if it were read from a file.
    private sealed class TextsFromElsewhere(string[] texts) : IReadOnlyList<string>
    {
        public int Count => texts.Length;

        public string this[int index] => new(texts[index].AsSpan());

        public IEnumerator<string> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
