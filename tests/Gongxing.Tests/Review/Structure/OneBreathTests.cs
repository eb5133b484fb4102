using Gongxing.Core.Statements;
using Gongxing.Review.Structure;

namespace Gongxing.Tests.Review.Structure;

/// <summary>Fault, cause and cure told in one paragraph or one line, and what leads from one to the next.</summary>
public class OneBreathTests
{
    [Theory]
    [InlineData("今后，")]
    [InlineData("下一步，")]
    [InlineData("对此，")]
    [InlineData("在今后的工作中，")]
    [InlineData("针对这一问题，")]
    public void What_leads_over_to_a_promise_is_no_part_of_it(string lead)
    {
        Statement read = Read($"""
            专题民主生活会对照检查材料
            一、用权方面
            签字前不看现场，两张变更单当天就批了。究其原因，是碍于人情。{lead}我先到现场再签字，每月抽查一次签过的单子。
            二、学习方面
            订的报纸多半没有拆封。究其原因，是把学习当成软任务。{lead}我每天读半小时，每季度写一篇心得。
            """);

        Assert.Equal(["碍于人情", "把学习当成软任务"], read.Causes.Select(cause => cause.Title));
        Assert.Equal(["我先到现场再签字", "我每天读半小时"],
            read.Measures.Select(measure => measure.Title.Split('，')[0]));
    }

    [Theory]
    [InlineData("产生这一问题的原因在于")]
    [InlineData("造成这种状况的主要原因是")]
    [InlineData("之所以出现这种情况，是因为")]
    [InlineData("之所以如此，主要是")]
    [InlineData("出现这些现象，根子在于")]
    [InlineData("出现这一问题的根源，在于")]
    [InlineData("之所以如此，归根结底是")]
    [InlineData("深挖思想根源，主要是")]
    [InlineData("剖析深层次原因，还是")]
    [InlineData("究其根源，是因为")]
    public void A_sentence_that_names_what_it_explains_tells_the_cause(string lead)
    {
        Statement read = Read($"""
            个人对照检查材料
            一、存在的问题
            （一）律己不严方面。同老板吃饭不问谁付钱，一年有四次。{lead}思想上开了口子。
            （二）谋事不实方面。规划照抄邻县，三十亩喷头闲在库房。{lead}调研只跑了两个村。
            """);

        Assert.Equal(2, read.Findings.Count);
        Assert.Equal(["思想上开了口子", "调研只跑了两个村"], read.Causes.Select(cause => cause.Title));
    }

    [Fact]
    public void From_this_side_and_from_that_side_are_causes_of_their_own()
    {
        Statement read = Read("""
            期中质量分析与反思
            一、存在的问题
            1.两科平均分下降。
            2.作业批改不细。
            二、原因分析
            从教师看，新手多，没有人带。从学生看，函数一章掉了队没有补。从管理看，常规检查一学期只有一次。
            三、改进措施
            1.每周听徒弟两节课。
            2.每月检查一次作业。
            """);

        Assert.Equal(["新手多", "函数一章掉了队没有补", "常规检查一学期只有一次"],
            read.Causes.Select(cause => cause.Title.Split('，')[0]));
    }

    [Theory]
    [InlineData("主要是")]
    [InlineData("主要表现为")]
    [InlineData("具体表现在：")]
    public void What_leads_from_an_aspect_to_its_only_fault_is_no_part_of_it(string lead)
    {
        Statement read = Read($"""
            个人对照检查材料
            一、存在的问题
            （一）理论学习方面。一是读得不全。二是用得不够。
            （二）担当作为方面。{lead}攻坚的劲头减退，难事愿意配合、不愿牵头。
            """);

        Assert.Equal("攻坚的劲头减退", read.Findings[^1].Title.Split('，')[0]);
    }

    [Theory]
    [InlineData("（1）", "（2）")]
    [InlineData("①", "②")]
    public void Numbers_before_different_labels_count_the_parts_of_a_record(string first, string second)
    {
        Statement read = Read($"""
            关于医保基金审计发现问题整改情况的报告
            一、审计发现问题及整改情况
            1.重复收取护理费。两年里多收1126人次。
            {first}原因：字典更新慢，护士分不清。
            {second}整改情况：多收的钱已退回，系统加了互斥规则。
            2.低标准入院。有23人只做理疗。
            {first}原因：绩效同出院人次挂钩。
            {second}整改情况：取消人次指标，每周抽查病历。
            """);

        Assert.Equal(["重复收取护理费", "低标准入院"], read.Findings.Select(finding => finding.Title));
        Assert.Equal(2, read.Causes.Count);
        Assert.Equal(["F1", "F2"], read.Measures.Select(measure =>
            Assert.Single(read.Links, link => link.From[0] == 'F' && link.To == measure.Id && link.Basis == LinkBasis.Explicit).From));
    }

    [Fact]
    public void Labels_in_one_line_part_fault_and_cure_under_a_place()
    {
        Statement read = Read("""
            大检查隐患整改清单
            经检查，发现下列隐患，请各班组对照落实。
            一、临边洞口
            1. 隐患：电梯井口防护门未闭合；整改措施：装自闭锁，逐层排查；责任人：蒋勇；整改期限：11月19日。
            2. 隐患：屋面栏杆缺了七米；整改措施：按两道栏杆恢复，挂密目网；责任人：蒋勇；整改期限：11月20日。
            二、施工用电
            3. 隐患：木工棚漏电保护器失灵；整改措施：更换保护器，每天试跳一次；责任人：汪全；整改期限：11月18日（已完成）。
            4. 隐患：宿舍用电热毯；整改措施：收缴电热毯，装限流器；责任人：彭菊；整改期限：11月22日。
            """);

        Assert.Equal(["临边洞口", "临边洞口", "施工用电", "施工用电"], read.Findings.Select(finding => finding.Aspect));
        Assert.Equal(["装自闭锁", "按两道栏杆恢复", "更换保护器", "收缴电热毯"],
            read.Measures.Select(measure => measure.Title.Split('，')[0]));
        Assert.Equal("11月18日（已完成）", read.Measures[2].Due);
    }

    [Fact]
    public void What_was_done_and_what_comes_next_both_answer_the_fault()
    {
        Statement read = Read("""
            关于巡察反馈问题整改落实情况的报告
            问题一：资产底数不清。抽查一百台有十三台对不上。
            整改情况：已清查完机电、汽修两个系。
            下一步：7月底前清查完全部，实行一物一码。
            问题二：支部超期未换届。
            整改情况：已于12月20日换届。
            下一步：建立提醒制度，提前半年发函。
            """);

        Assert.Equal(4, read.Measures.Count);
        Assert.Equal(["F1", "F1", "F2", "F2"],
            read.Measures.Select(measure => Assert.Single(read.Links, link => link.From[0] == 'F' && link.To == measure.Id && link.Basis == LinkBasis.Explicit).From));
    }

    private static Statement Read(string text) => StatementReader.Read(Document.FromText(text));
}
