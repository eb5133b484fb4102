using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Documents.Docx;
using Gongxing.Tests.Documents.Packages;
using static Gongxing.Tests.Documents.Docx.DocxMaker;

namespace Gongxing.Tests.Documents.Docx;

public class DocxReaderTests
{
    [Fact]
    public void Paragraphs_stand_in_reading_order_and_each_is_ended()
    {
        Document document = Read(P("一、存在的问题") + P("") + P("学习不够深入。"));

        Assert.Equal("一、存在的问题\n学习不够深入。\n", document.Text);
        Assert.Equal(["一、存在的问题", "学习不够深入。"], document.Paragraphs.Select(p => p.Span.In(document.Text).ToString()));
        Assert.Equal(DocumentFormat.Docx, document.Format);
    }

    [Fact]
    public void Runs_links_tags_and_controls_are_one_text()
    {
        string text = Read(
            """
            <w:p><w:r><w:t>走</w:t></w:r><w:hyperlink r:id="x"><w:r><w:t>访</w:t></w:r></w:hyperlink>
            <w:smartTag><w:r><w:t>群</w:t></w:r></w:smartTag><w:sdt><w:sdtPr><w:alias w:val="谁"/></w:sdtPr>
            <w:sdtContent><w:r><w:t>众</w:t></w:r></w:sdtContent></w:sdt></w:p>
            """).Text;

        Assert.Equal("走访群众\n", text);
    }

    [Fact]
    public void A_soft_line_break_ends_a_paragraph_and_a_tab_stays()
    {
        Document document = Read("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>");

        Assert.Equal("甲\t乙\n丙\n", document.Text);
        Assert.Equal(2, document.Paragraphs.Count);
    }

    [Fact]
    public void Spaces_at_the_ends_of_a_text_count_only_where_the_file_says_so()
    {
        string text = Read("""<w:p><w:r><w:t> 甲 </w:t><w:t xml:space="preserve"> 乙 </w:t><w:t>　丙</w:t></w:r></w:p>""").Text;

        Assert.Equal("甲 乙 　丙\n", text);
    }

    [Fact]
    public void The_prompt_of_an_empty_control_is_not_text()
    {
        string text = Read(P("甲")
            + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + P("单击此处输入文字。") + "</w:sdtContent></w:sdt>"
            + "<w:sdt><w:sdtPr/><w:sdtContent>" + P("乙") + "</w:sdtContent></w:sdt>").Text;

        Assert.Equal("甲\n乙\n", text);
    }

