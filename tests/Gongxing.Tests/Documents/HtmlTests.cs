using System.Text;
using CsCheck;
using Gongxing.Core.Statements;
using Gongxing.Documents;

namespace Gongxing.Tests.Documents;

public class HtmlTests
{
    static HtmlTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Blocks_are_paragraphs_and_inline_elements_are_not() =>
        Assert.Equal(
            ["对照检查材料", "一是学习不深。", "二是落实不够。", "三是联系不紧。"],
            Lines(Read("<html><body><h1>对照检查材料</h1><p>一是<b>学习</b>不<i>深</i>。<p>二是落实不够。<br>三是联系不紧。</body></html>")));

    [Fact]
    public void Headings_keep_their_level()
    {
        Paragraph heading = Read("<html><h2>一、问题</h2><p>甲</p></html>").Paragraphs[0];

        Assert.Equal((ParagraphKind.Heading, 2), (heading.Kind, heading.HeadingLevel));
    }

    [Fact]
    public void Scripts_styles_menus_and_hidden_parts_are_left_out() =>
        Assert.Equal(["正文。"], Lines(Read(
            "<!doctype html><head><title>站名</title><style>p{}</style></head><body><nav><a href=/>首页</a></nav>" +
            "<script>var p='<p>假的</p>';</script><div style='display: none'>隐藏</div><!-- <p>注释</p> --><p>正文。</p></body>")));

    [Fact]
    public void Numbers_of_lists_are_spelt_out()
    {
        Document document = Read(
            "<html><ol><li>甲</li><li>乙<ol type=a><li>丙</ol></ol><ol start=5><li>丁<li value=9>戊</ol><ul><li>己</ul>" +
            "<ol style='list-style-type: cjk-ideographic'><li>庚</ol></html>");

        Assert.Equal(["1.甲", "2.乙", "a.丙", "5.丁", "9.戊", "己", "一、庚"], Lines(document));
        Assert.Equal([2, 2, 2, 2, 2, 0, 2], document.Paragraphs.Select(paragraph => paragraph.NumberingLength));
    }

    [Theory]
    [InlineData("<ol type=i><li>甲<li>乙</ol>", "i.甲 ii.乙")]
    [InlineData("<ol type=I start=4><li>甲<li>乙</ol>", "IV.甲 V.乙")]
    [InlineData("<ol reversed><li>甲<li>乙<ol><li>丙</ol><li>丁</ol>", "3.甲 2.乙 1.丙 1.丁")]
    [InlineData("<ol reversed start=9><li>甲<li>乙</ol>", "9.甲 8.乙")]
    [InlineData("<ol reversed><li>甲<li value=7>乙<li>丙</ol>", "3.甲 7.乙 6.丙")]
    [InlineData("<ol reversed><li>甲<li>乙", "2.甲 1.乙")]
    [InlineData("<ol><li type=A>甲<li>乙<li style='list-style: none'>丙</ol>", "A.甲 2.乙 丙")]
    [InlineData("<ol style='list-style-type: simp-chinese-informal' start=11><li>甲</ol>", "十一、甲")]
    [InlineData("<ol style='list-style: inside trad-chinese-informal'><li>甲</ol>", "一、甲")]
    [InlineData("<ol style='color: red; list-style-type:simp-chinese-formal'><li>甲</ol>", "壹、甲")]
    [InlineData("<ol style='list-style-type:lower-alpha'><li>甲</ol>", "a.甲")]
    [InlineData("<ol style='list-style-type:UPPER-ROMAN'><li>甲</ol>", "I.甲")]
    [InlineData("<ol style='border: none'><li>甲</ol>", "1.甲")]
    [InlineData("<ul style='list-style-type: cjk-ideographic'><li>甲<li>乙</ul>", "一、甲 二、乙")]
    public void A_list_shows_the_numbers_that_a_browser_shows(string list, string shown) =>
        Assert.Equal(shown.Split(' '), Lines(Read($"<html>{list}")));

