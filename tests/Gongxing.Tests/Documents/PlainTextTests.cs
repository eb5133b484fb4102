using System.Text;
using Gongxing.Core.Statements;
using Gongxing.Documents;

namespace Gongxing.Tests.Documents;

public class PlainTextTests
{
    private const string Simplified = "（一）抓落实方面。一是具体执行不够有力，安排部署多、督促检查少。\n二是“见人见事”不够。";
    private const string Traditional = "（一）抓落實方面。一是具體執行不夠有力，安排部署多、督促檢查少。\n二是「見人見事」不夠。";

    static PlainTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("gb18030", "gb18030")]
    [InlineData("gbk", "gb18030")]
    [InlineData("utf-16", "utf-16le")]
    [InlineData("utf-16BE", "utf-16be")]
    public void Every_usual_encoding_is_found_without_a_mark(string written, string read)
    {
        Document document = Read(Encoding.GetEncoding(written).GetBytes(Simplified));

        Assert.Equal((read, Simplified), (document.Encoding, document.Text));
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16le")]
    [InlineData("utf-16BE", "utf-16be")]
    [InlineData("utf-32", "utf-32le")]
    public void A_byte_order_mark_decides_and_is_no_part_of_the_text(string written, string read)
    {
        Encoding encoding = Encoding.GetEncoding(written);
        Document document = Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Simplified)]);

        Assert.Equal((read, Simplified), (document.Encoding, document.Text));
    }

    [Fact]
    public void Big5_and_GB18030_are_told_apart_by_what_reads_as_Chinese()
    {
        Assert.Equal("big5", Read(Encoding.GetEncoding("big5").GetBytes(Traditional)).Encoding);
        Assert.Equal("gb18030", Read(Encoding.GetEncoding("gb18030").GetBytes(Traditional)).Encoding);
        Assert.Equal(Traditional, Read(Encoding.GetEncoding("big5").GetBytes(Traditional)).Text);
    }

    [Theory]
    [InlineData("落实不够。")]
    [InlineData("整改措施")]
    [InlineData("2023年度民主生活会 Plan A，共10项。")]
    public void A_short_text_is_enough_to_find_its_encoding(string text) =>
        Assert.All(["gb18030", "utf-16", "utf-16BE", "utf-8"], (string name) =>
            Assert.Equal(text, Read(Encoding.GetEncoding(name).GetBytes(text)).Text));

    [Fact]
    public void English_in_UTF16_without_a_mark_is_read() =>
        Assert.Equal("Plan of 2023.", Read(Encoding.Unicode.GetBytes("Plan of 2023.")).Text);

    [Fact]
    public void Every_kind_of_line_end_becomes_one_newline_and_lines_are_not_joined() =>
        Assert.Equal("甲\n乙\n丙\n丁\n戊\n\n己", Read("甲\r\n乙\r丙\n丁\f戊\n\r\n己"u8).Text);

    [Fact]
    public void Every_line_that_is_not_blank_is_a_paragraph() =>
        Assert.Equal(["一、问题", "　　原因"], Lines(Read("一、问题\n\n \n　　原因\n"u8)));

    [Fact]
    public void Control_characters_are_dropped_and_said_so()
    {
        Document document = Read("落实\0不够\u0001，整改措施要具体，责任要明确到人到岗到时限，不留空白，每季度向支部报告一次进展。"u8);

        Assert.StartsWith("落实不够，", document.Text, StringComparison.Ordinal);
        Assert.Contains(document.Notices, notice => notice.Contains("2 个控制字符", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_cut_in_the_middle_of_a_character_keeps_all_the_others()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Simplified);
        Document document = Read(whole.AsSpan(..^1));

        Assert.StartsWith(Simplified[..^1], document.Text, StringComparison.Ordinal);
        Assert.Contains(document.Notices, notice => notice.Contains("无法解码", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_of_a_million_characters_is_one_paragraph()
    {
        string line = new('实', 1_000_000);

        Assert.Equal(line, Assert.Single(Lines(Read(Encoding.UTF8.GetBytes(line)))));
    }

    [Fact]
    public void A_text_over_the_limit_is_cut_and_says_so()
    {
        ReadResult result = DocumentReader.Read("一二三四五"u8.ToArray(), "a.txt", ReadLimits.Default with { TextLength = 3 });

        Assert.Equal("一二三", result.Document!.Text);
        Assert.Single(result.Document.Notices);
    }

    private static Document Read(ReadOnlySpan<byte> bytes) =>
        DocumentReader.Read(bytes.ToArray(), "a.txt", ReadLimits.Default).Document!;

    private static IEnumerable<string> Lines(Document document) =>
        document.Paragraphs.Select(paragraph => paragraph.Span.In(document.Text).ToString());
}
