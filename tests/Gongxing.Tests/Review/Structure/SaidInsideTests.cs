using Gongxing.Core.Statements;
using Gongxing.Review.Structure;

namespace Gongxing.Tests.Review.Structure;

/// <summary>What stands inside or beside what it belongs to: causes in findings, owners after measures.</summary>
public class SaidInsideTests
{
    [Theory]
    [InlineData("究其原因，是")]
    [InlineData("根子在于")]
    [InlineData("原因是")]
    public void A_cause_at_the_end_of_a_finding_belongs_to_it(string opener)
    {
        Statement read = Read(
            $"个人检查\n一、存在的问题\n1.下村太少。全年只去了9天。{opener}怕吃苦，嫌路远。\n2.回信太慢。有两封拖了一个月。");

        Assert.Equal(["下村太少", "回信太慢"], read.Findings.Select(finding => finding.Title));
        Assert.Equal(["怕吃苦，嫌路远"], read.Causes.Select(cause => cause.Title));
        Assert.Equal([("F1", "K1")], read.Links.Select(link => (link.From, link.To)));
    }

    [Fact]
    public void An_aspect_of_praise_alone_has_no_finding() =>
        Assert.Equal(
            ["念稿多、讨论少"],
            Read("支部检查材料\n一、存在的问题\n（一）理论学习方面。念稿多、讨论少。\n（二）廉洁自律方面。各项任务圆满完成，受到表扬。")
                .Findings.Select(finding => finding.Title));

    [Fact]
    public void Who_and_when_hold_for_the_measure_they_follow()
    {
        Statement read = Read("""
            支部检查材料
            一、存在的问题
            1.学习不够深入。
            二、整改措施
            整改措施一：每月领学一次。责任人：宣传委员。完成时限：2024年3月底。
            整改措施二：办好两期夜校。责任人：校长。完成时限：2024年6月底。
            下一步，支部还要建立读书角，请党员轮流守。
            """);

        Assert.Equal(["宣传委员", "校长", null], read.Measures.Select(measure => measure.Owner));
        Assert.Equal(["2024年3月底", "2024年6月底", null], read.Measures.Select(measure => measure.Due));
    }

    [Theory]
    [InlineData("由组织委员、纪检委员共同负责", "组织委员、纪检委员")]
    [InlineData("由办公室牵头制定并负责", "办公室")]
    public void An_owner_is_named_without_how_it_acts(string words, string owner) =>
        Assert.Equal(
            owner,
            Read($"支部检查材料\n一、存在的问题\n1.学习不够深入。\n二、整改措施\n1.每月领学一次，{words}。")
                .Measures[0].Owner);

    [Theory]
    [InlineData("（2023年12月）", 2023)]
    [InlineData("2021年11月8日", 2021)]
    public void A_date_under_the_title_tells_the_year(string date, int year) =>
        Assert.Equal(
            year,
            Read($"支部班子对照检查材料\n{date}\n对照2020年度组织生活会的问题逐条看过。\n一、存在的问题\n1.学习不够深入。").Year);

    [Theory]
    [InlineData("“三严三实”专题民主生活会发言提纲", 2015)]
    [InlineData("“两学一做”学习教育专题组织生活会个人对照检查材料", 2016)]
    [InlineData("班子“不忘初心、牢记使命”专题民主生活会检视剖析材料", 2019)]
    [InlineData("“三严三实”专题民主生活会发言提纲（2016年1月）", 2016)]
    public void A_campaign_held_once_tells_the_year_where_no_number_does(string title, int year) =>
        Assert.Equal(year, Read($"{title}\n一、存在的问题\n1.学习不够深入。\n2.下乡太少。").Year);

    [Fact]
    public void A_duty_report_is_a_statement_only_where_it_owns_to_a_fault()
    {
        const string deeds = "述职报告\n一年来，我带领全所完成了任务，现报告如下。\n一、抓业务\n一是坚持值守。全年零脱岗，整改隐患12处。\n"
            + "二是坚持培训。办班4期。\n三是坚持检查。查出问题9个。\n";

        Assert.False(Read(deeds).IsStatement);
        Assert.True(Read(deeds + "二、存在的不足\n1.学习不够经常。\n2.下乡太少。\n").IsStatement);
    }

    [Theory]
    [InlineData("头一件，", "第二件，")]
    [InlineData("一条，", "二条，")]
    public void Spoken_numbers_open_findings_with_cause_and_cure_inside(string first, string second)
    {
        Statement read = Read(
            $"我的检查\n{first}备课吃老本。根子：图省事。改法：每课重写教案。\n{second}家访太少。根子：怕麻烦。改法：每月家访两户。");

        Assert.Equal(["备课吃老本", "家访太少"], read.Findings.Select(finding => finding.Title));
        Assert.Equal(2, read.Causes.Count);
        Assert.Equal(2, read.Measures.Count);
    }

    private static Statement Read(string text) => StatementReader.Read(Document.FromText(text));
}
