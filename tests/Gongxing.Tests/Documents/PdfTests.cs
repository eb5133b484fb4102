using CsCheck;
using Gongxing.Core.Statements;
using Gongxing.Documents;

namespace Gongxing.Tests.Documents;

public class PdfTests
{
    private const string Full = "在工作中安排部署多具体执行落实少对难点问题研究不深";

    [Fact]
    public void Wrapped_lines_of_indented_paragraphs_are_joined_even_after_a_full_stop() =>
        Assert.Equal(
            [$"一是抓落实不够。{Full}{Full}的情况。{Full}仍然存在。", "二是调研不深。"],
            Lines(new PdfFile().Page(
                $"　　一是抓落实不够。{Full[..15]}",
                $"{Full[15..]}{Full[..15]}",
                $"{Full[15..]}的情况。{Full[..11]}",
                $"{Full[11..]}仍然存在。",
                "　　二是调研不深。",
                "　　三是联系不紧。").Bytes())[..2]);

    [Fact]
    public void A_paragraph_runs_on_over_the_page() =>
        Assert.Equal(
            [$"{Full}{Full}。", "后一段。", "再一段。"],
            Lines(new PdfFile()
                .Page($"　　{Full[..23]}", $"{Full[23..]}{Full[..23]}")
                .Page($"{Full[23..]}。", "　　后一段。", "　　再一段。").Bytes()));

