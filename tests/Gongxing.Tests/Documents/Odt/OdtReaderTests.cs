using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Documents.Odt;

namespace Gongxing.Tests.Documents.Odt;

public class OdtReaderTests
{
    private const string Outline =
        """
        <text:list-style style:name="L">
        <text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
        <text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"/>
        <text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="." text:display-levels="1"/>
        </text:list-style>
        """;

    [Fact]
    public void Paragraphs_headings_spaces_and_breaks_are_read()
    {
        Document document = OdtMaker.Read(
            """
            <text:h text:outline-level="2">标题</text:h>
            <text:p>甲<text:s text:c="2"/>乙<text:tab/>丙
               丁<text:line-break/>戊<text:span>己</text:span><text:a>庚</text:a></text:p>
            """);

        Assert.Equal("标题\n甲  乙\t丙 丁\n戊己庚\n", document.Text);
        Assert.Equal([2, 0, 0], document.Paragraphs.Select(p => p.HeadingLevel));
        Assert.Equal(DocumentFormat.Odt, document.Format);
    }

    [Fact]
    public void Lists_are_numbered_level_by_level()
    {
        Document document = new OdtMaker
        {
            AutomaticStyles = Outline,
            Body = """
                <text:list text:style-name="L"><text:list-item><text:p>甲</text:p><text:p>甲续</text:p><text:list>
                <text:list-item><text:p>乙</text:p><text:list><text:list-item><text:p>丙</text:p></text:list-item></text:list></text:list-item>
                <text:list-item><text:p>丁</text:p></text:list-item></text:list></text:list-item>
                <text:list-header><text:p>无号</text:p></text:list-header>
                <text:list-item><text:p>戊</text:p><text:list><text:list-item><text:p>己</text:p></text:list-item></text:list></text:list-item>
                <text:list-item text:start-value="9"><text:p>庚</text:p></text:list-item></text:list>
                """,
        }.Read();

        Assert.Equal("一、甲\n甲续\n（一）乙\n1. 丙\n（二）丁\n无号\n二、戊\n（一）己\n九、庚\n", document.Text);
        Assert.Equal([2, 0, 3, 3, 3, 0, 2, 3, 2], document.Paragraphs.Select(p => p.NumberingLength));
    }

    [Fact]
    public void A_list_goes_on_only_where_it_says_so()
    {
        string text = new OdtMaker
        {
            AutomaticStyles = Outline,
            Body = """
                <text:list xml:id="a" text:style-name="L"><text:list-item><text:p>甲</text:p></text:list-item></text:list><text:p>间</text:p>
                <text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>乙</text:p></text:list-item></text:list>
                <text:list text:style-name="L"><text:list-item><text:p>丙</text:p></text:list-item></text:list>
                <text:list text:continue-list="a" text:style-name="L"><text:list-item><text:list><text:list-item><text:p>丁</text:p>
                </text:list-item></text:list></text:list-item><text:list-item><text:p>戊</text:p></text:list-item></text:list>
                """,
        }.Read().Text;

        Assert.Equal("一、甲\n间\n二、乙\n一、丙\n（一）丁\n三、戊\n", text);
    }

    [Theory]
    [InlineData("1", "1甲")]
    [InlineData("a", "a甲")]
    [InlineData("I", "I甲")]
    [InlineData("一, 二, 三, ...", "一甲")]
    [InlineData("壹, 贰, 叁, ...", "壹甲")]
    [InlineData("甲, 乙, 丙, ...", "甲甲")]
    [InlineData("子, 丑, 寅, ...", "子甲")]
    [InlineData("①, ②, ③, ...", "①甲")]
    [InlineData("１, ２, ３, ...", "１甲")]
    [InlineData("", "甲")]
    public void Each_format_that_libreoffice_writes_is_spelt(string format, string text) =>
        Assert.Equal($"{text}\n", new OdtMaker
        {
            AutomaticStyles = $"""
                <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="{format}">
                <style:list-level-properties><style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties>
                </text:list-level-style-number></text:list-style>
                """,
            Body = """<text:list text:style-name="L"><text:list-item><text:p>甲</text:p></text:list-item></text:list>""",
        }.Read().Text);

