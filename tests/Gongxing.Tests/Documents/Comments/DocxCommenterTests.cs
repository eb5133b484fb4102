using Gongxing.Tests.Documents.Docx;

namespace Gongxing.Tests.Documents.Comments;

/// <summary>Where comments stand in bodies of all shapes, and that nothing else in them changes.</summary>
public class DocxCommenterTests
{
    [Theory]
    [InlineData("走访不够", "走访不够")]
    [InlineData("走访不够", "走")]
    [InlineData("走访不够", "访不")]
    [InlineData("走访不够", "够")]
    public void A_comment_stands_at_exactly_its_words(string text, string words) => AssertMarked(DocxMaker.P(text), words);

    [Fact]
    public void Words_over_several_paragraphs_are_one_range() =>
        AssertMarked(DocxMaker.P("学习不深") + DocxMaker.P("走访不勤") + DocxMaker.P("落实不力"), "不深\n走访不勤\n落实");

    [Fact]
    public void Ranges_may_overlap_hold_each_other_and_be_equal() =>
        AssertMarked(DocxMaker.P("一二三四五六"), "三四", "二三", "二三", "一二三四五六", "三四五", "五六");

    [Fact]
    public void Words_in_many_runs_are_one_range_and_runs_keep_what_they_are() => AssertMarked(
        $"""<w:p w:rsidR="00A1">{Run("联系", "<w:b/>")}{Run("群众")}<w:proofErr w:type="spellStart"/>{Run("不够", "<w:i/>")}{Run("紧")}</w:p>""",
        "系群众不", "众不够紧", "系", "联系群众");

    [Fact]
    public void What_a_run_holds_beside_text_stays_where_it_is() => AssertMarked(
        """
        <w:p><w:r w:rsidRPr="00B2"><w:rPr><w:color w:val="FF0000"/></w:rPr><w:lastRenderedPageBreak/><w:t>甲乙</w:t><w:tab/><w:t>丙丁</w:t>
        <w:noBreakHyphen/><w:t xml:space="preserve"> 戊 </w:t><w:br/><w:t>己庚</w:t></w:r></w:p>
        """,
        "甲", "乙\t丙", "丁-", "- 戊", "戊", "庚");

    [Fact]
    public void Spaces_that_no_program_shows_are_not_brought_to_light() =>
        AssertMarked("<w:p><w:r><w:t>  甲 乙 丙  </w:t></w:r><w:r><w:t> 丁</w:t></w:r></w:p>", "乙", "甲 ", " 丙丁");

    [Fact]
    public void Nothing_is_cut_inside_a_character() =>
        Assert.Equal(["𠀀", "😀😀"], CommentedFile.With(
            Docx("<w:p><w:r><w:t>甲𠀀乙&#x1F600;😀丙</w:t></w:r></w:p>"),
            new(new(2, 1), "后半"), new(new(5, 2), "前半与后半")).AssertOnlyCommentsAdded().Marked());

    [Fact]
    public void References_to_characters_count_as_what_they_stand_for() =>
        AssertMarked("<w:p><w:r><w:t>甲&amp;&lt;乙&#x4E00;&#20108;\r\n丙</w:t></w:r></w:p>", "&", "<乙一", "二 丙");

    [Fact]
    public void Text_that_is_typed_in_a_way_nobody_types_is_marked_as_a_whole() => Assert.Equal(
        ["甲乙丙"], CommentedFile.At(Docx("<w:p><w:r><w:t><![CDATA[甲乙]]>丙</w:t></w:r></w:p>"), "乙").AssertOnlyCommentsAdded().Marked());

    [Fact]
    public void Numbering_belongs_to_the_words_it_stands_before()
    {
        byte[] docx = new DocxMaker
        {
            Numbering = DocxMaker.List(
                DocxMaker.Level(0, "chineseCountingThousand", "%1、"), DocxMaker.Level(1, "chineseCountingThousand", "（%2）")),
            Body = DocxMaker.P("前言") + DocxMaker.Item("存在的问题") + DocxMaker.Item("学习不深", 1)
                + $"""<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>{Run("走访", "<w:b/>")}{Run("不勤")}</w:p>""",
        }.Make();

        Assert.Equal(
            ["存在", "学习不深", "走访", "走访", "存在的问题\n学习"],
            CommentedFile.At(docx, "一、存在", "（一）学习不深", "（二）", "二）走访", "、存在的问题\n（一）学习").AssertOnlyCommentsAdded().Marked());
    }