    [Fact]
    public void What_is_struck_out_is_left_out_and_said_so_and_what_is_put_in_stays()
    {
        Document document = Read(
            "<html><p>每<del>月</del><ins>周</ins>走访<s>一次</s><strike>左右</strike>两次" +
            "<span style='text-decoration: line-through'>不等</span>。</p><del><p>整段不要。</p></del><p>完</p></html>");

        Assert.Equal(["每周走访两次。", "完"], Lines(document));
        Assert.Contains("删除线", Assert.Single(document.Notices), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<ruby>躬<rp>（</rp><rt>gōng</rt><rp>）</rp>行<rt>xíng</rt></ruby>")]
    [InlineData("<ruby>躬<rp>（<rt>gōng<rp>）<rb>行<rt>xíng</ruby>")]
    public void Readings_over_characters_are_no_text(string ruby)
    {
        Document document = Read($"<html><p>要{ruby}之。</p></html>");

        Assert.Equal(["要躬行之。"], Lines(document));
        Assert.Empty(document.Notices);
    }

    [Fact]
    public void Tables_keep_the_place_of_each_cell()
    {
        Document document = Read(
            "<html><table><tr><th>问题<th>措施</tr><tr><td>学习不深</td><td>每月<br>两次</td></tr></table><p>完</p></html>");

        Assert.Equal(["问题", "措施", "学习不深", "每月", "两次", "完"], Lines(document));
        Assert.Equal(
            [new TableCell(0, 0, 0, true), new(0, 0, 1, true), new(0, 1, 0, false), new(0, 1, 1, false), new(0, 1, 1, false), null],
            document.Paragraphs.Select(paragraph => paragraph.Cell));
    }

    [Fact]
    public void A_table_that_only_lays_out_the_page_is_no_table() =>
        Assert.All(
            Read("<html><table><tr><td>菜单</td><td><p>一</p><p>二</p><p>三</p><p>四</p></td></tr></table></html>").Paragraphs,
            paragraph => Assert.Null(paragraph.Cell));

    [Fact]
    public void White_space_is_folded_and_a_line_end_between_Han_characters_is_none() =>
        Assert.Equal(["责任链条 A B & <焊得不紧>"], Lines(Read("<html><p>　&nbsp;责任\n   链条  A\n B &amp; &lt;焊得不紧&gt;</p></html>")));

    [Theory]
    [InlineData("gb2312", "gb18030", "短")]
    [InlineData("big5", "big5", "麼")]
    [InlineData("utf-8", "utf-8", "短")]
    public void The_encoding_a_page_names_is_used_where_it_fits(string named, string read, string text)
    {
        Encoding encoding = Encoding.GetEncoding(named == "gb2312" ? "gb18030" : named);
        byte[] page = encoding.GetBytes($"<html><head><meta charset=\"{named}\"></head><p>{text}</p></html>");
        Document document = DocumentReader.Read(page, "a.html", ReadLimits.Default).Document!;

        Assert.Equal((read, text + "\n"), (document.Encoding, document.Text));
    }

    [Fact]
    public void A_page_that_names_the_wrong_encoding_is_read_by_its_bytes()
    {
        Document document = Read("<html><head><meta charset=gb2312></head><p>抓落实不够坚决。</p></html>");

        Assert.Equal(("utf-8", "抓落实不够坚决。\n"), (document.Encoding, document.Text));
    }

    [Fact]
    public void Twenty_thousand_nested_elements_are_too_deep()
    {
        string nested = string.Concat(Enumerable.Repeat("<div>", 20_000));

        Assert.Equal(Unreadable.TooDeep, Result($"<html>{nested}深").Reason);
    }

    [Fact]
    public void Paragraphs_and_items_that_are_never_closed_are_not_deep() =>
        Assert.Equal(2000, Read($"<html><ul>{string.Concat(Enumerable.Repeat("<li>甲<p>乙", 1000))}").Paragraphs.Count);

    [Fact]
    public void A_fragment_is_a_page_by_its_name_only()
    {
        Assert.Equal(DocumentFormat.Html, DocumentReader.Read("<p>甲</p>"u8.ToArray(), "a.html", ReadLimits.Default).Document!.Format);
        Assert.Equal(DocumentFormat.PlainText, DocumentReader.Read("<p>甲</p>"u8.ToArray(), "a.txt", ReadLimits.Default).Document!.Format);
    }

    [Fact]
    public void Broken_markup_never_throws()
    {
        string[] pieces =
        [
            "<", ">", "</", "<p", "<td>", "<table>", "</table>", "<li", "<ol start=", "<ol reversed>", "<s>", "<rt>", "\"", "'", "=", "<!--", "-->", "<script>", "<!",
            "</p>", "&", "&#x", ";", "甲", " ", "\n", "<h1>", "<pre>", "</pre>", "<html>", "<br/>", "<tr>", "/",
        ];
        Gen.Int[0, pieces.Length - 1].Array[0, 60].Sample(
            chosen => Result("<html>" + string.Concat(chosen.Select(i => pieces[i]))).Reason is null or Unreadable.NoText,
            iter: 2000);
    }

    [Fact]
    public void Time_grows_with_the_length_of_a_page_and_no_faster()
    {
        foreach (string piece in (string[])["<a href=\"", "<!--", "<p a='", "<script>", "< ", "&", "<td>", "</p>"])
        {
            Assert.True(Result("<html>甲" + string.Concat(Enumerable.Repeat(piece, 200_000))).Reason is null or Unreadable.TooDeep);
        }
    }

    private static Document Read(string page) => Result(page).Document!;

    private static ReadResult Result(string page) =>
        DocumentReader.Read(Encoding.UTF8.GetBytes(page), "a.html", ReadLimits.Default);

    private static IEnumerable<string> Lines(Document document) =>
        document.Paragraphs.Select(paragraph => paragraph.Span.In(document.Text).ToString());
}
