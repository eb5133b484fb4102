using Gongxing.Core.Statements;
using Gongxing.Review.Structure;

namespace Gongxing.Tests.Review.Structure;

/// <summary>Layouts of offices, plants and wards: notices that are answered, forms, joined headings, several people.</summary>
public class WorkplaceLayoutTests
{
    [Theory]
    [InlineData("举措")]
    [InlineData("改进举措")]
    [InlineData("具体举措")]
    public void A_label_inside_the_line_may_call_measures_by_another_name(string measure)
    {
        Statement read = Read($"""
            供电所自查报告
            一、存在的问题
            问题1：表箱没有上锁。根源：巡视只看线路。{measure}：5月底前全部加锁。
            问题2：抢修超时。根源：备件分散存放。{measure}：备件集中到值班室。
            """);

        Assert.Equal(["表箱没有上锁", "抢修超时"], Titles(read.Findings));
        Assert.Equal(["巡视只看线路", "备件分散存放"], Titles(read.Causes));
        Assert.Equal(["5月底前全部加锁", "备件集中到值班室"], Titles(read.Measures));
    }

    [Fact]
    public void A_title_ends_before_the_bracket_that_grades_it()
    {
        Statement read = Read("""
            采购审计报告
            二、审计发现
            发现1  合同未经会签（风险等级：高）
            事实：抽查20份，有6份没有法务意见。
            原因：流程里没有这一关。
            发现2  发票重复报销（风险等级：中）
            事实：两张发票各报了一次。
            原因：系统不查重。
            """);

        Assert.Equal(["合同未经会签", "发票重复报销"], Titles(read.Findings));
    }

    [Fact]
    public void What_each_aspect_says_of_its_causes_does_not_end_the_aspects()
    {
        Statement read = Read("""
            水务局副局长对照检查材料
            一、存在的突出问题
            （一）形式主义方面
            开会多落实少。上半年开了12个会，管网改造只动了一条街。
            调研走过场。到水厂只看沉淀池，没有问过班组。
            产生上述问题的原因，主要是政绩观有偏差，先想着给上面看。
            （二）官僚主义方面
            坐等用户上门。报修要跑三个窗口。
            听不进意见。股长提的方案当场否了。
            产生上述问题的原因，主要是宗旨意识淡化，离用户远了。
            二、整改措施
            （一）管网改造每周调度。我到现场开会。
            （二）报修并成一个窗口。六月起执行。
            """);

        Assert.Equal(["开会多落实少", "调研走过场", "坐等用户上门", "听不进意见"], Titles(read.Findings));
        Assert.Equal("官僚主义方面", read.Findings[3].Aspect);
        Assert.Equal(["政绩观有偏差，先想着给上面看", "宗旨意识淡化，离用户远了"], Titles(read.Causes));
        Assert.Equal(2, read.Measures.Count);
    }

    [Theory]
    [InlineData("这些毛病打哪来的？我想了几个晚上。")]
    [InlineData("毛病是哪来的？")]
    public void The_question_where_the_faults_come_from_leads_to_causes(string question)
    {
        Statement read = Read($"""
            支部组织生活会发言
            同志们，我说说自己的毛病。
            头一个毛病，开会不解决问题。散了会啥也没定。
            第二个毛病，脾气急。收水费时在喇叭上点了老赵的名。
            第三个毛病，账公开不及时。二季度的九月才贴。
            {question}第一，当书记年头长了，听不进话。第二，图省事，拖着拖着就忘了。
            往后咋改，我立几条：
            第一，会上定的事写到黑板上。
            第二，账每季度头十天贴出来。
            """);

        Assert.Equal(["开会不解决问题", "脾气急", "账公开不及时"], Titles(read.Findings));
        Assert.Equal(2, read.Causes.Count);
        Assert.Equal(2, read.Measures.Count);
    }

