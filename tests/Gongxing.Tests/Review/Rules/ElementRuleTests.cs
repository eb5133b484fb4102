using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Review.Rules;
using Gongxing.Review.Structure;

namespace Gongxing.Tests.Review.Rules;

/// <summary>Where the rules on findings, causes and measures end.</summary>
public class ElementRuleTests
{
    [Theory]
    [InlineData("联系群众不够。深入基层不多，与群众交流不够", true)]
    [InlineData("联系群众不够。近年来下基层不多，交流不够", true)]
    [InlineData("联系群众不够。5月以后没有下过村", false)]
    [InlineData("联系群众不够。走访了三户就回来", false)]
    [InlineData("联系群众不够。老赵来找，没有接待", false)]
    [InlineData("联系群众不够。护士长两头跑，我没有管", false)]
    [InlineData("联系群众不够。石桥村的路没有修", false)]
    [InlineData("联系群众不够。会后没有再问，村民找上门", false)]
    [InlineData("制度执行不严。《采购办法》没有照办", false)]
    [InlineData("坚持“两个确立”不够自觉。学习“四个意识”不够深入", true)]
    [InlineData("一知半解。千方百计的劲头不足", true)]
    [InlineData("作为一名支部书记，党建抓得不够实", true)]
    public void A_finding_without_an_instance_is_asked_about(string finding, bool asks) =>
        Assert.Equal(asks, Asks("C07", new() { Shown = "", Line = 1, Findings = [finding] }));

    [Theory]
    [InlineData("食堂卫生差。灶台有油污", false)]
    [InlineData("安全意识不强。操作不够规范，重视程度不够", true)]
    public void In_a_report_only_phrases_have_no_instance(string finding, bool asks) =>
        Assert.Equal(asks, Asks("C07", new()
        {
            Shown = "",
            Line = 1,
            Findings = [finding],
            Kind = StatementKind.Report,
        }));

    [Theory]
    [InlineData("巡查记录有五周是同一天补签的", true)]
    [InlineData("巡查记录补签。主动性不强，警惕性不高", true)]
    [InlineData("巡查记录补签。觉得泵能转就行", false)]
    [InlineData("巡查记录补签。碍于老同事，没有追问", false)]
    [InlineData("巡查记录补签。把记录当作给人看的", false)]
    [InlineData("理想信念的学习抓得不紧", true)]
    public void A_deed_without_a_thought_is_asked_about(string finding, bool asks) =>
        Assert.Equal(asks, Asks("C08", new() { Shown = "", Line = 1, Findings = [finding] }));

    [Theory]
    [InlineData("学习不够深入。学习不够系统，理解不够透彻", true)]
    [InlineData("学习不够深入。读书有待进一步加强，思考还需深化", true)]
    [InlineData("学习不够深入。虽然能够坚持学习，但学习不够系统", true)]
    [InlineData("学习不够深入。书买来没有拆封，讲课照念", false)]
    [InlineData("学习不够深入。“四个意识”讲过12次，理解不够透彻", false)]
    public void Stock_phrases_alone_are_asked_about(string finding, bool asks) =>
        Assert.Equal(asks, Asks("C09", new() { Shown = "", Line = 1, Findings = [finding] }));

    [Theory]
    [InlineData("安全意识淡薄，教育培训不够", true)]
    [InlineData("安全意识淡薄。班长怕停工误产，看见了不吭声", false)]
    [InlineData("检查图快。认为老师傅手上有数", false)]
    public void A_cause_that_repeats_the_finding_is_asked_about(string cause, bool asks) =>
        Assert.Equal(asks, Asks("C10", new()
        {
            Shown = "",
            Line = 1,
            Findings = ["安全意识不强。部分员工安全意识淡薄，培训学习不够"],
            Causes = [cause],
        }));

    [Fact]
    public void The_repeated_finding_is_named_and_marked()
    {
        Remark remark = Assert.Single(Ask("C10", new()
        {
            Shown = "",
            Line = 1,
            Findings = ["会风不实。会议多、会议长", "抓落实不紧。部署布置多，具体执行少"],
            Causes = ["安排部署较多，抓落实较少"],
        }));

        Assert.Contains("抓落实不紧", remark.Message.Zh, StringComparison.Ordinal);
        Assert.Equal(13, Assert.Single(remark.Related).Start);
    }

