using System.Text;
using Gongxing.Core.Statements;
using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Tests.Review.Structure;

/// <summary>A rule of layout each, on the shortest text that shows it.</summary>
public class LayoutTests
{
    [Theory]
    [InlineData("上下半年各组织1次应急演练")]
    [InlineData("上、下半年各组织1次应急演练")]
    public void What_both_halves_of_a_year_bring_has_a_cadence_and_no_date(string promise)
    {
        Measure measure = Assert.Single(Read($"一、存在的问题\n1.演练不实。只念了方案。\n二、整改措施\n1.{promise}。\n").Measures);

        Assert.Equal((null, true), (measure.Due, measure.Cadence?.EndsWith("下半年", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_arrow_before_nothing_names_no_step() =>
        Assert.Equal(["学习不深入"], Findings("一、存在的问题\n1.学习不深入。只学了两次。\n=>：，\n"));

    [Fact]
    public void What_a_label_says_may_stand_on_the_line_below_it()
    {
        Statement read = Read(
            "一、问题：台账不全，缺了三本。\n整改措施：补齐台账。\n责任单位：\n财务科\n完成时限：\n2025年8月底\n"
            + "二、问题：学习不深入，只学了两次。\n整改措施：每月学习一次。\n责任单位：\n办公室\n完成时限：\n2025年6月底\n");

        Assert.Equal([("财务科", "2025年8月底"), ("办公室", "2025年6月底")], read.Measures.Select(measure => (measure.Owner, measure.Due)));
    }

    [Theory]
    [InlineData("（一）")]
    [InlineData("(一)")]
    [InlineData("(一）")]
    [InlineData("（一)")]
    [InlineData("【一】")]
    [InlineData("一）")]
    public void Any_pair_of_brackets_numbers_an_item(string mark) =>
        Assert.Equal(["学习不够深入"], Findings($"一、存在的问题\n{mark}学习不够深入。读书少。"));

    [Theory]
    [InlineData("1.", "2.")]
    [InlineData("1、", "2、")]
    [InlineData("１．", "２．")]
    [InlineData("（1）", "（2）")]
    [InlineData("①", "②")]
    [InlineData("一是", "二是")]
    [InlineData("第一，", "第二，")]
    [InlineData("首先，", "其次，")]
    [InlineData("2.1 ", "2.2 ")]
    [InlineData("a)", "b)")]
    [InlineData("a、", "b、")]
    [InlineData("（a）", "（b）")]
    [InlineData("A.", "B.")]
    [InlineData("甲、", "乙、")]
    [InlineData("Ⅰ、", "Ⅱ、")]
    [InlineData("I.", "II.")]
    [InlineData("（i）", "（ii）")]
    [InlineData("壹、", "贰、")]
    [InlineData("其一，", "其二，")]
    public void Any_style_of_number_opens_a_finding(string first, string second) =>
        Assert.Equal(
            ["学习不够深入", "调研不够扎实"],
            Findings($"一、存在的问题\n{first}学习不够深入。读书少。\n{second}调研不够扎实。走访少。\n二、原因分析\n"));

    [Fact]
    public void Letters_in_a_row_open_findings_inside_a_paragraph() =>
        Assert.Equal(
            ["培训走过场", "台账记得乱", "设备带病用"],
            Findings("一、存在的问题\n（一）仓库管理方面。主要表现在：a)培训走过场。签了字就散。b)台账记得乱。三本账对不上。c)设备带病用。报修没人催。"));

    [Fact]
    public void The_ninth_letter_is_no_Roman_number() =>
        Assert.Equal(
            ["票据不清", "收费不明", "交接不全"],
            Findings("一、存在的问题\nh)票据不清。白条还有。\ni)收费不明。牌子没挂。\nj)交接不全。少了两册。"));

    [Theory]
    [InlineData("甲、乙两个村的账至今没有对清。")]
    [InlineData("A、B两座泵房的巡查不够。")]
    [InlineData("甲、方案改了三稿。")]
    [InlineData("B.超检查排队太久。")]
    public void A_letter_or_stem_without_its_neighbour_is_a_word(string line) =>
        Assert.Equal(["记账不及时"], Findings($"一、存在的问题\n1.记账不及时。月底才补。\n{line}"));

    [Fact]
    public void Stems_and_legal_numerals_hold_the_usual_numbers_as_sections()
    {
        foreach ((string first, string second) in (IEnumerable<(string, string)>)[("甲、", "乙、"), ("壹、", "贰、"), ("I.", "II.")])
        {
            Statement read = Read($"""
                {first}存在的问题
                一、记账不及时。月底才补。
                二、盘点走形式。只看了一个库。
                {second}整改措施
                一、当天记账。每天下班前由会计记完。
                """);

            Assert.Equal(["记账不及时", "盘点走形式"], read.Findings.Select(finding => finding.Title));
            Assert.Equal(["当天记账"], read.Measures.Select(measure => measure.Title));
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("")]
    public void A_piece_cut_at_both_ends_is_read_by_the_sentences_that_lead_its_lists(string turn)
    {
        Statement read = Read(string.Join(turn,
        [
            "的安排落得不紧。与先进班组相比仍有差距，集中表现为：",
            "1、夜班巡查打折扣。该两人一组，常常一人走完。",
            "2、培训流于形式。签到的多，真正听讲的少。",
            "究其原因，主要是：",
            "1、责任没有压到人。谁都管，谁也没有真管。",
            "2、考核偏软。扣分只写在纸上。",
            "为此，拟采取如下措施：",
            "1、巡查双人签字。每班交接时当面核对，",
        ]));

        Assert.True(read.IsStatement);
        Assert.Equal(["夜班巡查打折扣", "培训流于形式"], read.Findings.Select(finding => finding.Title));
        Assert.Equal(["责任没有压到人", "考核偏软"], read.Causes.Select(cause => cause.Title));
        Assert.Equal(["巡查双人签字"], read.Measures.Select(measure => measure.Title));
    }

    [Fact]
    public void A_measure_answers_what_its_prose_speaks_of_though_its_title_names_another_theme()
    {
        Statement read = Read("""
            个人对照检查材料
            一、存在的问题
            1.与群众走动少。下村次数少，坐下来听村民说话的时候更少。
            2.读书不够。理论学习时断时续，笔记不全。
            二、整改措施
            1.改进服务群众的方式。每周一天在村部接待群众，当场答复群众的诉求。
            2.坚持理论学习。每周自学两次，写好笔记。
            3.敢于担当，主动履职。到农户家中走访，住村蹲点，把群众的诉求记下来逐条答复，请居民评一评。
            """);

        Assert.Equal(["M1", "M3"], read.Links.Where(link => link.From == "F1").Select(link => link.To).Order());
        Assert.Equal(["M2"], read.Links.Where(link => link.From == "F2").Select(link => link.To));
    }

    [Fact]
    public void A_link_shows_whole_words_only()
    {
        Statement read = Read("""
            个人对照检查材料
            一、存在的问题
            1.下乡走访少。到村里以检查为主，对村民的诉求了解不深，导致工作缺针对性。
            2.读书不够。理论学习时断时续。
            二、整改措施
            1.多到村里走访。听村民的诉求，引导致富能人带头，开展工作。
            2.坚持理论学习。每周自学两次。
            """);

        ElementLink first = Assert.Single(read.Links, link => link.From == "F1");
        Assert.Equal("M1", first.To);
        Assert.Contains("走访", first.Reason!.Words);
        Assert.DoesNotContain("导致", first.Reason.Words);
        Assert.DoesNotContain("村里", first.Reason.Words);
    }

    [Fact]
    public void A_numeral_inside_a_word_opens_nothing() =>
        Assert.Equal(["标准不高"], Findings("一、存在的问题\n1.标准不高。统一是上级的要求，唯一是亮点的做法也丢了，一线走访少。"));

    [Fact]
    public void The_last_word_of_a_heading_decides_its_role() =>
        Assert.Equal(
            [SectionRole.Causes, SectionRole.Measures],
            Read("一、产生问题的原因分析\n1.学习放松。把学习当软任务。\n二、反馈问题的整改措施\n1.坚持自学。每天一小时。").Sections.Select(s => s.Role));

    [Fact]
    public void N_shi_in_achievements_is_no_finding()
    {
        Statement read = Read("""
            个人对照检查材料
            一、主要工作成效
            一是办结信访件12件。二是走访企业30家。
            二、存在的问题
            一是下基层少。全年只去过两次。
            """);

        Assert.Equal(["下基层少"], read.Findings.Select(finding => finding.Title));
    }

    [Fact]
    public void Labels_make_a_linked_record_of_finding_cause_and_measure()
    {
        Statement read = Read("""
            关于消防检查问题的整改报告
            问题1：消防通道堵塞。二楼堆放纸箱。原因：管理责任不清。整改措施：立即清理并划线。责任人：后勤科长。完成时限：2024年5月底前
            问题2：灭火器过期。三楼两具。原因：没有台账。整改措施：全部更换，建立点检台账。责任人：安全员。完成时限：立行立改
            """);

        Assert.Equal(["消防通道堵塞", "灭火器过期"], read.Findings.Select(finding => finding.Title));
        Assert.Equal(["后勤科长", "安全员"], read.Measures.Select(measure => measure.Owner));
        Assert.Equal(["2024年5月底前", "立行立改"], read.Measures.Select(measure => measure.Due));
        Assert.Equal(
            ["F1-K1", "F1-M1", "F2-K2", "F2-M2"],
            read.Links.Where(link => link.Basis == LinkBasis.Explicit && link.From[0] == 'F')
                .Select(link => $"{link.From}-{link.To}").Order());
    }

    [Fact]
    public void A_table_is_read_by_its_header_cells()
    {
        Statement read = ReadTable("", """
            序号|问题|整改措施|责任人
            1|台账不全|补齐台账，每月检查|张科长
            2|培训不到位|组织培训2次|李科长
            """, "本单位整改台账");

        Assert.Equal(["台账不全", "培训不到位"], read.Findings.Select(finding => finding.Title));
        Assert.Equal(["张科长", "李科长"], read.Measures.Select(measure => measure.Owner));
        Assert.Contains(read.Links, link => link is { From: "F2", To: "M2", Basis: LinkBasis.Explicit });
    }

    [Fact]
    public void Prose_above_and_below_a_ledger_finds_no_fault_a_second_time()
    {
        Statement read = ReadTable("""
            某局领导班子查摆问题整改台账
            填报单位：某局办公室
            会后，局班子对不足之处逐项明确责任，定期通报。
            """, """
            序号|查摆问题|主要原因|整改措施|责任人
            1|学用结合不紧，研讨联系实际少|学习计划脱离业务，没有跟踪|每季度研讨一次，形成清单|局长
            2|摸底不全，漏登17户|网格员职责不清|逐户排查，建立档案|副局长
            """, "说明：第2项由班子成员入户复核，存在的漏登已全部建档，不足之处继续改。");

        Assert.Equal(["学用结合不紧，研讨联系实际少", "摸底不全，漏登17户"], read.Findings.Select(finding => finding.Title));
        Assert.Equal(2, read.Causes.Count);
        Assert.Equal(2, read.Measures.Count);
    }

    private static Statement ReadTable(string above, string table, string below)
    {
        var text = new StringBuilder();
        List<Paragraph> paragraphs = [];
        void Add(string line, TableCell? cell)
        {
            paragraphs.Add(Body(text.Length, line.Length) with
            {
                Kind = cell is null ? ParagraphKind.Body : ParagraphKind.TableCell,
                Cell = cell,
            });
            text.Append(line).Append('\n');
        }

        foreach (string line in above.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Add(line, null);
        }

        foreach ((int row, string line) in table.Split('\n').Index())
        {
            foreach ((int column, string cell) in line.Split('|').Index())
            {
                Add(cell, new TableCell(0, row, column, row == 0));
            }
        }

        Add(below, null);
        return StatementReader.Read(new Document(text.ToString(), paragraphs, DocumentFormat.Docx, "", [], []));
    }

    [Fact]
    public void Wrapped_lines_are_one_finding()
    {
        Statement read = Read("""
            个人对照检查材料
            一、存在的主要问题
            （一）理论学习方面。一是学习的系统性还不够强，存在零
            敲碎打的现象，有时以干代学，学习笔记也是应付检查的多
            ，真正入脑入心的少。二是联系实际不够紧密，理论与工作
            “两张皮”的问题还没有得到很好的解决。
            二、原因分析
            （一）思想认识不到位。认为学习是软任务，业务是硬任务
            ，放松了对自己的要求，学习的自觉性主动性都不够。
            """);

        Assert.Equal(2, read.Findings.Count);
        Assert.Single(read.Causes);
        Assert.StartsWith("学习的系统性还不够强，存在零敲碎打", read.Findings[0].Title + "，存在零敲碎打", StringComparison.Ordinal);
    }

    [Fact]
    public void Several_documents_in_one_file_are_read_one_by_one()
    {
        const string One = "个人对照检查材料\n一、存在的问题\n1.学习不够。读书少。\n二、整改措施\n1.加强学习。每周自学3小时。\n";
        Statement read = Read($"篇一\n{One}篇二\n{One}");

        Assert.Equal(2, read.Parts.Count);
        Assert.Equal(["F1", "F2"], read.Findings.Select(finding => finding.Id));
        Assert.DoesNotContain(read.Links, link => link is { From: "F1", To: "M2" } or { From: "F2", To: "M1" });
    }

    [Theory]
    [InlineData("关于召开2023年度组织生活会的通知\n各党支部：\n现就有关事项通知如下。\n一、查摆问题\n（一）学习不够的要补课。\n二、整改措施\n（一）列出清单。")]
    [InlineData("在作风建设大会上的讲话\n同志们：\n一、当前存在的问题\n一是作风不实。有的同志浮在面上。\n二、下一步措施\n一要真抓实干。")]
    [InlineData("公务接待管理办法\n第一条 为规范接待，制定本办法。\n第二条 接待不得超标准。\n第三条 违反规定的，依规处理。\n第四条 本办法自印发之日起施行。")]
    public void A_text_of_another_kind_yields_nothing(string text)
    {
        Statement read = Read(text);

        Assert.False(read.IsStatement);
        Assert.InRange(read.Confidence, 0, 0.5);
        Assert.Empty(read.Findings);
        Assert.Empty(read.Measures);
    }

    [Fact]
    public void Prose_without_any_number_is_read_by_paragraph_and_with_doubt()
    {
        Statement read = Read("""
            组织生活会个人发言
            我是一名老党员，入党二十年了。
            学习上，我看手机多、看书少，党章党规学得不系统。
            工作上，对分管的档案整理拖拖拉拉，三年的旧账没有理清。
            """);

        Assert.Equal(2, read.Findings.Count);
        Assert.All(read.Findings, finding => Assert.InRange(finding.Confidence, 0, 0.65));
    }

    [Fact]
    public void Problems_labelled_under_an_aspect_keep_their_own_measures()
    {
        Statement read = Read("""
            关于民主生活会查摆问题的整改方案
            一、整改任务
            （一）理论学习方面
            问题1：中心组研讨不深。
            整改措施：
            1.每季度开展1次专题研讨。
            2.6月底前建立考勤通报制度。
            责任科室：办公室
            问题2：学用脱节。
            整改措施：结合河道治理开展案例教学。
            责任科室：河湖科
            """);

        Assert.Equal(["理论学习方面", "理论学习方面"], read.Findings.Select(finding => finding.Aspect));
        Assert.Equal(["办公室", "办公室", "河湖科"], read.Measures.Select(measure => measure.Owner));
        Assert.Equal(["F1-M1", "F1-M2", "F2-M3"], read.Links.Select(link => $"{link.From}-{link.To}").Order());
    }

    [Fact]
    public void A_heading_style_heads_a_section_without_a_number()
    {
        string[] lines = ["个人对照检查材料", "存在的问题", "学习方面", "1.学习不够。读书少。", "整改措施", "1.坚持自学。每周3小时。"];
        int[] levels = [0, 1, 2, 0, 1, 0];
        var paragraphs = new List<Paragraph>();
        int start = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            paragraphs.Add(Body(start, lines[i].Length) with { HeadingLevel = levels[i] });
            start += lines[i].Length + 1;
        }

        Statement read = StatementReader.Read(
            new Document(string.Join('\n', lines) + "\n", paragraphs, DocumentFormat.Docx, "", [], []));

        Assert.Equal("学习方面", Assert.Single(read.Findings).Aspect);
        Assert.Equal("坚持自学", Assert.Single(read.Measures).Title);
    }

    [Fact]
    public void A_thing_that_comes_is_no_number_before_it() =>
        Assert.Equal(
            ["理论学习不深", "调研不细"],
            Findings("一、存在的问题\n1.理论学习不深。抢险任务一来，学习计划就停摆。\n2.调研不细。走访少。"));

    [Theory]
    [InlineData("1.3月底前查完合同。2.6月底前修订制度。")]
    [InlineData("1.2025年起查完合同。2.2025年起修订制度。")]
    [InlineData("\n1.3月底前查完合同。\n2.6月底前修订制度。")]
    public void A_number_before_a_date_is_no_decimal(string measures) =>
        Assert.Equal(2, Read($"个人对照检查材料\n主要问题：1.学习不够。\n整改措施：{measures}").Measures.Count);

    [Fact]
    public void A_plan_among_labelled_measures_heads_no_section()
    {
        Statement read = Read("""
            对照检查发言
            主要问题：1.作风不够深入。下乡少。2.抓党建缺少章法。
            整改措施：1.每月到乡镇跟班两天。2.制定支部年度计划。2月底前报机关党委。
            主要问题：1.监督缺少锐度。
            整改措施：1.3月底前把合同查完。
            """);

        Assert.Equal(["每月到乡镇跟班两天", "制定支部年度计划", "3月底前把合同查完"], read.Measures.Select(measure => measure.Title));
    }

    [Fact]
    public void A_diary_in_the_first_person_is_no_statement() =>
        Assert.False(Read("""
            我家的橘园
            我家有三十亩橘园，前年一场大冻，冻死了一半。我劝父亲改种别的，他不愿意。
            去年我回来了，跟着农技站学剪枝。老周说，我们家的树太密，肥也不足。
            今年我开了网店，头一个月只卖出去六箱，还有两箱坏在路上。我赔了钱，没有灰心。
            """).IsStatement);

    [Fact]
    public void Numbered_faults_of_ones_own_are_a_statement_without_its_words()
    {
        Statement read = Read(
            "下基层不多。我全年到车间二十一次，多数是陪着去的。三是敢抓敢管不够。老魏三次漏检，我只口头说了两句。"
            + "四是带头节俭不够。我招待客户超过标准两次。五是调研不细。我走访了两户就写报告。");

        Assert.Equal(["敢抓敢管不够", "带头节俭不够", "调研不细"], read.Findings.Select(finding => finding.Title));
    }

    [Fact]
    public void A_first_line_that_is_a_sentence_names_no_kind_of_text() =>
        Assert.True(Read("""
            对照先进地区的做法，我们的工作还有很大差距，集中表现为：
            1、规划跟不上。三个小区都不在图上。
            2、管理跟不上。六个人管十二平方公里。
            究其原因，主要是：
            1、超前谋划的意识不强。总觉得用不着。
            2、队伍建设重视不够。我们没有想办法留住人。
            """).IsStatement);

    [Fact]
    public void Prose_before_what_explains_it_is_read_for_findings()
    {
        Statement read = Read("""
            这一年，我当村支书，有几件事心里有愧。
            学习抓得不紧。镇里发的书，我翻了前面几十页，念完就放下了。
            对群众的事上心不够。桥坏了五个月，我总想着等项目。
            说到底，是我心里把自己当成了官，忘了自己也是种田人。
            往后，我每个月逢五念一个钟头书。春节前先搭便桥。
            """);

        Assert.Equal(["学习抓得不紧", "对群众的事上心不够"], read.Findings.Select(finding => finding.Title));
        Assert.Single(read.Causes);
        Assert.Single(read.Measures);
    }

    private static Paragraph Body(int start, int length) => new(new TextSpan(start, length), ParagraphKind.Body);

    private static Statement Read(string text) => StatementReader.Read(Document.FromText(text));

    private static IEnumerable<string> Findings(string text) => Read($"个人对照检查材料\n{text}").Findings.Select(f => f.Title);
}
