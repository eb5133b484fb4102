using Gongxing.Core.Statements;
using Gongxing.Review.Structure;

namespace Gongxing.Tests.Review.Structure;

/// <summary>What the form of a text tells where no list of words does.</summary>
public class FormTests
{
    [Fact]
    public void A_label_may_be_put_together_of_words_for_its_role()
    {
        Statement read = Read("""
            支部整改方案
            【问题一】记录有代签
            【具体表现】六次签名不是本人写的。
            【成因剖析】书记常年在外，支部的事交给一个人办。
            【整改举措】恢复每月活动日，支委本人签名。
            【督办领导】分管副行长
            【问题二】宣讲走过场
            【具体表现】去的时候村民都在地里。
            【成因剖析】只想着留下照片。
            【整改举措】宣讲改到晚饭以后。
            【督办领导】网点主任
            """);

        Assert.Equal(["记录有代签", "宣讲走过场"], read.Findings.Select(finding => finding.Title));
        Assert.Equal(["K1", "K2"], read.Causes.Select(cause => cause.Id));
        Assert.Equal(["分管副行长", "网点主任"], read.Measures.Select(measure => measure.Owner));
        Assert.Contains(read.Links, link => (link.From, link.To, link.Basis) == ("F2", "K2", LinkBasis.Explicit));
    }

    [Theory]
    [InlineData("2023年度专题民主生活会\n个人对照检查材料", "2023年度专题民主生活会个人对照检查材料")]
    [InlineData("水务局党组领导班子\n2024年度民主生活会对照检查材料", "水务局党组领导班子2024年度民主生活会对照检查材料")]
    [InlineData("云岭镇\n个人对照检查材料", "个人对照检查材料")]
    [InlineData("地点：三楼会议室\n应到43人，实到39人\n社区党支部组织生活会\n支部班子对照检查材料", "社区党支部组织生活会支部班子对照检查材料")]
    public void The_title_is_the_whole_title_also_over_two_lines_and_below_the_record_of_a_meeting(string head, string title) =>
        Assert.Equal(title, Read($"{head}\n会前走访群众，征求了意见。\n一、存在的问题\n1.记账不及时。\n2.报账拖到月底。").Title);

    [Theory]
    [InlineData("序号A1：", "序号A2：")]
    [InlineData("A1：", "A2：")]
    [InlineData("编号1：", "编号2：")]
    [InlineData("M-01、", "M-02、")]
    public void A_code_in_a_row_numbers_an_item(string first, string second) =>
        Assert.Equal(
            ["每日巡查通道", "月底前更换灭火器"],
            Read($"消防自查报告\n一、存在的问题\n1.通道被占用。\n二、整改措施\n{first}每日巡查通道。\n{second}月底前更换灭火器。")
                .Measures.Select(measure => measure.Title));

    [Fact]
    public void A_number_and_a_blank_head_sections_where_they_stand_in_a_row()
    {
        Statement read = Read("""
            仓储系统上线复盘报告
            0 项目概况
            项目延期68天，影响发货的严重问题9个。
            1 暴露出的问题
            1.1 培训脱离岗位。教材里没有叉车。
            1.2 接口测试不足。漏测十三个。
            2 根因
            2.1 测试排期被压缩。从六周到两周。
            3 改进行动
            3.1 各车间编写岗位操作卡。
            """);

        Assert.Equal(["培训脱离岗位", "接口测试不足"], read.Findings.Select(finding => finding.Title));
        Assert.Equal(["测试排期被压缩"], read.Causes.Select(cause => cause.Title));
        Assert.Equal(["各车间编写岗位操作卡"], read.Measures.Select(measure => measure.Title));
    }

    [Fact]
    public void A_number_and_a_blank_alone_are_a_count() =>
        Assert.Equal(
            ["记账不及时"],
            Read("自查报告\n一、存在的问题\n1.记账不及时。\n3 个月才对一次账。").Findings.Select(finding => finding.Title));

    [Fact]
    public void Blanks_in_one_long_line_were_line_ends()
    {
        string prose = string.Concat(Enumerable.Repeat("平时忙于事务，下去的时候少，坐下来的时候更少。", 6));
        Statement read = Read(
            $"个人对照检查材料 按照支部要求，现将情况报告如下。 一、上年度民主生活会查摆问题整改情况 上年度的问题都已改好。 "
            + $"二、存在的问题 （一）学习不深入。{prose} （二）调研不扎实。{prose} 三、原因分析 （一）态度不端正。{prose}");

        Assert.Equal("个人对照检查材料", read.Title);
        Assert.Equal(["学习不深入", "调研不扎实"], read.Findings.Select(finding => finding.Title));
        Assert.Equal(["态度不端正"], read.Causes.Select(cause => cause.Title));
        Assert.Equal("一、上年度民主生活会查摆问题整改情况", read.Sections[1].Heading);
        Assert.Equal(SectionRole.LastYear, read.Sections[1].Role);
    }

    [Fact]
    public void A_heading_ends_where_the_prose_that_was_glued_to_it_begins()
    {
        Statement read = Read(
            "按照支部要求，现将本人对照检查情况报告如下。一、上年度查摆问题整改落实情况上年度查摆的问题都已改好。"
            + "二、存在的问题对照党章，主要有：（一）学习不深入。看书少。（二）调研不扎实。下村少。"
            + "三、整改措施（一）强化学习，提升能力1.每周自学两小时。2.每月在支部领学一次。");

        Assert.Equal(
            ["一、上年度查摆问题整改落实情况", "二、存在的问题", "三、整改措施"],
            read.Sections.Skip(1).Select(section => section.Heading));
        Assert.Equal(["学习不深入", "调研不扎实"], read.Findings.Select(finding => finding.Title));
        Assert.Equal(["每周自学两小时", "每月在支部领学一次"], read.Measures.Select(measure => measure.Title));
    }

