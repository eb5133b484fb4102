using Gongxing.Core.Statements;
using Gongxing.Review.Structure;

namespace Gongxing.Tests.Review.Structure;

/// <summary>What the form of a text says of its parts: titles, points for stops, headings of a trade, tables of what to do.</summary>
public class FormSignsTests
{
    [Fact]
    public void The_title_said_again_begins_another_statement_whatever_its_layout()
    {
        Statement read = Read("""
            2024年度组织生活会个人对照检查材料
            （市场所党支部 范新）
            根据安排，现报告如下。
            一、存在的问题
            1.领学念稿子，没有自己备课。
            2.备案让商户多跑，没有当场办。
            二、整改措施
            1.每月自己备课领学一次。
            2.备案当场办结，每月回访。
            2024年度组织生活会个人对照检查材料
            （市场所党支部 郑彬）
            各位同志：
            静下心来检视自己，问题不少。
            在工作作风方面，核实投诉不到现场，四十多件打个电话就结案。
            在担当作为方面，新事等细则，直播监管一直没有动手。
            出现这些问题，主要有两个原因：一是党性锻炼少，遇事先想自己。二是群众观念淡，把投诉当数字。
            针对以上问题，下一步我做两件事：一是投诉满五百元一律到现场。二是一季度拿出检查清单。
            """);

        Assert.Equal([null, null, "在工作作风方面", "在担当作为方面"], read.Findings.Select(finding => finding.Aspect));
        Assert.Equal(["党性锻炼少", "群众观念淡"], read.Causes.Select(cause => cause.Title.Split('，')[0]));
        Assert.Equal(4, read.Measures.Count);
        Assert.All(read.Measures, measure => Assert.Null(measure.Group));
    }

    [Fact]
    public void A_page_header_that_comes_again_begins_nothing()
    {
        Statement read = Read("""
            个人对照检查材料
            一、存在的问题
            1.学习不深。全年只读了一本书。
            2.下村太少。全年只去了九天。
            二、原因分析
            1.想着快退休了。
            个人对照检查材料
            2.怕吃苦，嫌路远。
            三、整改措施
            1.每月读一本书。
            """);

        Assert.Equal(2, read.Causes.Count);
        Assert.Single(read.Measures);
    }

    [Fact]
    public void A_point_written_for_a_stop_ends_a_title()
    {
        Statement read = Read("""
            个人对照检查材料
            一.存在的问题
            1.学习不够深入.全年只读了一本书,有的翻过就放下.
            2.下村太少.全年只去了9.5天,有三个村没有去过.
            二.整改措施
            1.每月读一本书.读完在支部讲一次,请大家提意见.
            """);

        Assert.Equal(["学习不够深入", "下村太少"], read.Findings.Select(finding => finding.Title));
        Assert.Equal(["每月读一本书"], read.Measures.Select(measure => measure.Title));
    }

    [Fact]
    public void Paragraphs_that_open_with_a_short_sentence_are_findings_under_a_bare_aspect()
    {
        Statement read = Read("""
            群众路线教育实践活动个人对照检查材料
            “四风”方面存在的突出问题
            形式主义方面
            慰问重场面。先联系电视台，再定慰问户。
            创建重牌子。书屋挂了牌，书没有换过。
            官僚主义方面
            下企业少，坐办公室多。全年四十一次，一多半是陪同检查。
            听意见不耐烦。一听走过仲裁，就让人去找法院。
            今后的努力方向
            每月下企业四天，其中两天去小企业。
            """);

        Assert.Equal(["慰问重场面", "创建重牌子", "下企业少，坐办公室多", "听意见不耐烦"],
            read.Findings.Select(finding => finding.Title));
        Assert.Equal(["形式主义方面", "形式主义方面", "官僚主义方面", "官僚主义方面"],
            read.Findings.Select(finding => finding.Aspect));
    }

    [Fact]
    public void Paragraphs_that_name_aspects_may_name_one_that_no_list_has()
    {
        Statement read = Read("""
            领导班子对照检查材料
            一、存在的问题
            在理论学习上，以会代学的现象突出。
            在学科建设上，平台建了三年还没有成果。
            在工作作风上，到一线太少。
            """);

        Assert.Equal(["在理论学习上", "在学科建设上", "在工作作风上"], read.Findings.Select(finding => finding.Aspect));
    }

    [Theory]
    [InlineData("D3 临时对策", "D5 永久对策", "D7 预防再发")]
    [InlineData("D3 暂时对策", "D5 长期对策", "D7 防止再发")]
    public void Disciplines_of_an_8D_report_have_their_headings(string interim, string permanent, string prevent)
    {
        Statement read = Read($"""
            8D改善报告
            D1 成立小组
            组长：品保课 简豪
            D2 问题描述
            客户进料检验时发现胶圈脱落，抽验315件有6件，批号230726。
            {interim}
            1. 客户端库存派人全检，8月14日完成。
            2. 厂内在制品全数隔离。
            D4 原因分析
            发生原因：导柱磨耗，胶圈压入深度不够。
            流出原因：只看有无，不量深度。
            {permanent}
            1. 更换导柱材质，四套治具8月18日前换完。
            D6 对策实施与效果确认
            连续追踪三批共9600件，脱落0件。
            {prevent}
            1. 导柱列入保养基准，每五万模次量一次。
            D8 结案
            客户同意结案。
            """);

        Assert.Equal(["客户进料检验时发现胶圈脱落"], read.Findings.Select(finding => finding.Title.Split('，')[0]));
        Assert.Equal(2, read.Causes.Count);
        Assert.Equal(4, read.Measures.Count);
    }

    [Fact]
    public void A_table_of_what_to_do_lists_measures_with_who_and_when()
    {
        Statement read = Read("""
            系统迁移项目复盘
            一、暴露的问题
            1.数据清洗估计不足，第一次没跑完。
            2.验收标准说不清，附件没有迁。
            二、行动项
            | 编号 | 要做什么 | 谁 | 什么时候 |
            |---|---|---|---|
            | A1 | 立项前抽样试迁 | 骆凡 | 7月1日 |
            | A2 | 补迁合同附件，逐条核对 | 贺楠 | 6月30日 |
            """);

        Assert.Equal(2, read.Findings.Count);
        Assert.Equal([("立项前抽样试迁", "骆凡", "7月1日"), ("补迁合同附件，逐条核对", "贺楠", "6月30日")],
            read.Measures.Select(measure => (measure.Title, measure.Owner, measure.Due)));
    }

    [Fact]
    public void A_report_above_the_fields_of_its_form_is_the_title()
    {
        Statement read = Read("""
            不符合项整改报告
            受审核方：江屿铸造公司
            审核日期：2024年5月20日
            不符合项1
            不符合事实：温度记录表有六个时段空白。
            原因分析：夜班只有一个人。
            纠正措施：加装自动记录仪。
            不符合项2
            不符合事实：卡尺过了校准期还在用。
            原因分析：台账没有到期提醒。
            纠正措施：到期前15天自动提醒。
            """);

        Assert.Equal("不符合项整改报告", read.Title);
        Assert.Equal(2, read.Measures.Count);
    }

    private static Statement Read(string text) => StatementReader.Read(Document.FromText(text));
}
