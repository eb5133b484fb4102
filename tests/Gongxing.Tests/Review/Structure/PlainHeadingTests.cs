using Gongxing.Core.Statements;
using Gongxing.Review.Structure;

namespace Gongxing.Tests.Review.Structure;

/// <summary>Headings that say little, and what stands beside faults without being one.</summary>
public class PlainHeadingTests
{
    [Theory]
    [InlineData("不符合项01    部门：采样室    条款：7.3\n", "不符合项02    部门：样品室    条款：7.4\n")]
    [InlineData("不符合项1\n部门：采样室\n日期：2024年5月6日\n", "不符合项2\n部门：样品室\n日期：2024年5月7日\n")]
    [InlineData("（1）科室：采样室\n", "（2）科室：样品室\n")]
    [InlineData("不符合项编号：01 受审核部门：采样室\n", "不符合项编号：02 受审核部门：样品室\n")]
    public void What_labels_say_of_place_and_day_is_no_fault(string first, string second)
    {
        Statement read = Read($"""
            监测站内部审核不符合项报告
            {first}不符合：采样泵没有校准，三台都过了期。
            根因：校准表锁在主任柜里。
            纠正措施：校准表上墙，每月5日勾核。
            验证：6月查看齐全。
            {second}不符合：样品柜温度缺周末记录。
            根因：周末没有人值班。
            纠正措施：装自动记录仪，周一导出。
            验证：连续四周有数。
            """);

        Assert.Equal(["采样泵没有校准，三台都过了期", "样品柜温度缺周末记录"], read.Findings.Select(one => one.Title));
        Assert.Equal(2, read.Causes.Count);
        Assert.Equal([null, null], read.Measures.Select(one => one.Due));
        Assert.DoesNotContain("验证", Text(read.Measures[0].Span), StringComparison.Ordinal);
        Assert.Contains(read.Links, link => (link.From, link.To, link.Basis) == ("F2", "K2", LinkBasis.Explicit));
    }

    [Theory]
    [InlineData("一、上年度查摆问题整改情况\n（一）已整改完成的问题\n1.听课少的问题，今年听了八十节。\n（二）未整改完成的问题\n1.操场积水的问题，尚未开工。")]
    [InlineData("一、去年查摆问题的整改情况\n去年查摆2个问题。\n1.听课少的问题，今年听了八十节。\n2.操场积水的问题，尚未开工。")]
    [InlineData("一、2023年度民主生活会整改落实情况\n已整改到位的：听课少的问题，今年听了八十节。\n还没有到位的：操场积水的问题，尚未开工。")]
    public void Last_years_faults_are_none_of_this_year(string lastYear)
    {
        Statement read = Read($"""
            2024年度民主生活会对照检查材料
            {lastYear}
            二、今年存在的问题
            1.同青年教师谈心少，一年只有两次。
            2.账目公开不及时，拖到年底。
            三、原因剖析
            1.重教学，轻队伍。
            四、整改措施
            1.每月同两名青年教师谈心。
            2.每季度第一周公开账目。
            """);

        Assert.Equal([SectionRole.LastYear, SectionRole.Findings, SectionRole.Causes, SectionRole.Measures],
            read.Sections.Select(section => section.Role));
        Assert.Equal(["同青年教师谈心少，一年只有两次", "账目公开不及时，拖到年底"], read.Findings.Select(one => one.Title));
    }

    [Fact]
    public void Headings_in_pictures_are_told_by_what_stands_beneath_them()
    {
        Statement read = Read("""
            苗圃主任对照检查发言
            第一部分 出圃的苗
            全年出苗三百万株，圆满完成供苗任务，获评先进。
            第二部分 苗里的草
            一是学习断断续续，心得有两篇是抄的。
            二是账目不清，盘亏四百株没有查。
            第三部分 草籽打哪儿飘来
            一是觉得自己懂行，自满，不肯再学。
            二是心里嫌麻烦，图省事。
            第四部分 拔草
            一是每周三晚学习，今后心得手写。
            二是每月盘点一次，当天公示。
            """);

        Assert.Equal(
            [SectionRole.Achievements, SectionRole.Findings, SectionRole.Causes, SectionRole.Measures],
            read.Sections.Select(section => section.Role));
        Assert.Equal((2, 2, 2), (read.Findings.Count, read.Causes.Count, read.Measures.Count));
    }

    [Fact]
    public void A_plain_review_of_a_project_keeps_its_merits_out_of_the_faults()
    {
        Statement read = Read("""
            充电桩一期项目复盘会纪要
            一、原来想要什么
            六月底装完六十个。
            二、实际拿到了什么
            装了五十二个。好的地方也有：1）没有停过电；2）投诉只有两起。
            三、哪些没做好
            1）位置没有先量，三处挖了又填。
            2）没同物业通气，被拦了两天。
            四、怎么会这样
            1）图纸是五年前的。
            2）以为物业会配合。
            五、二期怎么干
            1）先量后画图，项目经理签字。
            2）开工前十天同物业开会。
            六、散会前说的
            今天不针对哪个人。
            """);

        Assert.True(read.IsStatement);
        Assert.Equal((2, 2, 2), (read.Findings.Count, read.Causes.Count, read.Measures.Count));
        Assert.Equal("位置没有先量，三处挖了又填", read.Findings[0].Title);
    }