    [Fact]
    public void Only_a_number_under_a_heading_makes_a_finding_sure()
    {
        string[] sure = ["一、存在的问题\n1.学习不深入。看书少。\n2.调研不扎实。下村少。"];
        string[] weak =
        [
            "一、存在的问题\n学习不深入。看书少，笔记抄得多。\n调研不扎实。下村少，听汇报多。",
            "1.学习不深入。看书少。\n2.调研不扎实。下村少。",
            "我学习不深入，看书少，笔记抄得多。\n我调研不扎实，下村少，听汇报多。",
        ];

        Assert.All(sure.SelectMany(Findings), finding => Assert.InRange(finding.Confidence, 0.9, 1));
        Assert.All(weak.SelectMany(Findings), finding => Assert.InRange(finding.Confidence, 0, 0.69));
        Assert.All(weak, text => Assert.NotEmpty(Findings(text)));
    }

    [Theory]
    [InlineData("在理论学习上，", "在担当作为上，")]
    [InlineData("理论学习：", "担当作为：")]
    public void Words_before_the_numbers_of_several_lines_name_what_is_counted(string first, string second)
    {
        Statement read = Read(
            $"个人对照检查材料\n一、存在的问题\n{first}一是学得不深。看标题多。二是用得不好。讲话照抄。\n"
            + $"{second}一是遇事推诿。项目拖了半年。");

        Assert.Equal([first[..^1], second[..^1]], read.Aspects.Select(aspect => aspect.Heading));
        Assert.Equal(["学得不深", "用得不好", "遇事推诿"], read.Findings.Select(finding => finding.Title));
        Assert.Equal(second[..^1], read.Findings[2].Aspect);
    }

    [Fact]
    public void Points_that_show_a_fault_are_part_of_it() =>
        Assert.Equal(
            ["学习不深入", "调研不扎实"],
            Read("""
                个人对照检查材料
                一、存在的问题
                1.学习不深入。表现在：①看书少；②笔记抄得多；③不讨论。
                2.调研不扎实。表现在：①下村少；②不过夜；③不记台账。
                """).Findings.Select(finding => finding.Title));

    [Fact]
    public void What_most_items_of_a_level_hold_tells_what_each_of_them_holds() =>
        Assert.Equal(
            ["再提升", "再提升", "再加压", "再加压"],
            Read("""
                班子对照检查材料
                一、整改措施
                （一）再提升。1.制定学习计划，每周学一次。2.建立研判制度，每月研判一次。
                （二）再加压。1.责任书改“背诵”为“交账”。每季度讲清楚三件事。2.村级工程“打捆”监管。合并计算限额。
                """).Measures.Select(measure => measure.Group));

    [Fact]
    public void What_others_are_asked_for_is_no_measure() =>
        Assert.Equal(
            ["按周公示账目"],
            Read("""
                学校食堂自查报告
                一、存在的问题
                （一）账目公示不透明。一学期只有一个总数。
                二、整改措施
                （一）按周公示账目。
                三、工作建议
                建议区里统一组织大宗食材采购，降低学校的成本。
                """).Measures.Select(measure => measure.Title));

    [Fact]
    public void Paragraphs_that_each_name_what_they_answer_are_measures_of_their_own() =>
        Assert.Equal(2, Read("""
            个人对照检查材料
            一、存在的问题
            （一）学习不深入。看书少。
            二、整改措施
            针对学习不深入的问题，每周自学两小时，每月写一篇心得，由支部检查。
            针对调研不扎实的问题，每月驻村三天，建立走访台账，年底公示。
            """).Measures.Count);

    [Theory]
    [InlineData("亟待解决的矛盾和问题", SectionRole.Findings)]
    [InlineData("对问题的反思与剖析", SectionRole.Causes)]
    [InlineData("问题从哪里来", SectionRole.Causes)]
    [InlineData("问题原因及教训", SectionRole.Causes)]
    [InlineData("补短板的办法", SectionRole.Measures)]
    [InlineData("一点决心", SectionRole.Measures)]
    public void A_heading_is_for_what_its_head_word_says(string heading, SectionRole role) =>
        Assert.Equal(
            role,
            Read($"个人对照检查材料\n一、主要情况\n这一年做了不少事。\n二、{heading}\n（一）与群众走动少了。全年下村十二次。")
                .Sections.Single(section => section.Heading?.EndsWith(heading, StringComparison.Ordinal) == true).Role);

    [Fact]
    public void A_tale_of_another_person_is_no_statement() =>
        Assert.False(Read("""
            “最美窗口人”推荐材料
            一、聚焦突出问题，当好群众的贴心人
            她发现，群众办一次过户要跑三四趟。究其原因，一是材料看不懂，二是两头跑，三是老人不会预约。她推动一窗受理。
            二、剖析堵点成因，当好改革的先锋
            她带领同事逐个小区摸底，提出整改思路。她说：“我做得还很不够，今后我将继续努力。”
            """).IsStatement);

    private static IReadOnlyList<Finding> Findings(string text) => Read($"个人对照检查材料\n{text}").Findings;

    private static Statement Read(string text) => StatementReader.Read(Document.FromText(text));
}
