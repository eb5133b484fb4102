using Gongxing.Text;
using Gongxing.Text.Similarity;
using Gongxing.Web.Duplicates;

namespace Gongxing.Web.Tests.Duplicates;

public class ComparisonTests
{
    private const string Notice =
        "各乡镇接到反映惠民资金被截留的线索，应当在两个工作日内见到反映人，七个工作日内查清资金去向，十五个工作日内把结果当面告知，不得以正在办理为由不予答复。";

    private const string Copied =
        "去年九月，灌区三条支渠的闸门锈死，村里报了两次，我让水管站先登记着，直到秋灌那天闸门提不起来，四百亩晚稻误了一茬水。";

    private const string Opening =
        "根据县委关于开好年度专题民主生活会的通知要求，会前认真学习有关文件，广泛征求干部群众意见，深入开展谈心谈话，现将个人对照检查情况报告如下：";

    private static readonly string[] s_own =
    [
        "仓库的消防栓没有水，我在检查记录上签了字，心里想着等预算批下来再说，一等就是半年。",
        "窗口排号机坏了三个星期，群众在大厅站着等，我每天从后门进办公室，没有看见。",
        "校车上下车点挪到小区门口以后，家长电话打到我这里十一次，我让后勤去看。",
    ];

    [Theory]
    [InlineData("通知讲得很具体：“{0}”", "县里的话其实早就说明白了：“{0}”")]
    [InlineData("《惠民资金管理办法》明确：{0}", "县里的通知要求：\n{0}")]
    [InlineData("县纪委的意见指出，{0}", "会上传达了办法，办法规定，{0}")]
    [InlineData("写的是：「{0}」", "写的是：『{0}』")]
    public void What_both_quote_is_no_pair_and_is_told_by_itself(string a, string b)
    {
        Comparison found = Compared(
            $"{s_own[0]}\n{Words(a)}\n我没有背下来。", $"{Words(b)}\n{s_own[1]}", $"{s_own[2]}\n{Words(a)}\n年年都学。");

        CirculatingPassage quoted = Assert.Single(found.Quoted);
        Assert.Empty(found.Pairs);
        Assert.Empty(found.Mandated);
        Assert.Equal([0, 1, 2], quoted.Places.Select(place => place.Text));
        Assert.All(quoted.Places, place => Assert.Contains("七个工作日内查清", place.Span.In(found.Texts[place.Text].Text).ToString()));

        static string Words(string around) => string.Format(null, around, Notice);
    }

    [Fact]
    public void A_quotation_over_several_lines_is_one()
    {
        string wrapped = Notice.Replace("，七个", "，\n七个", StringComparison.Ordinal);
        Comparison found = Compared($"{s_own[0]}\n办法写明“{wrapped}”", $"通知写得明白：“{wrapped}”\n{s_own[1]}");

        Assert.Empty(found.Pairs);
        Assert.Single(found.Quoted);
    }

    [Fact]
    public void What_only_one_of_the_two_quotes_the_other_has_from_somewhere()
    {
        Comparison found = Compared($"{s_own[0]}\n通知说：“{Notice}”", $"{Notice}\n{s_own[1]}");

        Assert.Single(found.Pairs);
        Assert.Empty(found.Quoted);
    }

    [Theory]
    [InlineData("会议要求，{0}")]
    [InlineData("几次会议上都没有提出，闸门锈死以后村里报了两次，水管站只是登记，秋灌那天闸门提不起来，四百亩晚稻误了一茬水，借来机具才应付过去。")]
    [InlineData("对文件要求，水管站传达了就算落实，闸门锈死以后村里报了两次，秋灌那天闸门提不起来，四百亩晚稻误了一茬水，借来机具才应付过去。")]
    [InlineData("围绕水利工作，闸门锈死以后村里报了两次，秋灌那天闸门提不起来，四百亩晚稻误了一茬水，借来机具才应付过去，暴露出的问题如下：")]
    public void What_the_writer_did_is_neither_a_quotation_nor_prescribed(string words)
    {
        string own = string.Format(null, words, Copied);
        Comparison found = Compared($"{own}\n{s_own[0]}", $"{s_own[1]}\n{own}");

        Assert.Single(found.Pairs);
        Assert.Empty(found.Quoted);
        Assert.Empty(found.Mandated);
    }

