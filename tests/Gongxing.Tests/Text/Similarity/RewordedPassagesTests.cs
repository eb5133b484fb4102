using Gongxing.Review.Duplicates;
using Gongxing.Tests.Review.Rules;
using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Tests.Text.Similarity;

public class RewordedPassagesTests
{
    private const string Told =
        "一家木器厂三次停电三次偷着开工，第四次我们把老板请到医院，看了一个被电锯切断手指的工人，回来以后他自己把旧锯送到废品站。";

    private const string ToldAgain =
        "有家做木器的小厂，被断电三回就偷偷复工三回，到第四回，我们领着厂长去了医院，让他看一名手指被电锯锯掉的工人，他回来便主动把那台旧锯当废品卖掉了。";

    private static readonly string[] s_others =
    [
        "校车上下车点挪到小区门口以后，家长电话打到我这里十一次，我让后勤去看，自己开学第三周才站到路口看了一早上。",
        "采购目录用的还是前年的，耗材价格比邻县高两成，信息科提醒过两回，我嫌重新招标麻烦，一直拖到审计组进门。",
    ];

    [Fact]
    public void What_was_put_into_other_words_throughout_is_found_from_sentence_to_sentence()
    {
        string[] texts = [$"{s_others[0]}\n（二）{Told}{s_others[1]}", $"一是{ToldAgain}\n后来我常想起这件事。"];

        SimilarPair pair = Assert.Single(Find(texts));
        Passage found = Assert.Single(pair.Passages);
        Assert.Equal(Told.TrimEnd('。'), found.A.In(texts[0]).ToString());
        Assert.Equal(ToldAgain.TrimEnd('。'), found.B.In(texts[1]).ToString());
        Assert.Equal((PassageKind.Edited, PassageTraits.Reworded), (found.Kind, found.Traits));
        Assert.All(found.Blocks, block => Assert.Equal(block.A.In(texts[0]).ToString(), block.B.In(texts[1]).ToString()));
        Assert.InRange(pair.ContainmentA, 0.05, 0.5);
    }

    [Fact]
    public void The_order_of_the_texts_changes_nothing()
    {
        string[] texts = [$"{Told}{s_others[0]}", s_others[1], $"{s_others[1]}{ToldAgain}"];

        Passage found = Assert.Single(Assert.Single(Find(texts), pair => pair is { A: 0, B: 2 }).Passages, Reworded);
        Passage turned = Assert.Single(
            Assert.Single(Find([.. texts.Reverse()]), pair => pair is { A: 0, B: 2 }).Passages, Reworded);

        Assert.Equal((found.A, found.B), (turned.B, turned.A));

        static bool Reworded(Passage passage) => passage.Traits == PassageTraits.Reworded;
    }

    [Fact]
    public void What_is_left_out_or_known_already_is_not_looked_at()
    {
        string[] texts = [Told + s_others[0], ToldAgain + s_others[1]];
        SimilarPair known = Assert.Single(Find(texts));

        Assert.Empty(Find(texts, text => text == 0 ? [new TextSpan(0, Told.Length)] : []));
        Assert.Empty(Find(texts, known: [known]));
        Assert.Empty(Find(texts, shortest: 80));
    }

    [Fact]
    public void What_three_texts_have_word_for_word_is_nobody_s()
    {
        string[] texts = [Told + s_others[0], ToldAgain + s_others[1], $"{Told}又是一年。", $"总之，{Told}"];

        Assert.DoesNotContain(Find(texts), pair => pair is { A: 0, B: 1 });
    }

    [Fact]
    public void Of_what_was_put_into_other_words_in_texts_of_ours_most_is_found_and_nothing_else()
    {
        string[][] rows = Rows("copies/reworded.tsv");
        string[] texts =
        [
            .. rows.Select(row => Read(row[0])),
            .. rows.Select(row => row[1].Replace("\\n", "\n", StringComparison.Ordinal)),
        ];

        IReadOnlyList<SimilarPair> found = Find(texts);

        Assert.All(found, pair => Assert.Equal(pair.A + rows.Length, pair.B));
        Assert.InRange(found.Count, 7, rows.Length);
    }

    [Fact]
    public void Two_people_who_tell_of_the_same_have_not_copied()
    {
        string[][] rows = Rows("copies/two-hands.tsv");

        Assert.Empty(Find([.. rows.SelectMany(row => row)]));
        Assert.All(rows, row => Assert.Empty(Find(row)));
        Assert.Empty(Find([Read("duplicates/same-facts-two-hands.a.txt"), Read("duplicates/same-facts-two-hands.b.txt")]));
    }

    [Fact]
    public void Nor_have_the_writers_of_our_own_texts() =>
        Assert.Empty(Find(
            [.. Directory.GetFiles(ReviewCorpusTests.PathOf("corpus/review"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)]));

    private static string Read(string file) => File.ReadAllText(ReviewCorpusTests.PathOf($"corpus/{file}"));

    private static string[][] Rows(string file) =>
        [.. Read(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];

    private static IReadOnlyList<SimilarPair> Find(
        string[] texts,
        Func<int, IEnumerable<TextSpan>>? leftOut = null,
        IReadOnlyList<SimilarPair>? known = null,
        int shortest = 40) =>
        RewordedPassages.Find(
            texts,
            leftOut ?? (text => MandatedWording.In(texts[text]).Concat(QuotedWording.In(texts[text]).Where(span => span.Length > 12))),
            CommonWording.Letters,
            known ?? [],
            isAsked: null,
            shortest,
            TestContext.Current.CancellationToken);
}
