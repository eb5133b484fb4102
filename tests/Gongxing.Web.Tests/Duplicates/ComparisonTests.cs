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
    [InlineData("反馈指出：{0}", "3.反馈的具体问题：\n{0}")]
    [InlineData("巡察反馈意见指出：{0}", "检查组提出：{0}")]
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
    [InlineData("群众反馈的问题：灌区三条支渠的闸门锈死，村里报了两次，水管站只是登记，秋灌那天闸门提不起来，四百亩晚稻误了一茬水，借来机具才应付过去。")]
    [InlineData("反馈指出：水利工程管护不到位。整改情况：灌区三条支渠的闸门锈死，村里报了两次，水管站只是登记，秋灌那天闸门提不起来，四百亩晚稻误了一茬水，借来机具才应付过去。")]
    [InlineData("反馈的问题：管护责任不明确。整改落实情况：灌区三条支渠的闸门锈死，村里报了两次，水管站只是登记，秋灌那天闸门提不起来，四百亩晚稻误了一茬水，借来机具才应付过去。")]
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
    public void Lines_around_a_copy_that_are_nobody_s_are_no_part_of_it()
    {
        const string Around = "{0}\n反馈指出：{1}\n{2}\n二、下一步打算\n反馈的问题：{1}\n{3}";
        string[] texts =
        [
            string.Format(null, Around, s_own[0], Notice, Copied, s_own[1]),
            string.Format(null, Around, s_own[2], Notice, Copied, Opening),
        ];
        Passage passage = Assert.Single(Assert.Single(Compared(texts).Pairs).Passages);

        Assert.Equal(Copied.TrimEnd('。'), passage.A.In(texts[0]).ToString());
        Assert.Equal(Copied.TrimEnd('。'), passage.B.In(texts[1]).ToString());
        Assert.Equal(PassageKind.Verbatim, passage.Kind);
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

    [Theory]
    [InlineData("根据院党总支统一安排，会前我认真学习了规定篇目，通过发放问卷、个别访谈等形式听取了师生意见，同班子成员逐一谈心，做了比较充分的准备。下面作对照检查。")]
    [InlineData("2022年度民主生活会上，我共查摆问题9个，制定整改措施14条，截至目前已完成12条，其余2条需要长期坚持，正在持续推进。")]
    [InlineData("通过学习研讨和自我对照，我深刻认识到自己在思想和工作上还存在不少问题和不足，主要表现在以下几个方面。")]
    [InlineData("上述问题的存在，既有客观原因，也有主观原因，但归根结底是主观世界改造抓得不够自觉，主要有以下几点。")]
    [InlineData("下一步，我将以这次会议为契机，认真制定整改方案，列出问题清单、责任清单，明确整改时限，逐项抓好落实，确保整改取得实效。")]
    [InlineData("收到审计报告后，公司高度重视，立即召开专题会议研究部署，成立以总经理为组长的整改工作领导小组，逐条制定整改措施，明确责任部门和完成时限。")]
    [InlineData("以上是我的对照检查，有不妥之处，恳请各位领导和同志们提出宝贵意见，批评指正，我将虚心接受，并认真抓好整改落实。")]
    [InlineData("本人严格执行个人有关事项报告制度，配偶、子女及其配偶无经商办企业情况，住房、用车、办公用房均按规定标准执行，没有巡视巡察反馈和组织约谈函询需要说明的问题。")]
    [InlineData("强化理论武装，组织干部系统学习《中华人民共和国行政许可法》《中华人民共和国行政处罚法》《优化营商环境条例》《保障中小企业款项支付条例》等法律法规，做到学用结合。")]
    [InlineData("欢迎广大干部群众对巡察整改落实情况进行监督。如有意见建议，请及时向我们反映。联系方式：电话0900-5550123；邮寄地址：政务中心3号楼；电子邮箱：a@example.com。")]
    public void Nor_does_anybody_own_the_sentences_around_it_all(string words)
    {
        Comparison found = Compared($"{s_own[0]}\n{words}\n{s_own[2]}", $"{words}{s_own[1]}");

        Assert.Empty(found.Pairs);
        Assert.Single(found.Mandated);
    }

    [Fact]
    public void The_fields_of_a_ledger_are_common_wording()
    {
        const string Fields = "（责任领导：局党组成员、副局长；责任科室：办公室、人事科、财务科；配合单位：县人社局；完成时限：立行立改、长期坚持）";
        Comparison found = Compared($"{s_own[0]}\n{Fields}\n{s_own[2]}", $"{s_own[1]}\n{Fields}\n问题三");

        Assert.Empty(found.Pairs);
        Assert.Single(found.Mandated);
    }

    [Theory]
    [InlineData("根据群众意见，我对照检查了三家养老院的夜间值班，护理员一个人管十九位老人，床头铃坏了七只，我写在本子上，到年底也没有报修。")]
    [InlineData("征求意见时职工提出宿舍漏雨、洗澡没有热水，这两件事四月就有人说过，我认为应当由劳务公司管，到十月才派人上房顶补了两卷油毡。")]
    [InlineData("以这次整改为契机，修订村级财务、公务接待、项目论证三项制度，九月底前印发到各村，每季度由镇纪委抽查两个村的原始凭证并张榜公布。")]
    public void What_happened_is_somebody_s_own_in_whatever_words_it_begins(string words)
    {
        Comparison found = Compared($"{s_own[0]}\n{words}\n{s_own[2]}", $"{words}{s_own[1]}");

        Assert.Single(found.Pairs);
        Assert.Empty(found.Mandated);
    }

    [Theory]
    [InlineData("{0}", "{0}")]
    [InlineData("县里早就说明白了。{0}我没有做到。", "{0}")]
    public void A_notice_that_is_handed_over_is_common_wording_also_where_it_was_edited(string a, string b)
    {
        string edited = Notice.Replace("应当在", "要在", StringComparison.Ordinal).Replace("结果当面", "结果如实", StringComparison.Ordinal);
        Comparison found = Comparison.Of(
            Texts($"{s_own[0]}\n{string.Format(null, a, Notice)}", $"{string.Format(null, b, edited)}\n{s_own[1]}"),
            Texts($"关于惠民资金的通知\n{Notice}\n请遵照执行。"),
            [], crosses: false, shortest: null, progress: null, TestContext.Current.CancellationToken);

        Assert.Empty(found.Pairs);
        Assert.Equal(2, Assert.Single(found.Mandated).Texts);
    }

    [Fact]
    public void A_copy_beside_the_notice_is_still_a_pair()
    {
        Comparison found = Comparison.Of(
            Texts($"{Notice}\n{s_own[0]}\n{Copied}", $"{Copied}\n{s_own[1]}\n{Notice}"),
            Texts(Notice), [], crosses: false, shortest: null, progress: null, TestContext.Current.CancellationToken);

        Assert.StartsWith("去年九月", Assert.Single(Assert.Single(found.Pairs).Passages).A.In(found.Texts[0].Text).ToString());
        Assert.Single(found.Mandated);
    }

    [Fact]
    public void What_stands_in_three_texts_or_more_is_told_by_itself_as_well()
    {
        Comparison found = Compared(
            $"{s_own[0]}\n{Notice}", $"{Notice}\n{s_own[1]}", $"{s_own[2]}{Notice}", $"我也写：{Copied}", $"{Copied}后来呢？");

        Assert.Equal(4, found.Pairs.Count);
        Assert.Equal([0, 1, 2], Assert.Single(found.Repeated).Places.Select(place => place.Text));
    }

    [Fact]
    public void A_few_words_here_and_there_after_an_opening_are_equal_by_chance()
    {
        const string Account = "2023年度民主生活会上，我查摆问题9个，制定整改措施8条。";
        Comparison found = Compared(
            $"{Opening}\n{Account}石盘组通组路于9月18日通车；信访件按期办结率提高到九成；镇农贸市场只完成排水改造；86个村民小组走到61个；老茶厂清退没有进展。",
            $"{Opening}\n{Account}镇农贸市场8月26日竣工；茶园签约930亩；25个村民小组3月27日走完；临时救助按期办结率达到十成；老茶厂清退进入诉讼程序。");

        Assert.Empty(found.Pairs);
        Assert.Single(found.Mandated);
    }

    [Fact]
    public void What_the_writer_goes_on_to_say_of_himself_does_not_make_a_law_his_own()
    {
        const string Law =
            "《惠民资金管理办法》第七条规定：乡镇应当在两个工作日内见到反映人，七个工作日内查清资金去向。逾期没有查清的，由县级主管部门提级办理，结果当面告知。";
        Comparison found = Compared(
            $"{s_own[0]}\n{Law}对照这一条，我去年办的三件都逾期了。", $"{s_own[1]}\n{Law}我们镇有两件。");

        Assert.Empty(found.Pairs);
        Assert.Single(found.Quoted);
    }

    [Fact]
    public void What_is_prescribed_is_common_wording_in_however_many_texts()
    {
        Comparison found = Compared(
            [.. Enumerable.Range(0, 12).Select(i => $"{Opening}\n{new string((char)('一' + (97 * i)), 30)}。")]);

        Assert.Empty(found.Pairs);
        Assert.Empty(found.Circulating);
        Assert.Equal(12, Assert.Single(found.Mandated).Texts);
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

    private static ComparedText[] Texts(params string[] texts) =>
        [.. texts.Select((text, i) => new ComparedText($"{i}", $"{i}", text, TextRoles.Compared))];

    private static Comparison Compared(int? shortest, params string[] texts) => Comparison.Of(
        Texts(texts), [], [], crosses: false, shortest, progress: null, TestContext.Current.CancellationToken);
}
