using System.Buffers.Binary;
using CsCheck;
using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Documents.Docx;
using Gongxing.Tests.Documents.Docx;

namespace Gongxing.Tests.Documents.Packages;

public class HostilePackageTests
{
    private static readonly byte[] Whole = new DocxMaker
    {
        Styles = """<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>""",
        Numbering = DocxMaker.List(DocxMaker.Level(0, "chineseCounting", "%1、")),
        Header = DocxMaker.P("内部资料"),
        Body = DocxMaker.P("标题", """<w:pStyle w:val="1"/>""")
            + string.Concat(Enumerable.Range(0, 30).Select(i => DocxMaker.Item($"第{i}项问题，整改不到位。")))
            + "<w:tbl><w:tr><w:tc>" + DocxMaker.P("格") + "</w:tc></w:tr></w:tbl>",
    }.Make();

    [Fact]
    public void A_package_that_is_cut_anywhere_is_called_cut()
    {
        for (int length = 4; length < Whole.Length; length += 37)
        {
            Assert.Equal(Unreadable.Cut, Refused(Whole[..length]));
        }
    }

    [Fact]
    public void A_small_file_that_unpacks_to_very_much_is_a_bomb() =>
        Assert.Equal(Unreadable.Bomb, Refused(DocxOf(new string(' ', 50_000_000))));

    [Fact]
    public void A_size_that_the_archive_lies_about_changes_nothing()
    {
        byte[] bomb = DocxOf(new string(' ', 50_000_000));
        int directory = bomb.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(directory + 24), 1_000);