    [Fact]
    public void A_revised_text_is_read_as_if_all_were_accepted()
    {
        Document document = Read(
            """
            <w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>
            <w:moveFrom><w:r><w:t>走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>来</w:t></w:r></w:moveTo></w:p>
            """);

        Assert.Equal("新来\n", document.Text);
        Assert.Single(document.Notices, notice => notice.Contains("修订", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deleted_paragraph_end_joins_two_paragraphs()
    {
        Document document = Read(
            P("上半句，", "<w:rPr><w:del/></w:rPr>") + P("下半句。", "<w:outlineLvl w:val=\"0\"/>") + P("末段", "<w:rPr><w:del/></w:rPr>"));

        Assert.Equal("上半句，下半句。\n末段\n", document.Text);
        Assert.Equal(ParagraphKind.Heading, document.Paragraphs[0].Kind);
    }

    [Fact]
    public void Hidden_text_is_left_out_and_said_so()
    {
        var document = new DocxMaker
        {
            Styles = """<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>""",
            Body = """
                <w:p><w:r><w:t>看得见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>
                <w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>也看不见</w:t></w:r>
                <w:r><w:rPr><w:rStyle w:val="h"/><w:vanish w:val="0"/></w:rPr><w:t>又看见</w:t></w:r></w:p>
                """,
        }.Read();

        Assert.Equal("看得见又看见\n", document.Text);
        Assert.Single(document.Notices, notice => notice.Contains("隐藏", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_field_only_the_result_is_text()
    {
        string text = Read(
            """
            <w:p><w:r><w:t>见第</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF </w:instrText></w:r>
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>里层</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>三</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
            <w:fldSimple w:instr="PAGE"><w:r><w:t>条</w:t></w:r></w:fldSimple></w:p>
            """).Text;

        Assert.Equal("见第三条\n", text);
    }

    [Fact]
    public void A_field_without_an_end_swallows_no_later_paragraph()
    {
        string text = Read("""<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>""" + P("正文还在")).Text;

        Assert.Equal("正文还在\n", text);
    }

    [Theory]
    [InlineData(@"eq \o\ac(○,3)", "③")]
    [InlineData(@"EQ \o\ac(○,印)", "印")]
    [InlineData(@"EQ \* jc2 \o\ad(\s\up 9(gōng),躬)", "躬")]
    [InlineData(@"PAGE \* MERGEFORMAT", "")]
    [InlineData(@"EQ \o(((((", "((((")]
    public void A_character_in_a_circle_or_under_pinyin_is_read_from_its_field(string instruction, string shown)
    {
        string text = Read(
            $"""
            <w:p><w:r><w:t>一</w:t><w:fldChar w:fldCharType="begin"/><w:instrText>{instruction}</w:instrText>
            <w:fldChar w:fldCharType="end"/></w:r></w:p>
            """).Text;

        Assert.Equal($"一{shown}\n", text);
    }

    [Fact]
    public void Of_pinyin_over_a_word_only_the_word_is_read()
    {
        string text = Read(
            """
            <w:p><w:r><w:ruby><w:rt><w:r><w:t>gōng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>躬</w:t></w:r></w:rubyBase></w:ruby></w:r>
            <w:r><w:t>行</w:t></w:r></w:p>
            """).Text;

        Assert.Equal("躬行\n", text);
    }

    [Fact]
    public void A_formula_is_read_as_plain_text_and_symbols_as_characters()
    {
        Document document = Read(
            """
            <w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath><w:r><w:sym w:font="Wingdings" w:char="F0FE"/>
            <w:noBreakHyphen/><w:sym w:font="Webdings" w:char="F021"/></w:r></w:p>
            """);

        Assert.Equal("a+b☑-\n", document.Text);
        Assert.Single(document.Notices, notice => notice.Contains("符号", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_box_follows_its_paragraph_and_is_read_once()
    {
        Document document = Read(
            """
            <w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent>
            <mc:Choice Requires="wps"><wps:txbx><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice>
            <mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>
            </mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>
            """);

        Assert.Equal("前后\n框\n", document.Text);
        Assert.Equal([ParagraphKind.Body, ParagraphKind.TextBox], document.Paragraphs.Select(p => p.Kind));
    }

    [Fact]
    public void Where_the_first_alternative_has_no_text_the_fallback_is_read()
    {
        string text = Read(
            """
            <w:p><w:r><mc:AlternateContent><mc:Choice Requires="w16se"><x xmlns="urn:new"/></mc:Choice>
            <mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>
            """).Text;

        Assert.Equal("☺\n", text);
    }

    [Fact]
    public void Footnotes_follow_the_paragraph_that_refers_to_them()
    {
        var document = new DocxMaker
        {
            Body = """<w:p><w:r><w:t>数据</w:t><w:footnoteReference w:id="2"/><w:t>如下</w:t></w:r></w:p>""" + P("后文"),
            Footnotes = """<w:footnote w:type="separator" w:id="0">""" + P("线") + "</w:footnote>"
                + """<w:footnote w:id="2">""" + P("来自年报") + "</w:footnote><w:footnote w:id=\"3\">" + P("无人引用") + "</w:footnote>",
        }.Read();

        Assert.Equal("数据如下\n来自年报\n后文\n", document.Text);
        Assert.Equal(ParagraphKind.Footnote, document.Paragraphs[1].Kind);
    }

    [Fact]
    public void Headers_stand_apart()
    {
        var document = new DocxMaker { Body = P("正文"), Header = P("内部资料") + P("内部资料") }.Read();

        Assert.Equal("正文\n", document.Text);
        Assert.Equal(["内部资料"], document.Margins);
    }

    [Fact]
    public void Headings_are_told_by_outline_by_style_and_by_the_name_of_the_style()
    {
        var document = new DocxMaker
        {
            Styles = """
                <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
                <w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>
                <w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
                """,
            Body = P("名", "<w:pStyle w:val=\"1\"/>") + P("承", "<w:pStyle w:val=\"a\"/>") + P("自", "<w:outlineLvl w:val=\"1\"/>")
                + P("非", "<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/>") + P("题", "<w:pStyle w:val=\"t\"/>"),
        }.Read();

        Assert.Equal([1, 3, 2, 0, 0], document.Paragraphs.Select(p => p.HeadingLevel));
        Assert.Equal(ParagraphKind.Body, document.Paragraphs[3].Kind);
        Assert.Equal(ParagraphKind.Heading, document.Paragraphs[4].Kind);
    }

    [Fact]
    public void The_strict_form_of_the_format_is_read_the_same()
    {
        byte[] file = ZipMaker.Zip(("word/document.xml",
            """
            <w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>严格</w:t></w:r></w:p></w:body></w:document>
            """));

        Assert.Equal("严格\n", DocxReader.Read(file, ReadLimits.Default).Text);
    }
}
