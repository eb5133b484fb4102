using Gongxing.Core.Statements;
using static Gongxing.Tests.Documents.Docx.DocxMaker;

namespace Gongxing.Tests.Documents.Docx;

public class DocxTableTests
{
    [Fact]
    public void Each_cell_knows_its_table_row_and_column()
    {
        Document document = Read(Table(Row(Cell("甲"), Cell("乙")), Row(Cell("丙"), Cell("丁"))) + Table(Row(Cell("戊"))));

        Assert.Equal(
            [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1), (1, 0, 0)],
            document.Paragraphs.Select(p => (p.Cell!.Table, p.Cell.Row, p.Cell.Column)));
        Assert.All(document.Paragraphs, p => Assert.Equal(ParagraphKind.TableCell, p.Kind));
    }

    [Fact]
    public void A_merged_cell_takes_the_columns_it_covers()
    {
        Document document = Read(Table(
            Row(Cell("甲", "<w:vMerge w:val=\"restart\"/>"), Cell("乙", "<w:gridSpan w:val=\"2\"/>"), Cell("丙")),
            Row("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>", Cell("丁"), Cell("戊"), Cell("己")),
            "<w:tr><w:trPr><w:gridBefore w:val=\"3\"/></w:trPr>" + Cell("庚") + "</w:tr>"));

        Assert.Equal([0, 1, 3, 1, 2, 3, 3], document.Paragraphs.Select(p => p.Cell!.Column));
    }

    [Fact]
    public void A_header_row_is_marked()
    {
        Document document = Read(Table("<w:tr><w:trPr><w:tblHeader/></w:trPr>" + Cell("问题") + "</w:tr>", Row(Cell("不深"))));

        Assert.Equal([true, false], document.Paragraphs.Select(p => p.Cell!.IsHeader));
    }

    [Fact]
    public void A_table_in_a_cell_is_a_table_of_its_own()
    {
        Document document = Read(Table(Row("<w:tc>" + P("外") + Table(Row(Cell("里"))) + P("外后") + "</w:tc>", Cell("邻"))));

        Assert.Equal("外\n里\n外后\n邻\n", document.Text);
        Assert.Equal([(0, 0), (1, 0), (0, 0), (0, 1)], document.Paragraphs.Select(p => (p.Cell!.Table, p.Cell.Column)));
    }

    [Fact]
    public void A_deleted_row_or_cell_is_left_out()
    {
        string text = Read(Table(
            "<w:tr><w:trPr><w:del/></w:trPr>" + Cell("删行") + "</w:tr>",
            Row(Cell("删格", "<w:cellDel/>"), Cell("留")))).Text;

        Assert.Equal("留\n", text);
    }

    [Fact]
    public void What_follows_a_table_stands_outside_it()
    {
        Document document = Read(Table(Row(Cell("格"))) + P("后文"));

        Assert.Null(document.Paragraphs[1].Cell);
        Assert.Equal(ParagraphKind.Body, document.Paragraphs[1].Kind);
    }

    private static string Table(params string[] rows) => $"<w:tbl><w:tblPr/>{string.Concat(rows)}</w:tbl>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";
}