    [Fact]
    public void A_pattern_stands_above_prefix_and_suffix_and_bullets_are_signs()
    {
        string text = new OdtMaker
        {
            AutomaticStyles = """
                <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" loext:num-list-format="第%1%条"/>
                <text:list-level-style-bullet text:level="2" text:bullet-char="●"/></text:list-style>
                """,
            Body = """
                <text:list text:style-name="L"><text:list-item><text:p>甲</text:p><text:list><text:list-item><text:p>乙</text:p>
                </text:list-item></text:list></text:list-item></text:list>
                """,
        }.Read().Text;

        Assert.Equal("第1条 甲\n● 乙\n", text);
    }

    [Fact]
    public void Headings_are_numbered_by_the_outline()
    {
        string text = new OdtMaker
        {
            Styles = """
                <text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
                <text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>
                """,
            Body = """
                <text:h text:outline-level="1">甲</text:h><text:h text:outline-level="2">乙</text:h>
                <text:h text:outline-level="1" text:is-list-header="true">丙</text:h><text:h text:outline-level="1">丁</text:h>
                """,
        }.Read().Text;

        Assert.Equal("一、甲\n乙\n丙\n二、丁\n", text);
    }

    [Fact]
    public void Notes_and_boxes_follow_their_paragraph_and_comments_are_no_text()
    {
        Document document = OdtMaker.Read(
            """
            <text:p>前<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>
            <office:annotation><dc:creator>某</dc:creator><text:p>批注</text:p></office:annotation><draw:frame><draw:text-box>
            <text:p>框</text:p></draw:text-box><svg:title>图</svg:title></draw:frame><draw:custom-shape><text:p>形</text:p></draw:custom-shape>后</text:p>
            """);

        Assert.Equal("前 后\n注\n框\n形\n", document.Text);
        Assert.Equal(
            [ParagraphKind.Body, ParagraphKind.Footnote, ParagraphKind.TextBox, ParagraphKind.TextBox],
            document.Paragraphs.Select(p => p.Kind));
    }

    [Fact]
    public void Deleted_revisions_and_hidden_text_are_left_out_and_said_so()
    {
        Document document = new OdtMaker
        {
            AutomaticStyles = """
                <style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
                """,
            Body = """
                <text:tracked-changes><text:changed-region><text:deletion><text:p>旧</text:p></text:deletion></text:changed-region></text:tracked-changes>
                <text:p>新<text:span text:style-name="T1">藏</text:span><text:change text:change-id="c"/></text:p>
                """,
        }.Read();

        Assert.Equal("新\n", document.Text);
        Assert.Equal(2, document.Notices.Count);
    }

    [Fact]
    public void Cells_of_tables_know_their_place()
    {
        Document document = OdtMaker.Read(
            """
            <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>乙</text:p></table:table-cell></table:table-row>
            </table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>丙</text:p></table:table-cell>
            <table:covered-table-cell/><table:table-cell><text:p>丁</text:p></table:table-cell></table:table-row></table:table>
            """);

        Assert.Equal(
            [(0, 0, true), (0, 3, true), (1, 0, false), (1, 2, false)],
            document.Paragraphs.Select(p => (p.Cell!.Row, p.Cell.Column, p.Cell.IsHeader)));
    }

    [Fact]
    public void Headers_and_footers_stand_apart()
    {
        Document document = new OdtMaker
        {
            Styles = """
                <office:master-styles><style:master-page><style:header><text:p>内部资料</text:p></style:header>
                <style:footer><text:p>— 1 —</text:p></style:footer></style:master-page></office:master-styles>
                """,
            Body = "<text:p>正文</text:p>",
        }.Read();

        Assert.Equal("正文\n", document.Text);
        Assert.Equal(["内部资料", "— 1 —"], document.Margins);
    }

    [Fact]
    public void A_flat_file_is_read_like_a_package()
    {
        byte[] flat = new OdtMaker { Body = "<text:p>正文</text:p>" }.MakeFlat();

        Assert.Equal("正文\n", DocumentReader.Read(flat, "a.fodt", ReadLimits.Default).Document?.Text);
    }

    [Fact]
    public void A_file_with_a_password_is_called_encrypted() =>
        Assert.Equal(Unreadable.Encrypted, Refused(new OdtMaker { Manifest = "<manifest><encryption-data/></manifest>" }.Make()));

    [Fact]
    public void Elements_nested_too_deep_are_refused() =>
        Assert.Equal(Unreadable.TooDeep, Refused(new OdtMaker
        {
            Body = string.Concat(Enumerable.Repeat("<text:list><text:list-item>", 20_000)),
        }.Make()));

    private static Unreadable Refused(byte[] content) =>
        Assert.Throws<UnreadableException>(() => OdtReader.Read(content, ReadLimits.Default)).Reason;
}