    [Fact]
    public void A_block_for_each_problem_is_an_aspect_of_the_faults_it_lists()
    {
        Statement read = Read("""
            税务所所长检视剖析材料
            一、关于学习不深的问题
            （一）具体表现
            1.一年没读完一本书。
            2.讲课稿念错三处。
            （二）原因剖析
            觉得业务强就行。
            （三）整改措施
            每月读一本书，支部检查笔记。
            二、关于服务不细的问题
            （一）具体表现
            1.窗口排队最久等了两小时。
            （二）原因剖析
            没有换位思考，图省事。
            （三）整改措施
            1.高峰加开一个窗口，5月1日起。
            2.每月做一次回访。
            """);

        Assert.Equal(["关于学习不深的问题", "关于学习不深的问题", "关于服务不细的问题"], read.Findings.Select(one => one.Aspect));
        Assert.Equal(3, read.Measures.Count);
        Assert.Contains(read.Links, link => (link.From, link.To) == ("F2", "K1"));
        Assert.Contains(read.Links, link => (link.From, link.To) == ("F3", "M3"));
    }

    [Fact]
    public void An_aspect_before_the_measures_is_no_cause_however_it_thinks()
    {
        Statement read = Read("""
            2024年度组织生活会对照检查材料
            一、理论学习方面
            1、学习不系统，只看标题。
            二、纪律作风方面
            1、上班迟到，总觉得是小节。
            2、怕麻烦，图省事。
            针对以上问题，我的整改措施是：
            1、每周学两次，记笔记。
            2、每天提前十分钟到岗。
            """);

        Assert.Empty(read.Causes);
        Assert.Equal(["理论学习方面", "纪律作风方面", "纪律作风方面"], read.Findings.Select(one => one.Aspect));
    }

    [Theory]
    [InlineData("我站于2025年2月20日至22日组织自查。本站建于2006年，员工八人。", 2025)]
    [InlineData("我场始建于2011年，现存栏六千头。2024年3月5日，场长带队开展自查。", 2024)]
    public void A_check_is_of_the_year_it_was_made_in(string opening, int year) =>
        Assert.Equal(year, Read($"""
            安全自查报告
            {opening}
            一、存在的问题
            1.接地线松动，两处。
            二、整改措施
            1.当天紧固，站长负责。
            """).Year);

    [Fact]
    public void Questions_head_their_answers()
    {
        Statement read = Read("""
            支部委员对照检查（问答）
            问：你身上最大的毛病是什么？
            答：学习不扎实，一年只读了一本书。
            问：为什么会这样？
            答：觉得业务能吃饭就行。
            问：打算怎么改？
            答：每周读一章，每月交一篇心得给支部。
            """);

        Assert.Equal(["学习不扎实，一年只读了一本书"], read.Findings.Select(one => one.Title));
        Assert.Equal(["觉得业务能吃饭就行"], read.Causes.Select(one => one.Title));
        Assert.Equal(["每周读一章，每月交一篇心得给支部"], read.Measures.Select(one => one.Title));
    }

    [Fact]
    public void Numbers_glued_to_words_number_them_and_counts_do_not()
    {
        Statement read = Read("""
            个人自查材料
            存在问题：
            1学习浮在表面，读原著少。
            2台账不清，三笔对不上。
            3工作拖拉，报表两次迟交。
            整改措施：
            1.每天读原著半小时，
            2名同事互相检查。
            2.台账逐笔核对，月底前完成。
            """);

        Assert.Equal(["学习浮在表面，读原著少", "台账不清，三笔对不上", "工作拖拉，报表两次迟交"],
            read.Findings.Select(one => one.Title));
        Assert.Equal(2, read.Measures.Count);
    }

    [Fact]
    public void Clauses_that_each_name_an_aspect_are_faults_of_their_own()
    {
        Statement read = Read("""
            民警个人对照检查材料
            存在的问题：学习上，不够系统，只看标题；工作上，拖拉，三起案卷超期；作风上，态度生硬，被投诉两次。
            产生原因：放松了要求。
            整改措施：每周学习两次，案卷到期前三天自查。
            """);

        Assert.Equal(["学习上", "工作上", "作风上"], read.Findings.Select(one => one.Aspect));
        Assert.Equal(["不够系统，只看标题", "拖拉，三起案卷超期", "态度生硬，被投诉两次"], read.Findings.Select(one => one.Title));
        Assert.Single(read.Causes);
        Assert.Single(read.Measures);
    }

    private string Text(Gongxing.Text.TextSpan span) => _text.Substring(span.Start, span.Length);

    private Statement Read(string text) => StatementReader.Read(Document.FromText(_text = text));

    private string _text = "";
}