    [Fact]
    public void Shares_count_what_is_copied_and_not_what_is_quoted_beside_it()
    {
        string[] texts =
        [
            $"{Copied}\n{s_own[0]}\n{s_own[2]}\n通知要求：“{Notice}”",
            $"通知写道：“{Notice}”\n{s_own[1]}\n{Copied}",
        ];
        SimilarPair pair = Assert.Single(Compared(texts).Pairs);
        Passage passage = Assert.Single(pair.Passages);

        Assert.StartsWith("去年九月", passage.A.In(texts[0]).ToString());
        Assert.Equal(
            (double)SpanUnion.Letters(texts[0], [passage.A]) / SpanUnion.Letters(texts[0], [new TextSpan(0, texts[0].Length)]),
            pair.ContainmentA,
            0.02);
    }

    [Fact]
    public void A_whole_copy_with_a_quotation_in_it_stays_whole()
    {
        string text = $"{Copied}通知要求：“{Notice}”{s_own[0]}";
        Comparison found = Compared(text, text);

        Assert.Equal(1, Assert.Single(found.Pairs).Similarity, 0.01);
        Assert.Empty(found.Quoted);
    }

    [Theory]
    [InlineData("根据县委统一部署，{0}年3月6日至5月30日，县委第二巡察组对我局党组开展了常规巡察，7月2日反馈了巡察意见。按照党务公开原则，现将整改进展情况予以公布。")]
    [InlineData("会前，党组集中学习{0}次，发放征求意见表{0}份，召开座谈会{0}场，班子成员之间、班子成员与股室负责人谈心谈话{0}人次。")]
    public void So_are_openings_with_other_numbers(string words)
    {
        Comparison found = Compared($"{string.Format(null, words, 21)}\n{s_own[0]}", $"{string.Format(null, words, 22)}\n{s_own[1]}");

        Assert.Empty(found.Pairs);
        Assert.Single(found.Mandated);
    }

    [Fact]
    public void Prescribed_openings_and_headings_are_common_wording()
    {
        const string Headings = "2023年度主题教育专题民主生活会对照检查材料\n";
        Comparison found = Compared(
            $"{Headings}{Opening}\n一、存在的主要问题\n{s_own[0]}",
            $"{Headings}{Opening}\n一、存在的主要问题\n{s_own[1]}",
            $"{Headings}{Opening}\n一、存在的主要问题\n{s_own[2]}");

        Assert.Empty(found.Pairs);
        Assert.Equal(3, Assert.Single(found.Mandated).Texts);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(20)]
    [InlineData(30)]
    public void As_short_a_passage_as_was_asked_for_is_found_and_no_shorter_one(int letters)
    {
        string words = Copied.Replace("，", "", StringComparison.Ordinal)[4..(4 + letters)];
        string[] texts = [$"{s_own[0]}{words}；{s_own[2]}", $"我想：{words}，又怎样呢。{s_own[1]}"];

        Passage passage = Assert.Single(Assert.Single(Compared(letters, texts).Pairs).Passages);
        Assert.Equal(words, passage.A.In(texts[0]).ToString());
        Assert.Empty(Compared(letters + 1, texts).Pairs);
    }

    [Fact]
    public void Other_numbers_are_no_verbatim_copy()
    {
        string other = Copied.Replace("四百", "六百", StringComparison.Ordinal);
        Passage passage = Assert.Single(Assert.Single(Compared($"{Copied}{s_own[0]}", $"{s_own[1]}{other}").Pairs).Passages);

        Assert.Equal((PassageKind.Edited, PassageTraits.Renumbered), (passage.Kind, passage.Traits));
    }

    private static Comparison Compared(params string[] texts) => Compared(null, texts);

    private static Comparison Compared(int? shortest, params string[] texts) => Comparison.Of(
        [.. texts.Select((text, i) => new ComparedText($"{i}", $"{i}", text, TextRoles.Compared))],
        [], crosses: false, shortest, progress: null, TestContext.Current.CancellationToken);
}
