using Gongxing.Core.Statements;
using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Tests.Review.Structure;

/// <summary>One whole statement of the commonest layout, read to the last detail.</summary>
public class StatementReaderTests
{
    private const string Text = """
        按照2023年度主题教育专题民主生活会安排，本人对照检查如下。
        一、查摆出的问题和不足
        （一）理论学习方面。一是系统学习不够。平时忙于事务，读原著的时间不多。二是学用结合有差距。学归学、做归做，用理论指导工作的办法少。
        (二）工作作风方面。一是与群众联系不够紧密。下乡以检查为主，走访农户少。
        （三）廉洁自律方面。我能够守住底线，但还存在一方面问题：一是纪律监督不够严。对干部的小毛病提醒不多。
        二、产生问题的原因分析
        对于以上问题，主要有以下原因：
        （一）理论学习不深入。把学习当任务，满足于抄笔记。
        （二）群众观念有所淡化。与群众坐一条板凳的时间少了。
        三、下一步工作方向和整改措施
        针对查摆出来的问题及其原因，将严肃认真抓好整改。
        （一）强化理论武装。坚持读原著学原文，每周自学不少于3小时。结合分管工作撰写调研报告，2024年6月底前完成。
        （二）改进工作作风。深入基层走访群众，定期到村蹲点调研。由办公室负责汇总群众诉求，建立诉求台账。
        以上是我的对照检查，请同志们批评指正。
        """;

    private static readonly Document s_document = Document.FromText(Text);
    private static readonly Statement s_statement = StatementReader.Read(s_document);

    [Fact]
    public void A_footnote_is_no_part_of_what_it_stands_under()
    {
        Document plain = Document.FromText("一、存在的问题\n（一）走访不够勤。下乡少。\n据统计，2023年10月受理诉求127件。\n"
            + "二、整改措施\n（一）每月走访两次。\n为此制定计划，2025年3月底前完成。\n");
        Document document = plain with
        {
            Paragraphs = [.. plain.Paragraphs.Select((one, i) => i is 2 or 5 ? one with { Kind = ParagraphKind.Footnote } : one)],
        };

        Statement statement = StatementReader.Read(document);

        Assert.Equal("走访不够勤。下乡少。", Assert.Single(statement.Findings).Span.In(document.Text).ToString());
        Measure measure = Assert.Single(statement.Measures);
        Assert.Equal(("每月走访两次。", null), (measure.Span.In(document.Text).ToString(), measure.Due));
        Assert.Equal(
            [plain.Paragraphs[2].Span, plain.Paragraphs[5].Span],
            statement.Unplaced.Where(one => one.Reason == UnplacedReason.Footnote).Select(one => one.Span));
    }

    [Fact]
    public void Kind_year_and_template_are_recognised()
    {
        Assert.True(s_statement.IsStatement);
        Assert.Equal(StatementKind.Individual, s_statement.Kind);
        Assert.Equal(2023, s_statement.Year);
        Assert.Equal("mzsh-2023", s_statement.Template);
        Assert.Null(s_statement.Title);
    }

    [Fact]
    public void Sections_have_the_heading_as_written() =>
        Assert.Equal(
            [
                (SectionRole.Preamble, null),
                (SectionRole.Findings, "一、查摆出的问题和不足"),
                (SectionRole.Causes, "二、产生问题的原因分析"),
                (SectionRole.Measures, "三、下一步工作方向和整改措施"),
            ],
            s_statement.Sections.Select(section => (section.Role, section.Heading)));

    [Fact]
    public void Aspects_carry_the_official_name()
    {
        Assert.Equal(["理论学习方面", "工作作风方面", "廉洁自律方面"], s_statement.Aspects.Select(aspect => aspect.Heading));
        Assert.Equal(["理论学习", "工作作风", "廉洁自律"], s_statement.Aspects.Select(aspect => aspect.Official));
    }

    [Fact]
    public void Findings_are_split_inside_a_paragraph_and_span_title_and_text()
    {
        Assert.Equal(
            ["系统学习不够", "学用结合有差距", "与群众联系不够紧密", "纪律监督不够严"],
            s_statement.Findings.Select(finding => finding.Title));
        Assert.Equal("系统学习不够。平时忙于事务，读原著的时间不多。", Words(s_statement.Findings[0].Span));
        Assert.Equal("工作作风方面", s_statement.Findings[2].Aspect);
        Assert.All(s_statement.Findings, finding => Assert.InRange(finding.Confidence, 0.8, 1));
    }

    [Fact]
    public void Commitments_are_the_sentences_that_promise_and_clauses_with_a_time_of_their_own()
    {
        Measure first = s_statement.Measures[0];
        Assert.Equal(
            ["坚持读原著学原文", "每周自学不少于3小时", "结合分管工作撰写调研报告", "2024年6月底前完成"],
            first.Commitments.Select(commitment => Words(commitment.Span)));
        Assert.Equal("每周", first.Commitments[1].Cadence);
        Assert.Equal("不少于3小时", first.Commitments[1].Quantity);
        Assert.Equal("调研报告", first.Commitments[2].Deliverable);
        Assert.Equal("2024年6月底前", first.Commitments[3].Due);
    }

    [Fact]
    public void The_owner_is_who_the_text_names()
    {
        Assert.Null(s_statement.Measures[0].Owner);
        Assert.Equal("办公室", s_statement.Measures[1].Owner);
    }

    [Fact]
    public void Links_follow_the_themes_and_leave_alone_what_has_no_answer()
    {
        Assert.Contains(s_statement.Links, link => (link.From, link.To) == ("F1", "K1"));
        Assert.Contains(s_statement.Links, link => (link.From, link.To) == ("F3", "M2"));
        Assert.DoesNotContain(s_statement.Links, link => link.From == "F4");
        Assert.All(s_statement.Links, link => Assert.NotNull(link.Reason));
    }

    [Fact]
    public void Thanks_at_the_end_belong_to_no_measure()
    {
        Unplaced thanks = Assert.Single(s_statement.Unplaced);
        Assert.Equal(UnplacedReason.Signature, thanks.Reason);
        Assert.EndsWith("建立诉求台账。", Words(s_statement.Measures[^1].Span), StringComparison.Ordinal);
    }

    private static string Words(TextSpan span) => span.In(Text).ToString();
}
