using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Documents.OfficialFormat;
using Gongxing.Review.Structure;
using Gongxing.Web.Review;

namespace Gongxing.Web.Tests.Review;

public class ReviewPapersTests
{
    private static readonly Document Text = Document.FromText("""
        2023年度个人对照检查材料
        一、存在的主要问题
        （一）理论学习方面
        一是学习不够系统。读原著少，遇到问题才翻文件。
        （二）工作作风方面
        一是走访群众不够。去年到村里只有两次，都没有住下。
        二、原因剖析
        （一）理论学习放松。总觉得工作忙，学习可以往后放。
        三、整改措施
        （一）系统学习原著。每月读完一本原著并写一篇笔记。

        """);

    private static readonly Statement Read = StatementReader.Read(Text);

    [Fact]
    public void The_list_has_the_first_and_the_others_with_place_words_and_what_was_done()
    {
        Remark asked = Questions.At(Text, "去年到村里只有两次") with { Related = [Questions.At(Text, "走访群众不够").Span] };
        Remark known = Questions.At(Text, "总觉得", RemarkLevel.Info) with { Fix = "一直认为" };

        RemarkList list = ReviewPapers.List(
            Text, Read, "a.txt", NumberedRemarks.Of([known, asked]), remark => remark == asked ? "已修改" : "");

        Assert.Equal(("审阅意见清单", "2023年度个人对照检查材料"), (list.Title, list.Subtitle));
        Assert.StartsWith("共 2 处", Assert.Single(list.Lead), StringComparison.Ordinal);
        Assert.Equal(["一、先改这几处", "二、其他"], list.Groups.Select(group => group.Heading));
        Assert.Equal(
            new RemarkListRow("1", "第6段", "“去年到村里只有两次”", "【缺少事例】能否写明哪一次？", "见人见事见思想", "已修改"),
            Assert.Single(list.Groups[0].Rows));
        Assert.Equal("【缺少事例】能否写明哪一次？\n可改为：一直认为", Assert.Single(list.Groups[1].Rows).Question);
    }

    [Fact]
    public void A_list_without_remarks_says_so()
    {
        RemarkList list = ReviewPapers.List(Text, Read, "a.txt", NumberedRemarks.Of([]));

        Assert.Equal("没有需要提出的问题。", Assert.Single(list.Lead));
        Assert.Empty(list.Groups);
    }

    [Fact]
    public void The_summary_has_a_row_a_finding_and_says_what_is_missing()
    {
        Remark missing = Questions.At(Text, "2023年度个人对照检查材料", RemarkLevel.Warn, RemarkScope.Statement);

        StructureSummary summary = ReviewPapers.Summary(Read, "a.txt", [missing, Questions.At(Text, "走访群众不够")]);

        Assert.StartsWith("方面 2 个，问题 2 个，原因 1 条，措施 1 条", Assert.Single(summary.Lead), StringComparison.Ordinal);
        Assert.Equal(["能否写明哪一次？", "问题“走访群众不够”没有对应的原因和措施。"], summary.Gaps);
        Assert.Equal(["理论学习方面", "工作作风方面"], summary.Rows.Select(row => row.Aspect));
        Assert.Equal(["理论学习放松"], summary.Rows[0].Causes);
        Assert.Empty(summary.Rows[1].Measures);
    }

    [Fact]
    public void What_the_whole_statement_lacks_is_said_once()
    {
        Statement bare = Read with { Causes = [], Measures = [], Links = [] };

        Assert.Equal(["全文没有剖析原因。", "全文没有写整改措施。"], ReviewPapers.Summary(bare, "a.txt", []).Gaps);
    }

    [Fact]
    public void Both_papers_are_written_in_every_profile() => Assert.All(FormatProfiles.BuiltIn, profile =>
    {
        Assert.NotEmpty(OfficialWriter.Write(ReviewPapers.Summary(Read, "a.txt", []), profile));
        Assert.NotEmpty(OfficialWriter.Write(
            ReviewPapers.List(Text, Read, "a.txt", NumberedRemarks.Of([Questions.At(Text, "总觉得")])), profile));
    });
}
