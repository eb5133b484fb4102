using System.Globalization;
using Gongxing.Review.Duplicates;
using Gongxing.Tests.Review.Rules;
using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Tests.Review.Duplicates;

public class UsualWordingTests
{
    private const int FewestTexts = 3;
    private const int ShortestClause = 8;

    /// <summary>With ACCEPT=1 the table is written anew.</summary>
    [Fact]
    public void The_table_is_what_our_own_texts_have_in_common()
    {
        string[] texts =
        [
            .. from folder in (string[])["structure", "review"]
               from file in Directory.GetFiles(ReviewCorpusTests.PathOf($"corpus/{folder}"), "*.txt")
               select File.ReadAllText(file),
        ];
        (string Words, int Texts)[] usual =
        [
            .. from clause in texts.SelectMany(ClausesOf)
               group clause by clause into same
               where same.Count() >= FewestTexts
               orderby same.Count() descending, same.Key
               select (same.Key, same.Count()),
        ];
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(
                ReviewCorpusTests.PathOf("../src/Gongxing.Review/Packs/usual-wording.tsv"),
                string.Concat(usual.Select(one => Line(one.Texts, one.Words)).Prepend(Line(texts.Length, "texts"))));
            return;
        }

        Assert.Equal(texts.Length, CommonWording.Usual.Texts);
        Assert.Equal(usual, CommonWording.Usual.Phrases);
    }

    [Fact]
    public void Five_statements_that_share_what_is_usual_are_no_pairs_and_a_copy_among_them_is_one()
    {
        string[] own =
        [
            "我分管的三座泵站去年汛前只试了一次机，值班表贴在墙上没有人改，六月那场雨下到半夜才发现二号机组的联轴器松了。",
            "校车上下车点挪到小区门口以后，家长电话打到我这里十一次，我让后勤去看，自己开学第三周才站到路口看了一早上。",
            "采购目录用的还是前年的，耗材价格比邻县高两成，信息科提醒过两回，我嫌重新招标麻烦，一直拖到审计组进门。",
            "包联的茶山村产业路修到半截停了八个月，村里到镇上找我四次，我每次都说在协调，其实只给交通局打过一个电话。",
            "窗口的叫号机坏了三个星期，群众自己排队，我从侧门进出看不见，直到有人把照片发到县长信箱才知道这件事。",
        ];

        (string Words, int Texts)[] usual = [.. CommonWording.Usual.Phrases.Where(one => one.Words.Length >= 10).Take(24)];
        string[] texts =
        [
            .. own.Select(words => string.Concat(words.Chunk(5).Select((some, i) =>
                $"{new string(some)}\n{usual[i].Words}\n"))),
        ];

        Assert.NotEmpty(NearDuplicates.FindAll(texts, SimilarityOptions.Corpus, new CommonText("none", [])).Pairs);
        Assert.Empty(NearDuplicates.FindAll(texts, SimilarityOptions.Corpus, CommonWording.BuiltIn).Pairs);
        string[] copied = [$"查摆如下：{own[3]}", $"{own[3]}以上是我的检查。"];
        Assert.Single(NearDuplicates.FindAll([.. texts, .. copied], SimilarityOptions.Corpus, CommonWording.BuiltIn).Pairs);
    }

    private static IEnumerable<string> ClausesOf(string text)
    {
        var clauses = new HashSet<string>(StringComparer.Ordinal);
        string folded = NormalizedText.Of(text).Text;
        foreach (TextSpan span in Clauses.In(folded))
        {
            string words = new([.. span.In(folded).ToArray().Where(c => c is >= '\u4E00' and <= '\u9FFF')]);
            if (words.Length >= ShortestClause)
            {
                clauses.Add(words);
            }
        }

        return clauses;
    }

    private static string Line(int texts, string words) => string.Create(CultureInfo.InvariantCulture, $"{texts}\t{words}\n");
}