    [Fact]
    public void Once_the_problems_are_answered_difficulties_and_their_causes_are_causes()
    {
        Statement read = Read("""
            镇党委关于巡察整改进展情况的通报
            一、巡察反馈问题整改情况
            1.关于“撂荒地排查不实”的问题
            整改情况：一是重新核对图斑。查出312亩。二是建立巡田制度。每月一次。
            2.关于“补贴发放把关不严”的问题
            整改情况：一是追缴1.8万元。二是名单上墙公示。
            二、存在的困难和原因
            部分问题进度不快，主要是：一是有的干部认识不到位，想松口气。二是部门联动不够，事事要协调。
            三、下一步打算
            一是每半月调度一次，年底前见底。二是开展回头看，随机抽5个村。
            """);

        Assert.Equal(2, read.Findings.Count);
        Assert.Equal(2, read.Causes.Count);
        Assert.Equal(6, read.Measures.Count);
    }

    [Fact]
    public void Numbered_causes_go_on_under_the_next_kind_of_cause()
    {
        Statement read = Read("""
            8D报告
            D1 小组成立
            组长：质量部沈工；成员：注塑车间杜主任、工艺林工。
            D2 问题描述
            客户反映卡扣断脚，两天断了86件。
            D4 根本原因分析
            小组逐项验证，确认如下：
            发生原因：
            1）烘料时间不足，粒子含水率超标；
            2）模具R角磨损，应力集中。
            流出原因：
            3）出货检验没有做弯折试验。
            D5 永久纠正措施
            1）烘料机加装露点仪；
            2）R角重新加工到0.5mm。
            D8 总结与祝贺
            连续三批未再发现断脚，客户同意关闭。感谢小组成员的努力。
            """);

        Assert.Single(read.Findings);
        Assert.Equal(["烘料时间不足，粒子含水率超标", "模具R角磨损，应力集中", "出货检验没有做弯折试验"], Titles(read.Causes));
        Assert.Equal(2, read.Measures.Count);
    }

    [Fact]
    public void A_notice_of_hazards_and_the_answer_to_it_are_read_as_two_documents()
    {
        Statement read = Read("""
            关于限期整改消防问题的通知
            家居城有限公司：
            8月14日，区消防委对你单位进行了检查，发现以下问题：
            1.二层疏散通道堆放沙发，宽度不足0.8米。
            2.喷淋末端压力为零。
            3.叉车在仓库内充电。
            请你单位于9月5日前完成整改，并书面报告。
            区消防安全委员会办公室
            2024年8月15日

            家居城有限公司关于消防问题整改情况的回复
            区消防安全委员会办公室：
            接到通知后，公司逐条研究，现将整改情况回复如下：
            一、原因分析
            一是责任没有扛起来。公司把消防看成物业的事。二是重经营轻安全。旺季多摆样品。
            二、整改落实情况
            1.疏散通道于8月16日清空，地面画黄线。
            2.更换喷淋主泵，测试末端压力合格。
            3.叉车充电移至室外专用棚。
            家居城有限公司
            2024年9月4日
            """);

        Assert.True(read.IsStatement);
        Assert.Equal(3, read.Findings.Count);
        Assert.Equal(2, read.Causes.Count);
        Assert.Equal(3, read.Measures.Count);
    }

    [Theory]
    [InlineData("呼吸内科主治医师 田某", "内分泌科护士 邓某某")]
    [InlineData("呼吸内科主治医师　田小禾", "内分泌科护士　邓云")]
    [InlineData("田小禾　主治医师", "邓云　护士")]
    public void Numbered_names_of_people_begin_a_statement_each(string first, string second)
    {
        Statement read = Read($"""
            第二党支部组织生活会党员对照检查材料汇总
            （一）{first}
            我检查自己有以下不足：
            1.学习坐不下来。下了夜班人到心不到。
            2.和病人沟通少。查房一床不到三分钟。
            主要原因：1.把忙当借口。2.忘了面对的是人。
            改进措施：1.每周三晚上补学一小时。2.查房先问三句话。
            （二）{second}
            一年来，我做得不够的地方主要有两点。第一，换班时总想着自己方便，不体谅同事。第二，讲课照本宣科，老人听不懂。
            想想为什么会这样，一是入党以后松了口气；二是面子薄。
            接下来我准备这样做：第一，每月主动顶一次夜班。第二，用大白话重做课件。
            """);

        Assert.Equal(4, read.Findings.Count);
        Assert.Equal(4, read.Causes.Count);
        Assert.Equal(4, read.Measures.Count);
    }

