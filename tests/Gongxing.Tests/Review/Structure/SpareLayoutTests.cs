using Gongxing.Core.Statements;
using Gongxing.Review.Structure;

namespace Gongxing.Tests.Review.Structure;

/// <summary>Layouts that spare the usual headings and labels: arrows, bars, told off on the fingers.</summary>
public class SpareLayoutTests
{
    [Fact]
    public void Arrows_lead_from_the_fault_to_its_cause_and_to_what_is_done()
    {
        Statement read = Read("""
            冷库安全检查情况
            1.氨气报警器失灵。→电池过期三个月没人换→更换并每月测试一次
            2.逃生门被货架挡住。→入库只顾多堆→当天移开，地面画线
            """);

        Assert.Equal(["氨气报警器失灵", "逃生门被货架挡住"], Titles(read.Findings));
        Assert.Equal(["电池过期三个月没人换", "入库只顾多堆"], Titles(read.Causes));
        Assert.Equal(["更换并每月测试一次", "当天移开，地面画线"], Titles(read.Measures));
        Assert.Contains(read.Links, link => (link.From, link.To, link.Basis) == ("F2", "M2", LinkBasis.Explicit));
    }

    [Fact]
    public void Arrows_that_draw_a_procedure_part_nothing()
    {
        Statement read = Read("""
            窗口自查报告
            一、存在的问题
            1.办件流程申请→受理→审核→发证走得慢，平均要九天。
            2.补正告知不全，申请→退回→再申请反复三次的有11件。
            二、整改措施
            1.审核压到两天，每月公示。
            2.一次写全要补的材料，漏写一次扣窗口当月分。
            """);

        Assert.Equal(2, read.Findings.Count);
        Assert.Empty(read.Causes);
        Assert.Equal(2, read.Measures.Count);
    }

    [Theory]
    [InlineData("问题｜", "原因｜", "措施｜")]
    [InlineData("问题——", "原因——", "措施——")]
    [InlineData("问题　", "原因　", "措施　")]
    [InlineData("【问题】", "【原因】", "【改进】")]
    [InlineData("问题①　", "原因①　", "对策①　")]
    public void Labels_are_labels_whatever_closes_them(string problem, string cause, string measure)
    {
        Statement read = Read($"""
            水站检查情况
            {problem}消毒记录断了五天
            {cause}值班员请假无人顶班
            {measure}排两人轮班，每周核对一次
            {problem.Replace('①', '②')}水泵没有备件
            {cause.Replace('①', '②')}库房盘点走过场
            {measure.Replace('①', '②')}6月底前补齐两套备件
            """);

        Assert.Equal(["消毒记录断了五天", "水泵没有备件"], Titles(read.Findings));
        Assert.Equal(["值班员请假无人顶班", "库房盘点走过场"], Titles(read.Causes));
        Assert.Equal(["排两人轮班，每周核对一次", "6月底前补齐两套备件"], Titles(read.Measures));
    }

    [Fact]
    public void Faults_told_off_on_the_fingers_are_counted()
    {
        Statement read = Read("""
            我在班组会上的检讨
            我的毛病拣要紧的说三个。一个是懒，点名迟到六回。再一个是躲，机器响了我没吱声。最后一个是冲，骂哭了徒弟。
            为啥会这样？一来是觉得快退休了，混一天算一天。二来是怕担事。
            打明天起我这么改。头一条，提前二十分钟到岗。第二条，见到毛病当场报。
            """);

        Assert.Equal(["懒", "躲", "冲"], read.Findings.Select(finding => finding.Title[..1]));
        Assert.Equal(2, read.Causes.Count);
        Assert.Equal(2, read.Measures.Count);
    }

    [Fact]
    public void A_statement_in_one_paragraph_is_parted_by_what_its_sentences_turn_to()
    {
        Statement read = Read(
            "我到窗口一年，毛病主要有两个：一是没耐心，打断老人说话七次；二是不落地，转出去的信有五件没有回音。"
            + "之所以这样，是因为我把接待当成了传话。下一步，我要做到听完再说，转办件每周问一次进度，年底前全部办结。");

        Assert.Equal(2, read.Findings.Count);
        Assert.Single(read.Causes);
        Assert.StartsWith("下一步", Assert.Single(read.Measures).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_done_well_before_the_turn_is_no_fault()
    {
        Statement read = Read("""
            局长2024年度民主生活会对照检查材料
            一、存在的突出问题
            （一）带头严守纪律方面。一年来，一是带头学习了全会精神，二是带头执行请示制度。但仍存在不足：一是学习钻得不深，心得只有两篇。二是提醒不够，群里的谣言没有人管。
            二、整改措施
            （一）每月写一篇学习笔记。
            """);

        Assert.Equal(["学习钻得不深，心得只有两篇", "提醒不够，群里的谣言没有人管"], Titles(read.Findings));
    }

    [Fact]
    public void A_fault_that_tells_its_cause_and_cure_itself_keeps_them_apart()
    {
        Statement read = Read("""
            支部书记的自我批评
            第一个问题，是联系基层不紧。联系点一年只去了两趟，原因是怕群众当面提要求。今后每月到联系点住一晚。
            第二个问题，是批评不敢开口。对老班长的急脾气一次也没提过。挖根源，是怕影响关系。今后有意见会上讲。
            """);

        Assert.Equal(["联系基层不紧", "批评不敢开口"], Titles(read.Findings));
        Assert.Equal(["怕群众当面提要求", "怕影响关系"], Titles(read.Causes));
        Assert.Equal(["F1-K1", "F1-M1", "F2-K2", "F2-M2"], read.Links.Where(link => link.From[0] == 'F')
            .Select(link => $"{link.From}-{link.To}").Order());
    }

    [Theory]
    [InlineData("2024年6月20日", 2024)]
    [InlineData("2024年2月20日", null)]
    public void A_date_from_April_on_tells_the_year(string date, int? year) =>
        Assert.Equal(year, Read($"""
            气象站自查情况
            一、存在的问题
            1.雷达保养不及时，拖了半年。
            二、整改措施
            1.每季度保养一次，记录上墙。
            气象站
            {date}
            """).Year);

    private static Statement Read(string text) => StatementReader.Read(Document.FromText(text));

    private static IEnumerable<string> Titles(IEnumerable<Finding> findings) => findings.Select(one => one.Title);

    private static IEnumerable<string> Titles(IEnumerable<Cause> causes) => causes.Select(one => one.Title);

    private static IEnumerable<string> Titles(IEnumerable<Measure> measures) => measures.Select(one => one.Title);
}
