using Gongxing.Core.Statements;
using static Gongxing.Tests.Documents.Docx.DocxMaker;

namespace Gongxing.Tests.Documents.Docx;

public class DocxNumberingTests
{
    [Theory]
    [InlineData("chineseCounting", "%1、", "一、甲", "二、甲")]
    [InlineData("chineseCountingThousand", "（%1）", "（一）甲", "（二）甲")]
    [InlineData("japaneseCounting", "第%1条", "第一条 甲", "第二条 甲")]
    [InlineData("chineseLegalSimplified", "%1、", "壹、甲", "贰、甲")]
    [InlineData("ideographDigital", "%1、", "一、甲", "二、甲")]
    [InlineData("ideographTraditional", "%1．", "甲．甲", "乙．甲")]
    [InlineData("ideographZodiac", "%1．", "子．甲", "丑．甲")]
    [InlineData("decimalEnclosedCircle", "%1", "①甲", "②甲")]
    [InlineData("decimalEnclosedCircleChinese", "%1", "①甲", "②甲")]
    [InlineData("decimalFullWidth", "%1．", "１．甲", "２．甲")]
    [InlineData("decimal", "%1.", "1. 甲", "2. 甲")]
    [InlineData("decimal", "（%1）", "（1）甲", "（2）甲")]
    [InlineData("lowerLetter", "%1)", "a) 甲", "b) 甲")]
    [InlineData("upperRoman", "%1.", "I. 甲", "II. 甲")]
    [InlineData("none", "", "甲", "甲")]
    [InlineData("bullet", "●", "● 甲", "● 甲")]
    [InlineData("bullet", "\uF06C", "• 甲", "• 甲")]
    public void Each_format_is_spelt_as_it_is_shown(string format, string pattern, string first, string second)
    {
        Document document = new DocxMaker
        {
            Numbering = List(Level(0, format, pattern)),
            Body = Item("甲") + Item("甲"),
        }.Read();

        Assert.Equal($"{first}\n{second}\n", document.Text);
        Assert.Equal([first.Length - 1, second.Length - 1], document.Paragraphs.Select(p => p.NumberingLength));
        Assert.All(document.Paragraphs, p => Assert.Equal(ParagraphKind.ListItem, p.Kind));
    }

    [Fact]
    public void A_level_starts_again_after_a_higher_one()
    {
        string text = new DocxMaker
        {
            Numbering = List(
                Level(0, "chineseCounting", "%1、"), Level(1, "chineseCounting", "（%2）"), Level(2, "decimal", "%3.")),
            Body = Item("甲") + Item("乙", 1) + Item("丙", 2) + Item("丁", 2) + Item("戊", 1) + Item("己", 2) + Item("庚") + Item("辛", 1),
        }.Read().Text;

        Assert.Equal("一、甲\n（一）乙\n1. 丙\n2. 丁\n（二）戊\n1. 己\n二、庚\n（一）辛\n", text);
    }

    [Fact]
    public void A_level_may_run_on_or_start_again_only_after_a_given_one()
    {
        string text = new DocxMaker
        {
            Numbering = List(
                Level(0, "chineseCounting", "%1、"),
                Level(1, "decimal", "%2.", "<w:lvlRestart w:val=\"0\"/>"),
                Level(2, "lowerLetter", "%3)", "<w:lvlRestart w:val=\"1\"/>")),
            Body = Item("甲") + Item("乙", 1) + Item("丙", 2) + Item("丁", 1) + Item("戊", 2) + Item("己") + Item("庚", 1) + Item("辛", 2),
        }.Read().Text;

        Assert.Equal("一、甲\n1. 乙\na) 丙\n2. 丁\nb) 戊\n二、己\n3. 庚\na) 辛\n", text);
    }

    [Fact]
    public void A_number_may_show_the_levels_above_it_and_all_in_decimal()
    {
        string text = new DocxMaker
        {
            Numbering = List(
                Level(0, "chineseCounting", "第%1章"), Level(1, "decimal", "%1.%2"), Level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")),
            Body = Item("甲") + Item("乙", 1) + Item("丙", 2),
        }.Read().Text;

        Assert.Equal("第一章 甲\n一.1 乙\n1.1.1 丙\n", text);
    }

    [Fact]
    public void Lists_of_one_pattern_count_on_unless_one_says_where_it_starts()
    {
        string text = new DocxMaker
        {
            Numbering = List(Level(0, "decimal", "%1.")) +
                """
                <w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
                <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
                <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">
                """ + Level(0, "upperLetter", "%1.") + "</w:lvlOverride></w:num>",
            Body = Item("甲") + Item("乙", list: 2) + Item("丙", list: 3) + Item("丁", list: 3) + Item("戊", list: 4) + Item("己", list: 99),
        }.Read().Text;

        Assert.Equal("1. 甲\n2. 乙\n5. 丙\n6. 丁\nG. 戊\n己\n", text);
    }

    [Fact]
    public void A_style_numbers_its_paragraphs_at_the_level_that_names_it()
    {
        string text = new DocxMaker
        {
            Styles = """
                <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
                <w:style w:type="paragraph" w:styleId="2a"><w:basedOn w:val="2"/></w:style>
                """,
            Numbering = List(
                Level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"1\"/>"), Level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"2\"/>")),
            Body = P("甲", "<w:pStyle w:val=\"1\"/>") + P("乙", "<w:pStyle w:val=\"2\"/>") + P("丙", "<w:pStyle w:val=\"2a\"/>")
                + P("丁", "<w:pStyle w:val=\"2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
        }.Read().Text;

        Assert.Equal("一、甲\n（一）乙\n（二）丙\n丁\n", text);
    }

    [Fact]
    public void A_list_may_take_its_pattern_from_a_list_style()
    {
        string text = new DocxMaker
        {
            Styles = """<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>""",
            Numbering = """
                <w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>
                <w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/>
                """ + Level(0, "chineseCounting", "%1、") + """
                </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>
                """,
            Body = Item("甲"),
        }.Read().Text;

        Assert.Equal("一、甲\n", text);
    }

    [Fact]
    public void An_empty_paragraph_counts_and_a_deleted_one_does_not()
    {
        string text = new DocxMaker
        {
            Numbering = List(Level(0, "decimal", "%1.")),
            Body = Item("甲") + Item("")
                + P("", "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr>") + Item("乙"),
        }.Read().Text;

        Assert.Equal("1. 甲\n3. 乙\n", text);
    }

    [Fact]
    public void Numbers_may_be_filled_up_with_zeros()
    {
        string text = new DocxMaker
        {
            Numbering = List(
                """
                <w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice>
                <mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:suff w:val="space"/><w:lvlText w:val="%1号"/></w:lvl>
                """),
            Body = Item("甲"),
        }.Read().Text;

        Assert.Equal("007号 甲\n", text);
    }
}
