using System.Globalization;
using System.Text;
using Gongxing.Text;

namespace Gongxing.Benchmarks;

/// <summary>Statements in the common layouts, put together from parts: the same for the same seed, and no file needed.</summary>
internal static class GeneratedStatements
{
    private static readonly string[] s_aspects = ["理论学习", "政治素质", "能力本领", "担当作为", "工作作风", "廉洁自律"];

    private static readonly string[] s_faults =
    [
        "学习抓得不紧", "调查研究不够深入", "抓落实的劲头不足", "与群众联系不够紧密", "对分管领域风险预判不准", "工作创新性不够",
        "服务意识有所淡化", "执行制度不够严格", "统筹协调不够有力", "对干部的提醒不够及时",
    ];

    private static readonly string[] s_instances =
    [
        "{0}月份到{1}开展检查时，只看了{2}户，对反映的{3}问题没有跟踪到底。",
        "全年到{1}调研{2}次，其中{0}次是陪同检查，沉下去听意见的时间不多。",
        "{3}项目原定{0}月开工，我先后{2}次开会研究，会后没有盯住用地手续，拖了一个季度。",
        "我总觉得日常工作忙，学习可以放一放，{0}月以后笔记只记了{2}篇。",
        "在办理{1}群众反映的{3}事项时，满足于转办，没有回访，{2}户群众不满意。",
        "有时候能够按照要求部署，但是对落实情况督促检查的不够，责任链条焊的不紧。",
    ];

    private static readonly string[] s_causes =
    [
        "理论武装不够扎实。学习满足于完成任务，没有把理论同{3}工作结合起来，遇到难题不会用。",
        "宗旨意识有所弱化。习惯于听汇报、看材料，到{1}这样的困难地方去得少，怕麻烦。",
        "担当精神不够强。碰到{3}这类矛盾多的事，担心得罪人，能拖就拖。",
        "制度执行不严。分管科室{2}项制度多年没有修订，检查考核流于形式。",
    ];

    private static readonly string[] s_measures =
    [
        "坚持每月集中学习{2}次，{0}月底前结合{3}工作写出一篇调研报告，由办公室督促。",
        "{0}月底前走完{1}剩余的{2}个小组，建立问题清单，逐户回访，结果在公开栏公布。",
        "进一步加强作风建设，不断提高服务群众的能力和水平。",
        "修订{3}管理办法，{0}月底前印发执行，每季度检查一次，由分管副职负责。",
        "对{2}名干部开展提醒谈话，记录在案，年底前逐一回头看。",
    ];

    private static readonly string[] s_places = ["石桥村", "北关社区", "青龙镇", "河湾村", "东山街道", "柳沟村"];

    private static readonly string[] s_matters = ["饮水安全", "农贸市场改造", "污水管网", "危房排查", "养老服务", "校门口交通"];

    /// <summary>One statement of about <paramref name="findings"/> × 300 characters.</summary>
    public static string One(int seed, int findings = 10)
    {
        var random = new Random(seed);
        var text = new StringBuilder("2023年度主题教育专题民主生活会个人对照检查材料\n");
        text.Append("按照会议安排，我认真学习规定内容，广泛征求意见，深入查摆问题，现将有关情况报告如下。\n一、存在的主要问题\n");
        for (int i = 0; i < findings; i++)
        {
            if (i % 2 == 0)
            {
                int aspect = i / 2;
                text.Append(CultureInfo.InvariantCulture, $"（{ChineseNumeral.Format(aspect + 1)}）{s_aspects[aspect % s_aspects.Length]}方面\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"{(i % 2) + 1}.{Pick(random, s_faults)}。");
            Sentences(text, random, s_instances, random.Next(1, 4));
        }

        Section(text, random, "二、产生问题的原因", s_causes, Math.Max(2, findings / 3));
        Section(text, random, "三、下一步整改措施", s_measures, findings);
        return text.ToString();
    }

    private static void Section(StringBuilder text, Random random, string heading, string[] parts, int count)
    {
        text.Append(heading).Append('\n');
        for (int i = 0; i < count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}.");
            Sentences(text, random, parts, 1);
        }
    }

    private static void Sentences(StringBuilder text, Random random, string[] parts, int count)
    {
        for (; count > 0; count--)
        {
            text.AppendFormat(
                CultureInfo.InvariantCulture, Pick(random, parts),
                random.Next(1, 13), Pick(random, s_places), random.Next(2, 30), Pick(random, s_matters));
        }

        text.Append('\n');
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