    [Fact]
    public void Cells_of_tables_and_of_tables_in_them_are_marked_like_any_text() => AssertMarked(
        $"""
        <w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>
        <w:tr><w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>{DocxMaker.P("问题清单")}</w:tc><w:tc>{DocxMaker.P("整改措施")}</w:tc></w:tr>
        <w:tr><w:tc>{DocxMaker.P("外层")}<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{DocxMaker.P("内层格")}</w:tc></w:tr></w:tbl>
        <w:p/></w:tc><w:tc>{DocxMaker.P("责任人")}</w:tc></w:tr></w:tbl>
        """,
        "清单", "整改措施", "层格", "责任", "外层\n内");

    [Fact]
    public void A_text_box_is_marked_where_it_hangs_since_no_comment_may_stand_in_it()
    {
        const string box = "<w:txbxContent><w:p><w:r><w:t>框内文字</w:t></w:r></w:p></w:txbxContent>";
        string body = $"""
            <w:p>{Run("框前")}<w:r><w:rPr><w:noProof/></w:rPr><w:t>同段</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{Run("框后")}</w:p>
            """;
        CommentedFile file = CommentedFile.At(Docx(body), "内文", "后\n框内", "前同").AssertBodyKept();

        Assert.Equal(["▣", "▣框后", "前同"], file.Marked());
        Assert.DoesNotContain("comment", file.Body[file.Body.IndexOf("<w:txbxContent", StringComparison.Ordinal)..file.Body.LastIndexOf("</w:txbxContent", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_is_marked_at_its_reference()
    {
        byte[] docx = new DocxMaker
        {
            Footnotes = """<w:footnote w:id="2"><w:p><w:r><w:t>见附件一</w:t></w:r></w:p></w:footnote>""",
            Body = $"""<w:p>{Run("走访四次")}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>{Run("以上")}</w:p>""",
        }.Make();

        Assert.Equal(["¹", "¹以上", "次¹以"], CommentedFile.At(docx, "附件", "上\n见", "次以").AssertOnlyCommentsAdded().Marked());
    }

    [Fact]
    public void Revisions_stay_revisions() => AssertMarked(
        """
        <w:p><w:r><w:t>原有</w:t></w:r><w:ins w:id="0" w:author="甲" w:date="2024-01-01T00:00:00Z"><w:r><w:t>新增文字</w:t></w:r></w:ins><w:del w:id="1" w:author="甲" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>删去</w:delText></w:r></w:del>
        <w:moveFromRangeStart w:id="2" w:author="甲" w:date="2024-01-01T00:00:00Z" w:name="m"/><w:moveFrom w:id="3" w:author="甲" w:date="2024-01-01T00:00:00Z"><w:r><w:t>搬走</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id="2"/><w:r><w:t>中间</w:t></w:r>
        <w:moveToRangeStart w:id="4" w:author="甲" w:date="2024-01-01T00:00:00Z" w:name="m"/><w:moveTo w:id="5" w:author="甲" w:date="2024-01-01T00:00:00Z"><w:r><w:t>搬走</w:t></w:r></w:moveTo><w:moveToRangeEnd w:id="4"/>
        <w:r><w:rPr><w:b/><w:rPrChange w:id="6" w:author="甲" w:date="2024-01-01T00:00:00Z"><w:rPr/></w:rPrChange></w:rPr><w:t>改了字形</w:t></w:r></w:p>
        """,
        "有新", "增文", "字中", "间搬", "走改", "了字");

    [Fact]
    public void A_paragraph_whose_end_was_deleted_runs_on_in_its_range() => Assert.Equal(
        ["话\n后"],
        CommentedFile.At(
            Docx("""<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="甲" w:date="2024-01-01T00:00:00Z"/></w:rPr></w:pPr><w:r><w:t>前话</w:t></w:r></w:p>""" + DocxMaker.P("后话")),
            "话后").AssertOnlyCommentsAdded().Marked());

    [Fact]
    public void Links_tags_and_controls_are_not_broken_up() => AssertMarked(
        """
        <w:p><w:r><w:t>见</w:t></w:r><w:hyperlink w:anchor="x"><w:r><w:t>链接文字</w:t></w:r></w:hyperlink><w:bookmarkStart w:id="0" w:name="x"/><w:r><w:t>书签</w:t></w:r><w:bookmarkEnd w:id="0"/>
        <w:smartTag w:uri="u" w:element="e"><w:r><w:t>智能标记</w:t></w:r></w:smartTag><w:customXml w:uri="u" w:element="e"><w:r><w:t>自定义</w:t></w:r></w:customXml>
        <w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent><w:r><w:t>控件文字</w:t></w:r></w:sdtContent></w:sdt></w:p>
        <w:sdt><w:sdtPr><w:id w:val="8"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>整块控件</w:t></w:r></w:p></w:sdtContent></w:sdt>
        """,
        "见链", "接文", "字书", "签智", "能标", "记自", "定义控", "件文", "块控", "文字\n整");

    [Fact]
    public void A_control_that_programs_fill_in_is_marked_from_outside() => Assert.Equal(
        ["二〇二四年三月"],
        CommentedFile.At(
            Docx("""
                <w:p><w:r><w:t>日期</w:t></w:r><w:sdt><w:sdtPr><w:date w:fullDate="2024-03-01T00:00:00Z"/></w:sdtPr><w:sdtContent><w:r><w:t>二〇二四年</w:t></w:r><w:r><w:t>三月</w:t></w:r></w:sdtContent></w:sdt></w:p>
                """),
            "四年三").AssertOnlyCommentsAdded().Marked());

    [Fact]
    public void Fields_are_marked_in_what_they_show_and_never_in_their_instruction()
    {
        const string field = """
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "a" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>域结果</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
            """;

        AssertMarked($"<w:p>{Run("前面")}{field}{Run("后面")}</w:p>", "面域", "结", "果后", "前面域结果后面");
    }

    [Fact]
    public void A_field_that_shows_its_instruction_is_marked_as_a_whole()
    {
        const string circled = """
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> eq \o\ac(○,一)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
            """;
        CommentedFile file = CommentedFile.At(Docx($"<w:p>{Run("前面")}{circled.Replace("一)", "1)")}{Run("后面")}</w:p>"), "①", "①后").AssertOnlyCommentsAdded();

        Assert.Equal(["", "后"], file.Marked());
        Assert.True(file.Body.IndexOf("commentRangeStart", StringComparison.Ordinal) < file.Body.IndexOf("\"begin\"", StringComparison.Ordinal));
        Assert.True(file.Body.IndexOf("commentRangeEnd", StringComparison.Ordinal) > file.Body.IndexOf("\"end\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_simple_field_and_a_formula_are_marked_as_a_whole() => Assert.Equal(
        ["第三页", "x+1", "页共x+1"],
        CommentedFile.At(
            Docx($"""
                <w:p>{Run("共")}<w:fldSimple w:instr=" PAGE "><w:r><w:t>第三页</w:t></w:r></w:fldSimple>{Run("页共")}<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>{Run("止")}</w:p>
                """),
            "三", "+", "页共x").AssertOnlyCommentsAdded().Marked());

    [Fact]
    public void Pinyin_over_words_is_not_torn_off() => Assert.Equal(
        ["chóng重", "重要"],
        CommentedFile.At(
            Docx($"""
                <w:p><w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="12"/><w:hpsRaise w:val="22"/><w:hpsBaseText w:val="24"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt><w:r><w:t>chóng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>重</w:t></w:r></w:rubyBase></w:ruby></w:r>{Run("重要")}</w:p>
                """),
            "重", "重要").AssertOnlyCommentsAdded().Marked());

    [Fact]
    public void A_document_of_line_ends_of_every_kind_is_marked_at_the_right_place() =>
        AssertMarked($"\r\n<w:p>\r{Run("甲乙")}\r\n\n{Run("丙丁")}</w:p>\r\n<w:altChunk r:id=\"none\"/>\n{DocxMaker.P("戊己")}", "乙丙", "己");

    private static void AssertMarked(string body, params string[] words) =>
        Assert.Equal(words, CommentedFile.At(Docx(body), words).AssertOnlyCommentsAdded().Marked());

    private static byte[] Docx(string body) => new DocxMaker { Body = body }.Make();

    private static string Run(string text, string properties = "") =>
        $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t>{text}</w:t></w:r>";
}