    [Fact]
    public void Page_numbers_and_running_titles_are_set_apart()
    {
        PdfFile file = new PdfFile()
            .Page("　　第一页的正文。").Text("民主生活会材料", 250, 800).Text("— 1 —", 280, 40)
            .Page("　　第二页的正文。").Text("民主生活会材料", 250, 800).Text("— 2 —", 280, 40);
        Document document = Read(file.Bytes());

        Assert.Equal("第一页的正文。\n第二页的正文。\n", document.Text);
        Assert.Equal(["— 1 —", "民主生活会材料"], document.Margins.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Footnotes_follow_the_paragraph_that_calls_them()
    {
        Document document = Read(new PdfFile()
            .Page($"　　{Full[..23]}", $"{Full[23..]}{Full[..23]}")
            .Text("1", 90 + (16 * 23), 745, 9)
            .Rule(90, 110, 200, 110)
            .Text("1", 90, 95, 5).Text("见通报第三页，", 96, 92, 9).Text("共两处。", 90, 78, 9)
            .Page($"{Full[23..]}。", "　　后一段。", "　　再一段。").Bytes());

        Assert.Equal([$"{Full}{Full}。", "见通报第三页，共两处。", "后一段。", "再一段。"], Texts(document));
        Assert.Equal(
            [ParagraphKind.Body, ParagraphKind.Footnote, ParagraphKind.Body, ParagraphKind.Body],
            document.Paragraphs.Select(paragraph => paragraph.Kind));
    }

    [Theory]
    [InlineData("①")]
    [InlineData("[1]")]
    [InlineData("*")]
    public void What_stands_small_under_a_rule_behind_a_mark_is_a_footnote_without_a_call_too(string mark)
    {
        Document document = Read(new PdfFile()
            .Page($"　　{Full[..23]}", $"{Full[23..]}{Full[..23]}")
            .Rule(90, 110, 200, 110).Text($"{mark}见通报第三页。", 90, 92, 9)
            .Page($"{Full[23..]}。", "　　后一段。", "　　再一段。").Bytes());

        Assert.Equal([$"{Full}{Full}。", $"{mark}见通报第三页。", "后一段。", "再一段。"], Texts(document));
        Assert.Equal(ParagraphKind.Footnote, document.Paragraphs[1].Kind);
    }

    [Fact]
    public void A_list_in_smaller_type_at_the_end_of_a_page_is_no_footnote() =>
        Assert.All(
            Read(new PdfFile()
                .Page($"　　{Full}。", "　　后一段。").Text("1.第一项。", 90, 92, 9).Text("①第二项。", 90, 78, 9).Bytes()).Paragraphs,
            paragraph => Assert.Equal(ParagraphKind.Body, paragraph.Kind));

    [Fact]
    public void A_table_with_rules_keeps_the_place_of_each_cell()
    {
        Document document = Read(new PdfFile()
            .Page("　　问题和整改措施列表如下。")
            .Table(700, [90, 130, 260, 420, 500],
                ["序号", "问题", "整改措施", "完成时限"],
                ["1", "学习不够系统，零敲|碎打", "每周集中学习一次", "2024年3|月底前"],
                ["2", "走访不勤", "每月走访两次，每季|度通报一次。|建立台账。", "长期坚持"])
            .Text("以上措施每季度通报一次。", 122, 500).Bytes());

        Assert.Equal(
            [
                "问题和整改措施列表如下。", "序号", "问题", "整改措施", "完成时限", "1", "学习不够系统，零敲碎打", "每周集中学习一次",
                "2024年3月底前", "2", "走访不勤", "每月走访两次，每季度通报一次。", "建立台账。", "长期坚持", "以上措施每季度通报一次。",
            ],
            Texts(document));
        Assert.Equal(
            [(0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (1, 1), (1, 2), (1, 3), (2, 0), (2, 1), (2, 2), (2, 2), (2, 3)],
            document.Paragraphs.Where(p => p.Cell is not null).Select(p => (p.Cell!.Row, p.Cell.Column)));
        Assert.Empty(document.Notices);
    }

    [Fact]
    public void Cells_without_a_rule_between_them_are_one()
    {
        Document document = Read(new PdfFile().Page()
            .Rule(90, 700, 400, 700).Rule(90, 670, 400, 670).Rule(200, 640, 400, 640).Rule(90, 610, 400, 610)
            .Rule(90, 700, 90, 610).Rule(200, 670, 200, 610).Rule(300, 670, 300, 610).Rule(400, 700, 400, 610)
            .Text("作风方面的问题", 180, 680, 12).Text("走访", 94, 650, 12).Text("不勤", 204, 650, 12).Text("每周", 304, 650, 12)
            .Text("不深", 204, 620, 12).Text("每月", 304, 620, 12).Bytes());

        Assert.Equal(
            [("作风方面的问题", 0, 0), ("走访", 1, 0), ("不勤", 1, 1), ("每周", 1, 2), ("不深", 2, 1), ("每月", 2, 2)],
            document.Paragraphs.Select(p => (p.Span.In(document.Text).ToString(), p.Cell!.Row, p.Cell.Column)));
    }

    [Fact]
    public void A_table_runs_on_over_the_page_and_its_head_is_read_once()
    {
        double[] columns = [90, 130, 260, 500];
        Document document = Read(new PdfFile()
            .Page("　　列表如下。").Table(150, columns, ["序号", "问题", "措施"], ["1", "走访不勤", "每月走访两"]).Text("— 1 —", 280, 40)
            .Page().Table(760, columns, ["序号", "问题", "措施"], ["", "", "次。"], ["2", "学习不深", "每周一次"]).Text("— 2 —", 280, 40)
            .Page("　　完毕。").Text("— 3 —", 280, 40).Bytes());

        Assert.Equal(
            ["列表如下。", "序号", "问题", "措施", "1", "走访不勤", "每月走访两次。", "2", "学习不深", "每周一次", "完毕。"], Texts(document));
        Assert.Equal((0, 2, 2), document.Paragraphs.Where(p => p.Cell is not null).Select(p => (p.Cell!.Table, p.Cell.Row, p.Cell.Column)).Last());
        Assert.True(document.Paragraphs[1].Cell!.IsHeader);
    }

    [Fact]
    public void A_table_without_rules_is_said_to_be_unreadable_and_its_lines_are_kept_apart()
    {
        PdfFile file = new PdfFile().Page("　　列表如下。");
        string[][] rows = [["序号", "问题", "措施"], ["1", "走访不勤", "每月走访"], ["2", "学习不深", "每周一次"], ["3", "落实不力", "逐项销号"]];
        for (int i = 0; i < rows.Length; i++)
        {
            file.Text(rows[i][0], 90, 700 - (28 * i)).Text(rows[i][1], 150, 700 - (28 * i)).Text(rows[i][2], 300, 700 - (28 * i));
        }

        Document document = Read(file.Text("完毕。", 122, 560).Bytes());

        Assert.Equal(["列表如下。", "序号 问题 措施", "1 走访不勤 每月走访", "2 学习不深 每周一次", "3 落实不力 逐项销号", "完毕。"], Texts(document));
        Assert.Equal([false, true, true, true, true, false], document.Paragraphs.Select(p => p.Cell is not null));
        Assert.Contains("第 1 页的表格没有边框线", Assert.Single(document.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_over_a_table_does_not_run_on_where_no_line_is_full() =>
        Assert.Equal(
            ["民主生活会整改台账", "问题和整改措施列表如下。"],
            Lines(new PdfFile().Page().Text("民主生活会整改台账", 250, 740).Text("问题和整改措施列表如下。", 122, 712)
                .Table(690, [90, 130, 200], ["序号", "问题"], ["1", "走访不勤"]).Bytes())[..2]);

    [Fact]
    public void A_frame_around_the_text_is_no_table() =>
        Assert.Equal(
            ["前一段。", "后一段。"],
            Lines(new PdfFile().Page("　　前一段。", "　　后一段。")
                .Rule(60, 780, 540, 780).Rule(60, 60, 540, 60).Rule(60, 780, 60, 60).Rule(540, 780, 540, 60).Rule(60, 400, 540, 400).Bytes()));

    [Fact]
    public void Radicals_and_compatibility_forms_become_the_characters_they_look_like() =>
        Assert.Equal(["方面"], Lines(new PdfFile().Page("⽅⾯").Bytes()));

    [Fact]
    public void A_letter_printed_twice_for_bold_is_one_letter() =>
        Assert.Equal(["落实"], Lines(new PdfFile().Page().Text("落实", 90, 700).Text("落实", 90.4, 700).Bytes()));

    [Fact]
    public void A_PDF_of_pictures_is_scanned() =>
        Assert.Equal(Unreadable.Scanned, Result(new PdfFile().Picture().Picture().Bytes()).Reason);

    [Fact]
    public void A_picture_among_pages_of_text_is_noted()
    {
        Document document = Read(new PdfFile().Page($"{Full}。").Page($"{Full}。").Picture().Bytes());

        Assert.Contains("有 1 页是图片，没有文字可读。", document.Notices);
    }

    [Fact]
    public void A_PDF_with_no_text_and_no_picture_has_no_text() =>
        Assert.Equal(Unreadable.NoText, Result(new PdfFile().Page().Bytes()).Reason);

    [Fact]
    public void Pages_over_the_limit_are_left_out_and_noted()
    {
        PdfFile file = new PdfFile().Page("第一页的正文内容在此。").Page("第二页的正文内容在此。");
        Document document = DocumentReader.Read(file.Bytes(), "a.pdf", ReadLimits.Default with { Pages = 1 }).Document!;

        Assert.Equal("第一页的正文内容在此。\n", document.Text);
        Assert.Contains("文件有 2 页，只读了前 1 页。", document.Notices);
    }

    [Fact]
    public void A_cut_or_changed_PDF_never_throws()
    {
        byte[] whole = new PdfFile().Page($"　　{Full}", $"{Full}。")
            .Table(400, [90, 200, 300], ["甲", "乙"], ["丙", "丁"]).Page("后一段。").Bytes();
        Gen.Select(Gen.Int[20, whole.Length], Gen.Int[9, whole.Length - 1], Gen.Byte).Sample((length, at, value) =>
        {
            byte[] changed = [.. whole.AsSpan(0, length)];
            changed[at % length] = value;
            ReadResult result = Result(changed);
            return result.Document is null != result.Reason is null;
        }, iter: 200);
    }

    private static Document Read(byte[] content) => Result(content).Document!;

    private static ReadResult Result(byte[] content) => DocumentReader.Read(content, "a.pdf", ReadLimits.Default);

    private static string[] Lines(byte[] content) => Texts(Read(content));

    private static string[] Texts(Document document) =>
        [.. document.Paragraphs.Select(paragraph => paragraph.Span.In(document.Text).ToString())];
}
