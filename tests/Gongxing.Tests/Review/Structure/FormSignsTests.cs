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
    public void Another_title_of_the_kind_with_a_name_below_begins_another_statement()
    {
        Statement read = Read("""
            博物馆支部班子2023年度组织生活会对照检查材料
            一、存在的主要问题
            1.学习联系实际不紧。停留在念文件上。
            2.服务不够主动。下午没有讲解。
            二、改进措施
            1.每季度研究一个难题。
            2.自2月1日起增加下午两场讲解。
            博物馆副馆长2023年度组织生活会个人发言提纲
            裴宁
            同志们：
            下面我讲三点不足。
            第一个不足是学习不系统。四本书翻完一本。
            第二个不足是作风不够硬。验收从6月推到12月。
            第三个不足是对年轻同志关心不够。没有给他们调过班。
            分析起来，主要有两条原因：一是放松了要求，够用就行。二是怕得罪人，老好人思想重。
            下一步我打算这样改：一是春节前读完三本书。二是给供应商下催告，3月底完不成就扣款。
            """);

        Assert.Equal(["学习联系实际不紧", "服务不够主动", "学习不系统", "作风不够硬", "对年轻同志关心不够"],
            read.Findings.Select(finding => finding.Title));
        Assert.All(read.Findings, finding => Assert.Null(finding.Aspect));
        Assert.Equal(2, read.Causes.Count);
        Assert.Equal(4, read.Measures.Count);
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
    public void A_table_of_numbered_problems_lists_findings_though_it_tells_nothing_else_of_them()
    {
        Statement read = Read("""
            停线事故复盘报告
            一、问题清单
            | # | 问题 | 影响 |
            |---|---|---|
            | P1 | 主控内存溢出，重启失败 | 全线停机 |
            | P2 | 备机配置停在8月版本 | 多停两小时 |
            二、原因
            1. 压测没有压主控。
            2. 配置同步全靠人记。
            三、改进计划
            | 对应问题 | 措施 | 负责人 | 完成日期 |
            |---|---|---|---|
            | P1 | 主控加内存告警 | 邵峰 | 2024-05-20 |
            | P2 | 变更单加备机同步一栏 | 路遥 | 2023-12-15 |
            """);

        Assert.Equal(["主控内存溢出，重启失败", "备机配置停在8月版本"], read.Findings.Select(finding => finding.Title));
        Assert.Equal(2, read.Causes.Count);
        Assert.Equal(["F1", "F2"], read.Measures.Select(measure =>
            Assert.Single(read.Links, link => link.From[0] == 'F' && link.To == measure.Id && link.Basis == LinkBasis.Explicit).From));
    }

    [Fact]
    public void Labelled_disciplines_of_an_8D_report_hold_their_lists()
    {
        Statement read = Read("""
            客户投诉8D分析报告
            1D  小组成员：
            组长：段鸣；组员：车健。
            2D  问题描述：
            客户装机后反馈轴承异音，上线2000套有21套，批号24022。
            3D  临时措施：
            （1）客户处8000套停用，3月20日前换货。
            （2）厂内4600套隔离，逐套检测。
            4D  根本原因：
            （1）产生原因：油石粒度用错，夜班没有核对。
            （2）流出原因：抽样方案偏松，未能检出。
            5D  纠正措施：
            （1）油石分色管理，3月25日完成。责任人：伍兰。
            （2）振动检测改为全检。责任人：车健。
            6D  措施验证：
            连续生产五批，合格率99.98%。
            7D  预防再发生：
            （1）修订辅料管理规定。责任人：计芳。
            （2）列入夜班培训教材，每半年复训一次。
            8D  结论：
            措施有效，予以关闭。
            """);

        Assert.Equal(["客户装机后反馈轴承异音"], read.Findings.Select(finding => finding.Title.Split('，')[0]));
        Assert.Equal(["油石粒度用错", "抽样方案偏松"], read.Causes.Select(cause => cause.Title.Split('，')[0]));
        Assert.Equal(6, read.Measures.Count);
    }

    [Theory]
    [InlineData("整改措施及成效：")]
    [InlineData("整改措施和完成情况：")]
    [InlineData("整改措施及时限：")]
    public void A_label_that_names_two_things_stands_for_the_first(string label)
    {
        Statement read = Read($"""
            任期经济责任审计整改情况的报告
            一、已完成整改的问题
            （一）重复发放通讯补贴问题。三年里多发11.52万元。
            {label}已全部清退，修订薪酬办法。
            （二）合同倒签问题。有14份先开工后签字。
            {label}上线合同系统，未编号的不付款。
            """);

        Assert.Equal(2, read.Findings.Count);
        Assert.Equal(["已全部清退", "上线合同系统"], read.Measures.Select(measure => measure.Title.Split('，')[0]));
    }

    [Theory]
    [InlineData("坑")]
    [InlineData("毛病")]
    [InlineData("弯路")]
    public void Plain_words_for_a_fault_are_labels(string fault)
    {
        Statement read = Read($"""
            缴费小程序上线复盘
            先说结果：晚了四十天才上线。
            {fault}一：需求来回改
            从立项到上线改了11次。
            为什么：没有一个人说了算。
            怎么办：以后定稿由分管主任签字。
            {fault}二：没有做压力测试
            头一天上午就挂了。
            为什么：以为用的人不会多。
            怎么办：今后上线前按五倍人数压测。
            做得还行的地方
            1. 数据没有出过错。
            2. 第四天就稳定了。
            """);

        Assert.Equal(["需求来回改", "没有做压力测试"], read.Findings.Select(finding => finding.Title));
        Assert.Equal(2, read.Causes.Count);
        Assert.Equal(2, read.Measures.Count);
    }

    [Theory]
    [InlineData("案例1  ", "案例2  ", "原因分析：")]
    [InlineData("事件一：", "事件二：", "分析：")]
    [InlineData("", "", "分析：")]
    public void A_line_above_what_describes_it_is_the_fault(string first, string second, string cause)
    {
        Statement read = Read($"""
            6月质量问题分析报告
            一、概况
            6月合格率98.6%，客户投诉3起。
            二、典型问题
            {first}控制箱门板喷涂起泡
            问题描述：首批40台中有5台起泡，退货返工。
            {cause}探头结垢，操作工按仪表判断正常。
            整改措施：每周用标准温度计比对一次。
            责任部门：涂装车间   完成时间：6月12日
            {second}端子压接高度超差
            问题描述：同一批次松脱17根，追溯420根。
            {cause}模具超过寿命，台账没有预警。
            整改措施：更换模具，增加到期预警。
            责任部门：线束车间   完成时间：6月18日
            """);

        Assert.Equal(["控制箱门板喷涂起泡", "端子压接高度超差"], read.Findings.Select(finding => finding.Title));
        Assert.All(read.Findings, finding => Assert.Null(finding.Aspect));
        Assert.Equal(2, read.Causes.Count);
        Assert.Equal(["6月12日", "6月18日"], read.Measures.Select(measure => measure.Due));
    }

    [Fact]
    public void A_column_that_names_two_things_holds_the_first()
    {
        Statement read = Read(
            "图书馆巡察反馈问题整改清单\n序号\t反馈问题\t整改措施及完成情况\t责任人\n"
            + "1\t学习记录雷同\t重新制定学习计划\t闵慧\n2\t招标文件有倾向\t修订采购范本\t向东\n");

        Assert.Equal(2, read.Findings.Count);
        Assert.Equal(["重新制定学习计划", "修订采购范本"], read.Measures.Select(measure => measure.Title));
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
