using System.Text;
using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Documents.Docx;
using Gongxing.Documents.LegacyWord;
using Gongxing.Documents.Odt;
using Gongxing.Tests.Documents.Odt;

namespace Gongxing.Tests.Documents.LegacyWord;

/// <summary>LibreOffice writes one text in each format, and says itself what it reads.</summary>
public class OfficeRoundTripTests
{
    private static readonly OdtMaker Source = new()
    {
        AutomaticStyles = $"""
            <text:list-style style:name="L">{Level(1, "一, 二, 三, ...", "", "、")}{Level(2, "一, 二, 三, ...", "（", "）")}
            {Level(3, "1", "", ".")}{Level(4, "1", "（", "）")}</text:list-style>
            <text:list-style style:name="M">{Level(1, "①, ②, ③, ...", "", "")}</text:list-style>
            <text:list-style style:name="N">{Level(1, "壹, 贰, 叁, ...", "", "、")}</text:list-style>
            """,
        Body = $"""
            <text:p>对照检查材料</text:p>
            {List("L", Item("存在的问题", Nested(
                Item("学习不深", Nested(Item("少读原著"), Item("少记笔记", Nested(Item("只抄标题"))))), Item("走访不勤", Nested(Item("一年两次"))))),
                Item("""原因分析<text:note text:id="f" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>见附表</text:p></text:note-body></text:note>"""))}
            <text:p>中间一段</text:p>
            <text:list text:style-name="L" text:continue-numbering="true">{Item("整改措施", Nested(Item("每周走访")))}</text:list>
            {List("M", Item("圈一"), Item("圈二"))}{List("N", Item("大写"))}
            <table:table table:name="T"><table:table-column table:number-columns-repeated="3"/><table:table-header-rows>{Row("问题", "措施", "时限")}</table:table-header-rows>
            {Row("学习不深", "每天一小时", "年底")}<table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>合并</text:p></table:table-cell>
            <table:covered-table-cell/><table:table-cell><text:p>长期</text:p></table:table-cell></table:table-row></table:table>
            <text:p>末段<text:tab/>完</text:p>
            """,
    };

    [Fact]
    public void What_libreoffice_writes_reads_as_libreoffice_reads_it()
    {
        Assert.SkipWhen(Office.IsMissing, "LibreOffice is not installed.");
        byte[] flat = Source.MakeFlat();

        // Plain text keeps the mark of the footnote and not its text; spaces and tabs are a matter of layout.
        string expected = Bare(Encoding.UTF8.GetString(Office.Convert(flat, "fodt", "txt:Text (encoded):UTF8")).Replace("分析1", "分析"));

        Document fodt = OdtReader.Read(flat, ReadLimits.Default);
        Document docx = DocxReader.Read(Office.Convert(flat, "fodt", "docx"), ReadLimits.Default);
        Document odt = OdtReader.Read(Office.Convert(flat, "fodt", "odt"), ReadLimits.Default);
        Document doc = LegacyWordReader.Read(Office.Convert(flat, "fodt", "doc"), "a.doc", ReadLimits.Default);

        Assert.All([fodt, docx, odt, doc], document =>
        {
            Assert.Equal(expected, BodyOf(document));
            Assert.Equal("见附表", Assert.Single(document.Paragraphs, p => p.Kind == ParagraphKind.Footnote).Span.In(document.Text));
            Assert.Equal(
                [(0, 0, true), (0, 1, true), (0, 2, true), (1, 0, false), (1, 1, false), (1, 2, false), (2, 0, false), (2, 2, false)],
                document.Paragraphs.Where(p => p.Cell is not null).Select(p => (p.Cell!.Row, p.Cell.Column, p.Cell.IsHeader)));
        });
        Assert.Equal(DocumentFormat.LegacyWord, doc.Format);
    }

    [Fact]
    public void The_numbers_of_an_rtf_are_spelt_out_to_the_last_paragraph()
    {
        Assert.SkipWhen(Office.IsMissing, "LibreOffice is not installed.");
        byte[] rtf = Encoding.ASCII.GetBytes(
            @"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0 SimSun;}}{\*\listtable{\list\listtemplateid1"
            + @"{\listlevel\levelnfc39\levelfollow2\levelstartat1{\leveltext\'02\'00\u12289?;}{\levelnumbers\'01;}}"
            + @"{\listlevel\levelnfc39\levelfollow2\levelstartat1{\leveltext\'03\u-248?\'01\u-247?;}{\levelnumbers\'02;}}"
            + @"{\listname ;}\listid7}}{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}}"
            + @"\pard\plain\ls1\ilvl0 A\par\pard\plain\ls1\ilvl1 B\par\pard\plain\ls1\ilvl1 C\par}");

        Document document = LegacyWordReader.Read(rtf, "a.rtf", ReadLimits.Default);

        Assert.Equal("一、A\n（一）B\n（二）C\n", document.Text);
    }

    private static string BodyOf(Document document) => Bare(string.Join('\n', document.Paragraphs
        .Where(p => p.Kind != ParagraphKind.Footnote)
        .Select(p => p.Span.In(document.Text).ToString())));

    private static string Bare(string text) => string.Join('\n', text
        .Trim('\uFEFF')
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Replace(" ", "").Replace("\t", "")));

    private static string Level(int level, string format, string prefix, string suffix) =>
        $"""
        <text:list-level-style-number text:level="{level}" style:num-format="{format}" style:num-prefix="{prefix}" style:num-suffix="{suffix}"/>
        """;

    private static string List(string style, params string[] items) =>
        $"""<text:list text:style-name="{style}">{string.Concat(items)}</text:list>""";

    private static string Nested(params string[] items) => $"<text:list>{string.Concat(items)}</text:list>";

    private static string Item(string text, string inner = "") => $"<text:list-item><text:p>{text}</text:p>{inner}</text:list-item>";

    private static string Row(params string[] cells) =>
        $"<table:table-row>{string.Concat(cells.Select(cell => $"<table:table-cell><text:p>{cell}</text:p></table:table-cell>"))}</table:table-row>";
}
