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
        byte[] whole = new PdfFile().Page($"　　{Full}", $"{Full}。").Page("后一段。").Bytes();
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

    private static string[] Lines(byte[] content)
    {
        Document document = Read(content);
        return [.. document.Paragraphs.Select(paragraph => paragraph.Span.In(document.Text).ToString())];
    }
}