        Assert.Equal(Unreadable.Bomb, Refused(bomb));
    }

    [Fact]
    public void All_parts_together_draw_on_one_budget() =>
        Assert.Equal(Unreadable.Bomb, Refused(Whole, new ReadLimits { UnpackedBytes = 2_000 }));

    [Fact]
    public void Too_many_parts_are_refused_before_any_is_opened() =>
        Assert.Equal(Unreadable.TooManyParts, Refused(ZipMaker.Zip(
            [.. Enumerable.Range(0, 5_000).Select(i => ($"word/{i}.xml", ""))])));

    [Fact]
    public void A_document_type_definition_is_refused() =>
        Assert.Equal(Unreadable.ForbiddenDtd, Refused(ZipMaker.Zip(("word/document.xml",
            """<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d>&e;</d>"""))));

    [Fact]
    public void Entities_that_multiply_are_refused() =>
        Assert.Equal(Unreadable.ForbiddenDtd, Refused(ZipMaker.Zip(("word/document.xml",
            """<!DOCTYPE d [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><d>&c;</d>"""))));

    [Theory]
    [InlineData("<w:tbl><w:tr><w:tc>")]
    [InlineData("<w:p>")]
    [InlineData("<w:pPr>")]
    [InlineData("<w:del>")]
    [InlineData("<w:sdt><w:sdtContent>")]
    [InlineData("<mc:AlternateContent><mc:Choice>")]
    [InlineData("<unknown>")]
    public void Elements_nested_twenty_thousand_deep_are_refused(string element) =>
        Assert.Equal(Unreadable.TooDeep, Refused(DocxOf(string.Concat(Enumerable.Repeat(element, 20_000)))));

    [Fact]
    public void An_archive_without_parts_or_without_a_document_is_of_no_kind_we_read()
    {
        Assert.Equal(Unreadable.UnknownType, Refused(ZipMaker.Zip(Array.Empty<(string, string)>())));
        Assert.Equal(Unreadable.UnknownType, Refused(ZipMaker.Zip(("xl/workbook.xml", "<workbook/>"))));
        Assert.Equal(Unreadable.NoMainPart, Refused(ZipMaker.Zip(("word/styles.xml", "<styles/>"))));
    }

    [Fact]
    public void A_locked_part_is_called_encrypted()
    {
        byte[] locked = [.. Whole];
        locked[locked.AsSpan().LastIndexOf("PK\x01\x02"u8) + 8] |= 1;

        Assert.Equal(Unreadable.Encrypted, Refused(locked));
    }

    [Fact]
    public void Names_that_climb_out_or_stand_twice_do_no_harm()
    {
        Document document = DocxReader.Read(ZipMaker.Zip(
            ("../word/document.xml", "x"), ("/word/document.xml", "x"), ("C:\\word\\document.xml", "x"),
            ("word/document.xml", DocxMaker.Xml("document", DocxMaker.P("第一个"))),
            ("word/document.xml", DocxMaker.Xml("document", DocxMaker.P("第二个")))), ReadLimits.Default);

        Assert.Equal("第一个\n", document.Text);
        Assert.Single(document.Notices, notice => notice.Contains("两次", StringComparison.Ordinal));
    }

    [Fact]
    public void A_body_that_breaks_off_gives_what_was_read_before()
    {
        Document document = DocxReader.Read(DocxOf(DocxMaker.P("完好") + "<w:p><w:r><w:t>半句</w:wrong>"), ReadLimits.Default);

        Assert.Equal("完好\n半句\n", document.Text);
        Assert.Single(document.Notices);
        Assert.Equal(Unreadable.Damaged, Refused(DocxOf("<broken")));
        Assert.Equal(Unreadable.NoText, Refused(new DocxMaker { Body = "<w:p/>" }.Make()));
    }

    [Fact]
    public void A_broken_side_part_costs_a_notice_and_not_the_file()
    {
        Document document = new DocxMaker { Body = DocxMaker.Item("正文"), Numbering = "<broken", Styles = "</x>" }.Read();

        Assert.Equal("正文\n", document.Text);
        Assert.Equal(2, document.Notices.Count);
    }

    [Fact]
    public void A_part_that_does_not_match_its_checksum_is_read_with_a_notice()
    {
        byte[] altered = [.. ZipMaker.Zip(("word/document.xml", DocxMaker.Xml("document", DocxMaker.P("正文"))))];
        altered[altered.AsSpan().LastIndexOf("PK\x01\x02"u8) + 16] ^= 1;

        Document document = DocxReader.Read(altered, ReadLimits.Default);

        Assert.Equal("正文\n", document.Text);
        Assert.Single(document.Notices, notice => notice.Contains("校验", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_beyond_the_limit_is_cut_with_a_notice()
    {
        Document document = DocxReader.Read(Whole, new ReadLimits { TextLength = 100 });

        Assert.InRange(document.Text.Length, 1, 100);
        Assert.Single(document.Notices);
    }

    [Fact]
    public void Bytes_changed_anywhere_give_a_document_or_a_reason() =>
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Byte).Array[1, 8].Sample(
            changes =>
            {
                byte[] changed = [.. Whole];
                foreach ((int at, byte value) in changes)
                {
                    changed[at] = value;
                }

                AssertRead(changed);
            },
            seed: "0000000000001",
            iter: 400);

    [Fact]
    public void Characters_changed_anywhere_in_the_body_give_a_document_or_a_reason()
    {
        string xml = DocxMaker.Xml("document", "<w:body>" + DocxMaker.Item("问题") + "<w:tbl><w:tr><w:tc>" + DocxMaker.P("格")
            + "</w:tc></w:tr></w:tbl><w:sdt><w:sdtPr/><w:sdtContent>" + DocxMaker.P("框") + "</w:sdtContent></w:sdt></w:body>");

        Gen.Select(Gen.Int[0, xml.Length - 2], Gen.Char["<>/wpt:=\"' &;#x\u0001\uD800甲"]).Array[1, 4].Sample(
            changes =>
            {
                char[] changed = xml.ToCharArray();
                foreach ((int at, char value) in changes)
                {
                    changed[at] = value;
                }

                AssertRead(ZipMaker.Zip(("word/document.xml", new string(changed))));
            },
            seed: "0000000000001",
            iter: 400);
    }

    private static void AssertRead(byte[] content)
    {
        try
        {
            Document document = DocxReader.Read(content, ReadLimits.Default);
            Assert.NotEmpty(document.Paragraphs);
            Assert.All(document.Paragraphs, paragraph => Assert.Equal('\n', document.Text[paragraph.Span.End]));
        }
        catch (UnreadableException e)
        {
            Assert.True(Enum.IsDefined(e.Reason));
        }
    }

    private static byte[] DocxOf(string body) => ZipMaker.Zip(
        ("word/document.xml", $"<w:document {DocxMaker.Namespaces}><w:body>{body}"));

    private static Unreadable Refused(byte[] content, ReadLimits? limits = null) =>
        Assert.Throws<UnreadableException>(() => DocxReader.Read(content, limits ?? ReadLimits.Default)).Reason;
}