    [Fact]
    public void Under_one_title_a_person_who_never_says_I_is_read_as_the_others_are()
    {
        Statement read = Read("""
            党支部组织生活会个人对照检查材料（合订）
            一、语文教师 柳青
            我检查自己，有两个问题。
            一是学习浅尝辄止。我全年没有写过体会。二是对后进生耐心不够。我只家访过一个。
            今后，一是每月写一篇体会。二是走遍五个后进生的家。
            二、体育教师 马腾
            1. 训练方法简单
            体能课就是跑圈，有学生跑吐了。
            2. 器材管理马虎
            少了6个篮球说不清去向。
            原因：觉得体育不考试，差不多就行。
            改进：1. 每节课前看体质名单。2. 器材借还当天登记。
            """);

        Assert.Equal(["学习浅尝辄止", "对后进生耐心不够", "训练方法简单", "器材管理马虎"], Titles(read.Findings));
        Assert.Single(read.Causes);
        Assert.Equal(4, read.Measures.Count);
    }

    [Fact]
    public void A_heading_that_joins_what_the_examination_found_with_its_causes_heads_both()
    {
        Statement read = Read("""
            县交通运输局局长民主生活会对照检查材料
            一、对照检查出的问题及原因
            1、思想政治方面
            一是学习碎片化。没有读过一本原著。二是联系实际不够。难题没有研究过。
            究其原因，是把学习当作软任务。
            2、精神状态方面
            有时存在松劲心理。可研拖到9月才报。
            究其原因，是干了六年，闯劲弱了。
            二、下步整改措施
            （一）读原著。每季度通读一本。
            （二）赶进度。每月到工地一次。
            """);

        Assert.Equal(["学习碎片化", "联系实际不够", "有时存在松劲心理"], Titles(read.Findings));
        Assert.Equal(["把学习当作软任务", "干了六年，闯劲弱了"], Titles(read.Causes));
        Assert.Equal(2, read.Measures.Count);
    }

    [Fact]
    public void Beside_names_with_numbered_faults_a_name_with_one_fault_needs_no_number()
    {
        Statement read = Read("""
            财政局总会计师对照检查发言
            下面我对照检查自己。
            在严守政治纪律和政治规矩，维护党的团结统一上，一是传达精神打折扣。隔了两周才学。二是提醒不及时。看到了没有说话。
            在增强党性、砥砺作风上，一是作风不够细。两个数字填反了。二是严管不够。只口头说了一句。
            在落实主体责任上，廉政谈话流于形式。16张记录有12张差不多。
            这些毛病说到底是我自己的原因。一是学习不深不透。二是怕得罪人。
            今后我要从这几件事改起：一是三个工作日内组织学习。二是谈话一人一策。
            """);

        Assert.Equal(["传达精神打折扣", "提醒不及时", "作风不够细", "严管不够", "廉政谈话流于形式"], Titles(read.Findings));
        Assert.Equal("在严守政治纪律和政治规矩，维护党的团结统一上", read.Findings[0].Aspect);
        Assert.Equal("在落实主体责任上", read.Findings[4].Aspect);
        Assert.Equal(2, read.Causes.Count);
        Assert.Equal(2, read.Measures.Count);
    }

    private static Statement Read(string text) => StatementReader.Read(Document.FromText(text));

    private static IEnumerable<string> Titles(IEnumerable<Finding> findings) => findings.Select(finding => finding.Title);

    private static IEnumerable<string> Titles(IEnumerable<Cause> causes) => causes.Select(cause => cause.Title);

    private static IEnumerable<string> Titles(IEnumerable<Measure> measures) => measures.Select(measure => measure.Title);
}
