using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Text;
using Gongxing.Web.Review;

namespace Gongxing.Web.Tests.Review;

public class DocumentPlacesTests
{
    private static readonly Document Text = Document.FromText("对照检查材料\n\n一、问题\n学习不深。\n");

    [Theory]
    [InlineData("对照", "第1段")]
    [InlineData("问题", "第2段")]
    [InlineData("不深", "第3段")]
    public void Paragraphs_are_counted_as_a_reader_counts_them(string words, string expected) =>
        Assert.Equal(expected, Place(Text, words));

    [Theory]
    [InlineData("前", "第1段")]
    [InlineData("格", "表1第2行第3列")]
    [InlineData("框", "文本框1")]
    [InlineData("注", "脚注1")]
    [InlineData("后", "第2段")]
    public void Cells_boxes_and_notes_are_named_for_what_they_are(string words, string expected)
    {
        var mixed = new Document(
            "前\n格\n框\n注\n后\n",
            [
                new Paragraph(new TextSpan(0, 1), ParagraphKind.Body),
                new Paragraph(new TextSpan(2, 1), ParagraphKind.TableCell) { Cell = new TableCell(0, 1, 2, false) },
                new Paragraph(new TextSpan(4, 1), ParagraphKind.TextBox),
                new Paragraph(new TextSpan(6, 1), ParagraphKind.Footnote),
                new Paragraph(new TextSpan(8, 1), ParagraphKind.Body),
            ],
            DocumentFormat.Docx, "", [], []);

        Assert.Equal(expected, Place(mixed, words));
    }

    [Fact]
    public void A_remark_on_the_whole_has_no_words_to_quote()
    {
        var places = new DocumentPlaces(Text);
        Remark whole = Questions.At(Text, "对照检查材料", scope: RemarkScope.Statement);

        Assert.Equal(("全文", ""), (places.Of(whole), places.Words(whole)));
    }

    [Fact]
    public void Long_words_are_cut_and_never_inside_a_character()
    {
        Document document = Document.FromText(new string('甲', 38) + "𠀀乙丙");

        Assert.Equal(new string('甲', 38) + "…", new DocumentPlaces(document).Quote(new TextSpan(0, 42)));
    }

    [Fact]
    public void Words_of_several_lines_are_quoted_in_one() =>
        Assert.Equal("一、问题 学习不深。", new DocumentPlaces(Text).Quote(TextSpan.FromBounds(8, Text.Text.Length)));

    [Theory]
    [InlineData("不够", "“不够”（一是学习不够系统）")]
    [InlineData("读原著少", "“读原著少”（但是读原著少）")]
    [InlineData("一是学习不够系统", "“一是学习不够系统”")]
    [InlineData("很长", "“很长”（…一个没有停顿的句子里有几个字很长而且后面还有一些话要说因此看…）")]
    public void Few_words_are_quoted_with_the_clause_they_stand_in(string words, string expected)
    {
        Document document = Document.FromText(
            "一是学习不够系统，但是读原著少。\n在这样一个没有停顿的句子里有几个字很长而且后面还有一些话要说因此看不到头\n");

        Assert.Equal(expected, new DocumentPlaces(document).Words(Questions.At(document, words)));
    }

    private static string Place(Document document, string words) =>
        new DocumentPlaces(document).Of(Questions.At(document, words));
}
