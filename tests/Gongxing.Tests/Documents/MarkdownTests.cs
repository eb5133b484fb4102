using System.Text;
using CsCheck;
using Gongxing.Core.Statements;
using Gongxing.Documents;

namespace Gongxing.Tests.Documents;

public class MarkdownTests
{
    [Fact]
    public void Marks_of_emphasis_links_and_code_are_dropped_also_beside_Chinese_quotes() =>
        Assert.Equal(
            ["抓“落实”的劲头不足，见《办法》第 3 条。"],
            Lines(Read("抓**“落实”**的*劲头*不足，见[《办法》](https://example.org/a)第 `3` 条。")));

    [Fact]
    public void Headings_keep_their_level()
    {
        Document document = Read("# 对照检查材料\n\n## 一、问题\n正文。\n");

        Assert.Equal(["对照检查材料", "一、问题", "正文。"], Lines(document));
        Assert.Equal([1, 2, 0], document.Paragraphs.Select(paragraph => paragraph.HeadingLevel));
    }

    [Fact]
    public void Numbers_of_lists_stay_as_typed_and_bullets_go()
    {
        Document document = Read("3. 甲\n4. 乙\n   - 丙\n\n1) 丁\n");

        Assert.Equal(["3. 甲", "4. 乙", "丙", "1) 丁"], Lines(document));
        Assert.All(document.Paragraphs, paragraph => Assert.Equal(ParagraphKind.ListItem, paragraph.Kind));
    }

    [Fact]
    public void Each_line_is_a_paragraph() =>
        Assert.Equal(["一、问题", "（一）学习方面。一是不深。", "二是不透。"], Lines(Read("一、问题\n（一）学习方面。一是不深。\n二是不透。\n")));

    [Fact]
    public void Tables_become_cells()
    {
        Document document = Read("| 问题 | 措施 |\n|---|---|\n| 学习不深 | 每月**两次** |\n");

        Assert.Equal(["问题", "措施", "学习不深", "每月两次"], Lines(document));
        Assert.Equal(new TableCell(0, 1, 1, false), document.Paragraphs[3].Cell);
        Assert.True(document.Paragraphs[0].Cell!.IsHeader);
    }

    [Fact]
    public void Code_and_HTML_are_read_as_text() =>
        Assert.Equal(
            ["缩进的一行", "居中的标题", "完"],
            Lines(Read("    缩进的一行\n\n<div align=\"center\">居中的标题</div>\n\n完\n")));

    [Fact]
    public void Front_matter_is_no_text() => Assert.Equal(["正文。"], Lines(Read("---\nauthor: 某\n---\n正文。\n")));

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("*")]
    [InlineData("**a ")]
    [InlineData("<div>")]
    public void Deep_nesting_is_read_or_refused_and_nothing_else(string opening)
    {
        ReadResult result = Result(string.Concat(Enumerable.Repeat(opening, 1_000)) + "深");

        Assert.True(result.Reason is null or Unreadable.TooDeep, result.Detail);
    }

    [Fact]
    public void Any_mixture_of_marks_is_read_or_found_to_hold_no_text()
    {
        string[] pieces =
            ["# ", "*", "**", "_", "`", "```\n", "|", "---\n", "- ", "1. ", ">", "[", "](", ")", "![", "<b>", "\n", "\n\n", "  ", "甲", "&amp;", "[^1]", ":"];
        Gen.Int[0, pieces.Length - 1].Array[0, 60].Sample(
            chosen => Result(string.Concat(chosen.Select(i => pieces[i])) + "末").Reason is null or Unreadable.NoText,
            iter: 2000);
    }

    private static Document Read(string text) => Result(text).Document!;

    private static ReadResult Result(string text) =>
        DocumentReader.Read(Encoding.UTF8.GetBytes(text), "a.md", ReadLimits.Default);

    private static IEnumerable<string> Lines(Document document) =>
        document.Paragraphs.Select(paragraph => paragraph.Span.In(document.Text).ToString());
}
