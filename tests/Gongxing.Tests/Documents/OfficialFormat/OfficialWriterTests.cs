using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using Gongxing.Core.Statements;
using Gongxing.Documents.Comments;
using Gongxing.Documents.OfficialFormat;
using Gongxing.Review.Structure;
using Gongxing.Tests.Documents.Comments;
using Gongxing.Tests.Documents.Docx;
using Gongxing.Tests.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Tests.Documents.OfficialFormat;

public class OfficialWriterTests
{
    private const string Statement =
        """
        2023年度专题民主生活会个人对照检查材料
        张三
        （2024年1月）
        同志们：
        　　按照2023年度安排，现将“对照检查”情况报告如下。
        一、查摆出的问题和不足
        （一）理论学习方面。一是学得不深。2023年只读了3本书。
        （二）工作作风方面
        1.调研少。全年下乡12次，比上年少5次。
        二、原因分析
        （一）学习不够自觉。
        三、整改措施
        （一）每季度通读一本原著，年底前完成4篇笔记。
        张三
        2024年1月5日
        """;

    private static readonly byte[] s_paper = Papers.Write(Statement);

    public static TheoryData<string> Profiles => [.. FormatProfiles.BuiltIn.Select(profile => profile.Id)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Every_kind_of_paper_is_valid_in_every_profile(string id)
    {
        FormatProfile profile = FormatProfiles.Find(id)!;

        Assert.Empty(Papers.Faults(Papers.Write(Document.FromText(Statement), profile)));
        Assert.Empty(Papers.Faults(Papers.Write(TableDocument(), profile)));
        Assert.Empty(Papers.Faults(OfficialWriter.Write(Papers.Remarks, profile)));
        Assert.Empty(Papers.Faults(OfficialWriter.Write(Papers.Summary, profile)));
    }

    [Fact]
    public void Every_statement_of_the_corpus_keeps_its_words()
    {
        foreach (string file in Directory.GetFiles(CorpusTests.Folder(), "*.txt"))
        {
            Document document = Document.FromText(File.ReadAllText(file));

            Document paper = Papers.Read(Papers.Write(document));

            Assert.Equal(CleanText.Of(document).Text, paper.Text);
        }
    }

    [Fact]
    public void Any_text_comes_back_as_it_was_from_a_valid_paper() =>
        Gen.String[Gen.Char["一二三是（）、。“”1.aZ \t　\n\u0001\u2028\uFEFF\uD842\uDFB7\uFFFE\u00A0"], 0, 60].Sample(text =>
        {
            Document document = Document.FromText("甲\n" + text);

            byte[] content = Papers.Write(document);

            Document paper = Papers.Read(content);
            Assert.Empty(Papers.Faults(content));
            Assert.Equal(CleanText.Of(document).Text, paper.Text);
            Assert.Equal(CleanText.Of(document).Text.Count(c => c == '\n'), paper.Paragraphs.Count);
        });

    [Fact]
    public void A_place_in_the_original_is_found_in_the_paper()
    {
        Document document = Document.FromText("\n　　一、问题\n\n  甲。 \n");
        CleanText clean = CleanText.Of(document);

        Assert.Equal("一、问题\n甲。\n", clean.Text);
        Assert.Equal("问题", Place("问题"));
        Assert.Equal("甲。", Place("  甲。 "));
        Assert.Equal("问题\n甲", Place("问题\n\n  甲"));
        Assert.Equal("", Place("\n\n"));

        string Place(string words) =>
            clean.Place(CommentedFile.SpanOf(document.Text, words)).In(clean.Text).ToString();
    }

    [Theory]
    [InlineData("forestry-chief-2025-wrapped")]
    [InlineData("emergency-bureau-team-2025-cases")]
    [InlineData("airport-no-title-narratives")]
    [InlineData("second-wrapped-28-indented-branch")]
    public void Comments_can_be_written_into_the_clean_paper_at_the_words_of_the_original(string name)
    {
        Document document = Document.FromText(File.ReadAllText(Path.Combine(CorpusTests.Folder(), $"{name}.txt")));
        CleanText clean = CleanText.Of(document);
        TextSpan[] spans = [.. StatementReader.Read(document).Elements().Select(element => element.Span)];

        var commented = CommentedFile.With(
            Papers.Write(document), [.. spans.Select((span, i) => new WordComment(clean.Place(span), $"问{i}"))]);

        commented.AssertOnlyCommentsAdded();
        Assert.Empty(commented.Result.Unplaced);
        Assert.NotEmpty(spans);
        Assert.Equal(
            spans.Select(span => Squeezed(span.In(document.Text).ToString())), commented.Marked().Select(Squeezed));
        Assert.Empty(Papers.Faults(commented.Content));

        static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    [Theory]
    [InlineData("2023年度专题民主生活会个人对照检查材料", "Title")]
    [InlineData("（2024年1月）", "Subtitle")]
    [InlineData("同志们：", null)]
    [InlineData("按照2023年度安排，现将“对照检查”情况报告如下。", "BodyText")]
    [InlineData("一、查摆出的问题和不足", "Heading1")]
    [InlineData("（一）理论学习方面。一是学得不深。2023年只读了3本书。", "BodyText")]
    [InlineData("（二）工作作风方面", "Heading2")]
    [InlineData("1.调研少。全年下乡12次，比上年少5次。", "BodyText")]
    [InlineData("2024年1月5日", "Signature")]
    public void Each_paragraph_is_set_as_what_it_is(string text, string? style) =>
        Assert.Equal(style, Papers.Paragraph(s_paper, text).Style());

    [Fact]
    public void A_title_of_two_lines_is_set_as_one()
    {
        byte[] paper = Papers.Write("2023年度主题教育专题民主生活会\n个人对照检查材料\n一、存在的问题\n（一）学习不深。\n二、整改措施\n（一）每季度读一本书。");

        Assert.Equal("Title", Papers.Paragraph(paper, "2023年度主题教育专题民主生活会").Style());
        Assert.Equal("Title", Papers.Paragraph(paper, "个人对照检查材料").Style());
    }

    [Fact]
    public void Lines_that_a_fixed_width_broke_are_joined_and_places_follow()
    {
        string[] lines =
        [
            "按照会议要求，结合实际认真学习，广泛征求", "意见，深入谈心谈话，既查摆自身问题，也主", "动认领班子问题，现作如下汇报。",
            "一、存在的问题", "（一）学习不深。对新理念的理解停留在会议传", "达层面，全年只读了三本书，笔记写得少，用", "得更少。",
        ];
        Document document = Document.FromText(string.Join('\n', lines));

        CleanText clean = CleanText.Of(document);

        Assert.Equal($"{string.Concat(lines[..3])}\n{lines[3]}\n{string.Concat(lines[4..])}\n", clean.Text);
        Assert.Equal(clean.Text, Papers.Read(Papers.Write(document)).Text);
        Assert.Equal("会议传达层面", Place("会议传\n达层面"));
        Assert.Equal("用得更少", Place("用\n得更少"));
        Assert.Equal("存在的问题", Place("存在的问题"));

        string Place(string words) =>
            clean.Place(CommentedFile.SpanOf(document.Text, words)).In(clean.Text).ToString();
    }

    [Fact]
    public void Lines_that_are_items_of_their_own_are_not_joined()
    {
        Document document = Document.FromText("学习不深\n调研不多\n落实不力\n作风不实\n个人对照检查材料的几点说明和补充内容\n一、问题\n二、措施");

        Assert.Equal(document.Text + "\n", CleanText.Of(document).Text);
    }

    [Fact]
    public void The_second_document_of_a_file_begins_a_page_with_its_label()
    {
        byte[] paper = Papers.Write(
            File.ReadAllText(Path.Combine(CorpusTests.Folder(), "team-and-individual-in-one-file.txt")));

        XElement start = Assert.Single(
            Papers.Part(paper, "word/document.xml").Named("p"), p => p.Named("pageBreakBefore").Any());

        Assert.Equal("材料之二", start.Value);
        Assert.Equal("Title", Papers.Paragraph(paper, "县统计局局长个人对照检查材料").Style());
    }

    [Fact]
    public void A_heading_that_text_follows_is_set_in_its_own_face()
    {
        XElement paragraph = Papers.Paragraph(s_paper, "（一）理论学习方面。一是学得不深。2023年只读了3本书。");

        XElement lead = Assert.Single(paragraph.Named("r"), run => run.Named("rStyle").Any());
        Assert.Equal(("Heading2Lead", "（一）理论学习方面。"), (lead.Named("rStyle").Single().Value(), lead.Value));
    }

    [Fact]
    public void Digits_stand_in_runs_of_their_own_and_Chinese_runs_say_that_they_are()
    {
        foreach (XElement run in Papers.Part(s_paper, "word/document.xml").Named("r"))
        {
            bool latin = run.Value.All(c => c < '\x80');
            bool hinted = run.Named("rFonts").Any(fonts => fonts.Says("hint") == "eastAsia");

            Assert.Equal(!latin, hinted);
            Assert.True(latin || !run.Value.Any(char.IsAsciiLetterOrDigit), run.Value);
        }
    }

    [Fact]
    public void The_date_begins_two_characters_to_the_right_of_the_name()
    {
        XElement name = Papers.Part(s_paper, "word/document.xml").Named("p").Last(p => p.Value == "张三");
        XElement date = Papers.Paragraph(s_paper, "2024年1月5日");

        Assert.Equal("200", date.Named("ind").Single().Says("rightChars"));
        Assert.Equal("800", name.Named("ind").Single().Says("rightChars"));
    }

    [Fact]
    public void No_font_is_taken_from_a_theme_and_every_style_names_both()
    {
        XElement styles = Papers.Part(s_paper, "word/styles.xml");

        Assert.DoesNotContain(styles.Named("rFonts").Attributes(), attribute =>
            attribute.Name.LocalName.EndsWith("Theme", StringComparison.Ordinal));
        Assert.All(styles.Named("rFonts"), fonts => Assert.NotNull(fonts.Says("eastAsia")));
    }

    [Fact]
    public void Lines_lie_on_the_grid_of_the_profile()
    {
        XElement grid = Papers.Part(s_paper, "word/document.xml").Named("docGrid").Single();
        XElement body = Papers.Part(s_paper, "word/styles.xml").Named("style")
            .Single(style => style.Says("styleId") == "BodyText");
        XElement spacing = body.Named("spacing").First();
        XElement indent = body.Named("ind").Single();

        Assert.Equal(("lines", "579"), (grid.Says("type"), grid.Says("linePitch")));
        Assert.Equal(("579", "exact"), (spacing.Says("line"), spacing.Says("lineRule")));
        Assert.Equal(("200", "630"), (indent.Says("firstLineChars"), indent.Says("firstLine")));
    }

    [Fact]
    public void Nothing_is_red() =>
        Assert.All(
            ["word/document.xml", "word/styles.xml", "word/footer1.xml"],
            (string part) => Assert.Empty(Papers.Part(s_paper, part).Named("color")));

    [Fact]
    public void The_same_statement_gives_the_same_bytes() => Assert.Equal(s_paper, Papers.Write(Statement));

    [Fact]
    public void A_table_stays_a_table()
    {
        Document document = TableDocument();

        Document paper = Papers.Read(Papers.Write(document));

        Assert.Equal(document.Text, paper.Text);
        Assert.Equal(
            document.Paragraphs.Select(paragraph => paragraph.Cell),
            paper.Paragraphs.Select(paragraph => paragraph.Cell));
    }

    [Fact]
    public void Outer_page_numbers_differ_on_odd_and_even_pages_and_have_a_cached_result()
    {
        Assert.NotEmpty(Papers.Part(s_paper, "word/settings.xml").Named("evenAndOddHeaders"));
        Assert.Equal(["right", "left"], ((string[])["word/footer1.xml", "word/footer2.xml"])
            .Select(part => Papers.Part(s_paper, part).Named("jc").Single().Value()));
        Assert.Equal(
            "— 1 —", string.Concat(Papers.Part(s_paper, "word/footer1.xml").Named("t").Select(text => text.Value)));
    }

    [Fact]
    public void A_list_repeats_its_head_on_each_page_and_breaks_no_row()
    {
        XElement body = Papers.Part(OfficialWriter.Write(Papers.Remarks, FormatProfiles.National), "word/document.xml");

        Assert.Equal(2, body.Named("tblHeader").Count());
        Assert.All(body.Named("tr"), row => Assert.Single(row.Named("cantSplit")));
        Assert.All(body.Named("tbl"), table =>
        {
            int[] grid = [.. table.Named("gridCol").Select(Width)];
            Assert.Equal(Width(table.Named("tblW").Single()), grid.Sum());
            Assert.All(table.Named("tr"), row => Assert.Equal(grid, row.Named("tcW").Select(Width)));
            Assert.Equal("fixed", table.Named("tblLayout").Single().Says("type"));
        });

        static int Width(XElement element) => int.Parse(element.Says("w")!, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void An_aspect_of_several_findings_is_written_once()
    {
        Document paper = Papers.Read(OfficialWriter.Write(Papers.Summary, FormatProfiles.National));

        Assert.Equal(1, paper.Text.Split('\n').Count(line => line == "理论学习"));
    }

    private static Document TableDocument() => DocxMaker.Read(
        DocxMaker.P("个人对照检查材料")
        + "<w:tbl>"
        + Row("序号", "问题", "措施") + Row("1", "学得不深", "每季度通读一本原著") + Row("2", "", "下乡12次")
        + "</w:tbl>" + DocxMaker.P("以上请审阅。"));

    private static string Row(params string[] cells) =>
        $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{DocxMaker.P(cell)}</w:tc>"))}</w:tr>";
}