    [Theory]
    [InlineData("人手没有增加，设备老化", true)]
    [InlineData("历史欠账多，资金缺口大", true)]
    [InlineData("我局编制少，任务重", true)]
    [InlineData("任务重，我就把学习放到了一边", false)]
    [InlineData("表面看是任务重，根子在作风", false)]
    [InlineData("任务一重就图省事", false)]
    [InlineData("任务重，对学习抓得不够紧", false)]
    public void Circumstances_alone_are_asked_about(string cause, bool asks) =>
        Assert.Equal(asks, Asks("C11", new() { Shown = "", Line = 1, Causes = [cause] }));

    [Theory]
    [InlineData("加强管理，完善制度", true)]
    [InlineData("成立专班，尽快研究", true)]
    [InlineData("定期走访群众", true)]
    [InlineData("每季度走访群众", false)]
    [InlineData("每逢汛前上门查看", false)]
    [InlineData("接到反映30分钟内到场", false)]
    [InlineData("两次不到会的调整分工", false)]
    [InlineData("由法务岗校核合同", false)]
    [InlineData("制定问题清单", false)]
    [InlineData("腊月前备好工棚", false)]
    [InlineData("做到“两个维护”、增强“四个意识”", true)]
    [InlineData("学习贯彻习近平总书记关于党的建设的重要思想，当好书记", false)]
    public void A_measure_nobody_could_check_is_asked_about(string measure, bool asks) =>
        Assert.Equal(asks, Asks("C14", new() { Shown = "", Line = 1, Measures = [measure] }));

    [Theory]
    [InlineData("加强沟通。进一步加强沟通协调，形成工作合力", true)]
    [InlineData("加强排查。不断强化隐患排查，切实提高水平", true)]
    [InlineData("加强沟通。与三家单位开通热线", false)]
    [InlineData("成立专班，提交方案审议", false)]
    public void A_slogan_is_asked_about(string measure, bool asks) =>
        Assert.Equal(asks, Asks("C15", new() { Shown = "", Line = 1, Measures = [measure] }));

    [Theory]
    [InlineData("加强安全教育。提高员工意识", true)]
    [InlineData("加强安全教育。安全员每周讲一课", false)]
    [InlineData("加强学习。提高自己的认识", false)]
    public void A_matter_of_several_hands_needs_a_name(string measure, bool asks) =>
        Assert.Equal(asks, Asks("C16", new() { Shown = "", Line = 1, Measures = [measure] }));

    [Fact]
    public void What_has_been_done_is_no_promise()
    {
        const string Text = """
            关于审计发现问题整改情况的报告
            1．关于“管护不到位”的问题。
            整改情况：走访218处供水点，更换水泵27台。
            下一步：进一步加强管护，健全长效机制。
            2．关于“变更把关不严”的问题。
            整改情况：复核23个项目。
            下一步：每季度由建管股抽查一次。
            """;

        Assert.Single(Ask("C14", new() { Shown = "", Line = 1, Text = Text }));
    }

    [Fact]
    public void An_answer_in_other_words_that_nothing_else_claims_is_taken_for_one()
    {
        const string Text = """
            个人对照检查材料
            一、存在的问题
            （一）理论学习不系统。读书断断续续。
            （二）审稿把关不严。三处错字没有看出来。
            （三）联系群众少。下村走访不够。
            二、整改措施
            （一）每周三读书两小时，学习笔记交支部。
            （二）清样由两人对读，对读单存档。
            （三）每月进村走访五户群众。
            """;

        Assert.Empty(Ask("C13", new() { Shown = "", Line = 1, Text = Text }));
        Assert.Single(Ask("C13", new()
        {
            Shown = "",
            Line = 1,
            Text = Text.Replace("（二）清样由两人对读，对读单存档。\n", "", StringComparison.Ordinal),
        }));
    }

    [Fact]
    public void A_remark_keeps_its_fingerprint_when_other_text_is_added()
    {
        Document before = Document.FromText("整改措施\n1.加强学习。不断提高认识。\n");
        Document after = Document.FromText("2023年度个人对照检查材料\n整改措施\n1.加强学习。不断提高认识，切实增强本领。\n");

        Assert.Equal(
            Review(before).Where(remark => remark.Rule == "C14").Select(remark => remark.Fingerprint),
            Review(after).Where(remark => remark.Rule == "C14").Select(remark => remark.Fingerprint));
    }

    private static IReadOnlyList<Remark> Review(Document document) =>
        StatementReview.Run(document, StatementReader.Read(document), RuleBook.BuiltIn, ReviewContext.Empty);

    private static bool Asks(string rule, RuleExample example) => Ask(rule, example).Count > 0;

    private static List<Remark> Ask(string rule, RuleExample example) =>
        [.. RuleBook.BuiltIn.Rules.Where(one => one.Id == rule).SelectMany(example.Ask)];
}
