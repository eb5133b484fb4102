using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Text;
using Gongxing.Web.Intake;
using Gongxing.Web.Review;
using Document = Gongxing.Core.Statements.Document;

namespace Gongxing.Web.Tests.Review;

public partial class RemarkHtmlTests
{
    private static readonly Document Text = Document.FromText("对照检查材料\n一是<学习>不够系统，读原著少。\n二是走访群众不够。\n");

    [Fact]
    public void Every_mark_stands_at_its_words_and_leads_to_its_question_and_back()
    {
        IDocument page = Page(Text, Questions.At(Text, "走访群众"), Questions.At(Text, "<学习>不够系统"));

        Assert.Equal(["1<学习>不够系统", "2走访群众"], page.QuerySelectorAll("mark").Select(mark => mark.TextContent));
        foreach (int number in (int[])[1, 2])
        {
            Assert.Equal($"#d1-q{number}", page.QuerySelector($".text #d1-t{number}")!.GetAttribute("href"));
            Assert.Equal($"#d1-t{number}", page.QuerySelector($".asked #d1-q{number} a.number")!.GetAttribute("href"));
        }
    }

    [Fact]
    public void The_text_is_all_there_once_whatever_overlaps()
    {
        Remark[] remarks =
        [
            Questions.At(Text, "一是<学习>不够系统，读原著少。", scope: RemarkScope.Element), Questions.At(Text, "学习>不够"),
            Questions.At(Text, "不够系统，读"), Questions.At(new TextSpan(0, Text.Text.Length), scope: RemarkScope.Statement),
        ];

        IDocument page = Page(Text, remarks);

        foreach (IElement number in page.QuerySelectorAll(".text a.number"))
        {
            number.Remove();
        }

        Assert.Equal(Text.Text, string.Concat(page.QuerySelectorAll(".text p").Select(line => $"{line.TextContent}\n")));
        Assert.Equal(4, page.QuerySelectorAll(".asked li").Length);
    }

    [Fact]
    public void At_most_twelve_stand_open_and_the_rest_is_folded()
    {
        IDocument page = Page(Text, [.. Enumerable.Range(0, 20).Select(i => Questions.At(new TextSpan(i, 1)))]);

        Assert.Equal(12, page.QuerySelectorAll(".asked > ul > li").Length);
        Assert.Equal(8, page.QuerySelectorAll(".asked details li").Length);
    }

    [Fact]
    public void It_is_one_file_without_script_that_asks_for_nothing()
    {
        IDocument page = Page(Text, Questions.At(Text, "走访群众"));

        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, [style], [src]"));
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.All(
            page.QuerySelectorAll("[href]"), link => Assert.StartsWith("#", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(
            page.QuerySelectorAll("*").SelectMany(element => element.Attributes),
            attribute => Assert.DoesNotMatch("^on", attribute.Name));
    }

    [Fact]
    public void What_a_file_or_a_rule_says_is_never_markup()
    {
        Document hostile = Document.FromText("<script>alert(1)</script>&amp;\n");
        Remark remark = Questions.At(hostile, "<script>") with { Message = new("<b>粗</b>", "<b>bold</b>"), Fix = "\"><i>" };

        string html = Html(new ReviewReport(
            null!, [File("<u>.txt", hostile, remark)], [new UnreadFile("<s>.doc", "encrypted", "<em>")]));

        Assert.DoesNotMatch(Tags(), html);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_not_read_is_named_and_never_looks_like_one_without_remarks()
    {
        string html = Html(new ReviewReport(null!, [], [new UnreadFile("a.doc", "encrypted", "文件设有密码。")]));

        Assert.Contains("没有读到的文件 1 个", html, StringComparison.Ordinal);
        Assert.Contains("文件设有密码。", html, StringComparison.Ordinal);
        Assert.DoesNotContain("没有需要提出的问题", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_keep_their_rows_and_cells()
    {
        Paragraph Cell(int start, int row, int column) =>
            new(new TextSpan(start, 1), ParagraphKind.TableCell) { Cell = new TableCell(0, row, column, false) };
        Paragraph first = new(new TextSpan(0, 1), ParagraphKind.Body);
        Paragraph last = new(new TextSpan(10, 1), ParagraphKind.Body);
        var table = new Document(
            "甲\n乙\n丙\n丁\n戊\n己\n",
            [first, Cell(2, 0, 0), Cell(4, 0, 1), Cell(6, 1, 0), Cell(8, 1, 0), last],
            DocumentFormat.Docx, "", [], []);

        IDocument page = Page(table, Questions.At(table, "丁"));

        Assert.Equal(["甲", "己"], page.QuerySelectorAll(".text > p").Select(line => line.TextContent));
        Assert.Equal([2, 1], page.QuerySelectorAll("tr").Select(row => row.QuerySelectorAll("td").Length));
        Assert.Equal("1丁戊", string.Concat(page.QuerySelectorAll("tr:nth-child(2) p").Select(line => line.TextContent)));
    }

    [Fact]
    public void Files_of_one_call_do_not_get_into_each_others_way()
    {
        ReviewedFile file = File("a.txt", Text, Questions.At(Text, "走访群众"));
        IDocument page = Parse(Html(new ReviewReport(null!, [file, file with { Name = "b.txt" }], [])));

        string[] ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(2, page.QuerySelectorAll("nav li").Length);
    }

    private static IDocument Page(Document document, params Remark[] remarks) =>
        Parse(Html(new ReviewReport(null!, [File("a.txt", document, remarks)], [])));

    private static ReviewedFile File(string name, Document document, params Remark[] remarks)
    {
        var statement = new Statement { Kind = StatementKind.Individual, IsStatement = true, Confidence = 1 };
        return new ReviewedFile(name, "", document, statement, NumberedRemarks.Of(remarks));
    }

    private static string Html(ReviewReport report)
    {
        using var to = new StringWriter();
        RemarkHtml.Write(to, report);
        return to.ToString();
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    [GeneratedRegex("<(script|b>粗|i>|u>|s>|em)")]
    private static partial Regex Tags();
}
