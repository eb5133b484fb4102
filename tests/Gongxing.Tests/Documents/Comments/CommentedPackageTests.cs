using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using Gongxing.Documents;
using Gongxing.Documents.Comments;
using Gongxing.Documents.Docx;
using Gongxing.Tests.Documents.Docx;
using Gongxing.Tests.Documents.Packages;

namespace Gongxing.Tests.Documents.Comments;

/// <summary>What happens around the body: the list of comments, the archive, and files that get none.</summary>
public class CommentedPackageTests
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private static readonly byte[] Plain = new DocxMaker { Body = DocxMaker.P("走访不够") }.Make();

    private static readonly XNamespace W = Transitional;

    [Fact]
    public void A_comment_says_who_when_and_what_in_paragraphs()
    {
        CommentedFile file = CommentedFile.With(Plain, new WordComment(new(0, 2), "“走访”了谁？\r\n何时 < 何地\n\u0001\uD800 & 😀"));

        XElement comment = Assert.Single(XDocument.Parse(file.Comments).Root!.Elements());
        Assert.Equal(["0", "躬行", "2024-03-05T12:30:00", "躬"], comment.Attributes().Select(attribute => attribute.Value));
        Assert.Equal(["“走访”了谁？", "何时 < 何地", "\uFFFD\uFFFD & 😀"], comment.Elements(W + "p").Select(p => p.Value));
        Assert.Single(comment.Descendants(W + "annotationRef"));
    }

    [Fact]
    public void Somebody_else_may_be_the_author()
    {
        CommentedFile file = CommentedFile.With(Plain, new WordComment(new(0, 2), "问") { Author = "李\"某\"", Initials = "李" });

        Assert.Equal("李\"某\"", XDocument.Parse(file.Comments).Root!.Element(W + "comment")!.Attribute(W + "author")!.Value);
    }

    [Fact]
    public void Styles_are_used_under_the_ids_that_the_file_gives_them_and_never_added()
    {
        byte[] docx = new DocxMaker
        {
            Body = DocxMaker.P("走访不够"),
            Styles = """
                <w:style w:type="character" w:styleId="a7"><w:name w:val="annotation reference"/></w:style>
                <w:style w:type="paragraph" w:styleId="a8"><w:name w:val="Annotation text"/></w:style>
                """,
        }.Make();

        CommentedFile file = CommentedFile.At(docx, "走访").AssertOnlyCommentsAdded();

        Assert.Contains("""<w:r><w:rPr><w:rStyle w:val="a7"/></w:rPr><w:commentReference w:id="0"/></w:r>""", file.Body, StringComparison.Ordinal);
        Assert.Contains("""<w:pStyle w:val="a8"/>""", file.Comments, StringComparison.Ordinal);
        Assert.DoesNotContain("rStyle", CommentedFile.At(Plain, "走访").Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_that_are_there_stay_and_keep_their_ids()
    {
        byte[] docx = new DocxMaker
        {
            Comments = """<w:comment w:id="1" w:author="甲" w:date="2024-01-01T00:00:00Z" w:initials="甲"><w:p><w:r><w:t>旧</w:t></w:r></w:p></w:comment>""",
            Body = """
                <w:p><w:bookmarkStart w:id="0" w:name="b"/><w:commentRangeStart w:id="1"/><w:r><w:t>走访不够</w:t></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:bookmarkEnd w:id="0"/></w:p>
                """,
        }.Make();

        CommentedFile file = CommentedFile.At(docx, "访不", "走访不够").AssertOnlyCommentsAdded();

        Assert.Equal(["访不", "走访不够"], file.Marked());
        Assert.Equal(["1", "2", "3"], XDocument.Parse(file.Comments).Root!.Elements().Select(comment => comment.Attribute(W + "id")!.Value));
    }

    [Fact]
    public void Comments_can_be_written_again_and_again()
    {
        byte[] once = CommentedFile.At(Plain, "走访").Content;
        byte[] twice = CommentedFile.At(once, "访不").AssertOnlyCommentsAdded().Content;

        CommentedFile thrice = CommentedFile.With(twice, new WordComment(new(0, 4), "再问")).AssertOnlyCommentsAdded();

        Assert.Equal(["走访", "访不", "走访不够"], RangeWalk.Of(XDocument.Parse(thrice.Body)).OrderBy(range => range.Key).Select(range => range.Value));
    }

    [Fact]
    public void A_list_of_comments_that_is_empty_is_opened()
    {
        byte[] docx = With(new DocxMaker { Body = DocxMaker.P("走访不够"), Comments = "" }.Make(), "word/comments.xml", $"<x:comments xmlns:x='{Transitional}' />");

        CommentedFile file = CommentedFile.At(docx, "走访").AssertOnlyCommentsAdded();

        Assert.StartsWith($"<x:comments xmlns:x='{Transitional}' ><x:comment x:id=", file.Comments, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<d:document xmlns:d='NS'><d:body><d:p><d:r><d:t>走访不够</d:t></d:r></d:p></d:body></d:document>")]
    [InlineData("<document xmlns='NS'><body><p><r><t>走访不够</t></r></p></body></document>")]
    [InlineData("<w:document xmlns:w='NS'><w:body><w:p xmlns:w='NS'><w:r xmlns:w='NS'><w:t>走访不够</w:t></w:r></w:p></w:body></w:document>")]
    [InlineData("<w:document xmlns:w='urn:other' xmlns:x='NS'><x:body><x:p><x:r><x:t>走访不够</x:t></x:r></x:p></x:body></w:document>")]
    public void Any_prefix_will_do(string document)
    {
        byte[] docx = With(Plain, "word/document.xml", document.Replace("NS", Transitional));

        CommentedFile file = CommentedFile.At(docx, "访不").AssertBodyKept();

        Assert.Equal(["访不"], file.Marked());
        XElement mark = XDocument.Parse(file.Body).Descendants().Single(element => element.Name.LocalName == "commentRangeStart");
        Assert.Equal([W + "id"], mark.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => attribute.Name));
        Assert.Equal(W, mark.Name.Namespace);
    }

    [Fact]
    public void A_strict_file_stays_strict()
    {
        byte[] docx = Plain;
        foreach (string part in (string[])["word/document.xml", "word/_rels/document.xml.rels", "_rels/.rels"])
        {
            docx = With(docx, part, CommentedFile.Part(docx, part).Replace(Transitional, Strict)
                .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"));
        }

        CommentedFile file = CommentedFile.At(docx, "访不").AssertOnlyCommentsAdded();

        Assert.Equal(["访不"], file.Marked());
        Assert.Equal(Strict, XDocument.Parse(file.Comments).Root!.Name.NamespaceName);
        Assert.Contains("http://purl.oclc.org/ooxml/officeDocument/relationships/comments", CommentedFile.Part(file.Content, "word/_rels/document.xml.rels"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_macros_is_written_into_like_any()
    {
        byte[] docm = With(With(Plain, "[Content_Types].xml", CommentedFile.Part(Plain, "[Content_Types].xml")
            .Replace("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main", "application/vnd.ms-word.document.macroEnabled.main")),
            "word/vbaProject.bin", "\u0001macro");

        Assert.Equal(["访不"], CommentedFile.At(docm, "访不").AssertBodyKept().Marked());
    }

    [Fact]
    public void A_body_in_another_encoding_stays_in_it()
    {
        string body = CommentedFile.Part(Plain, "word/document.xml");
        byte[] wide = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(body.Replace("UTF-8", "UTF-16"))];
        byte[] marked = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(body)];

        foreach (byte[] content in (byte[][])[wide, marked])
        {
            CommentedFile file = CommentedFile.At(With(Plain, "word/document.xml", content), "访不").AssertBodyKept();

            Assert.Equal(["访不"], file.Marked());
            Assert.Equal(content[..3], Bytes(file.Content, "word/document.xml")[..3]);
        }
    }

    [Fact]
    public void Archives_of_every_make_are_written_into()
    {
        byte[][] archives =
        [
            WideZip.Streamed(Plain),
            WideZip.Widened(Plain),
            [.. Plain[..^2], 2, 0, .. "注"u8[..2]],
        ];

        Assert.All(archives, archive => Assert.Equal(["访不"], CommentedFile.At(archive, "访不").AssertBodyKept().Marked()));
    }

    [Fact]
    public void Relations_that_are_missing_are_made()
    {
        byte[] docx = ZipMaker.Zip([.. Parts(Plain).Where(part => part.Name != "word/_rels/document.xml.rels")]);

        Assert.Equal(["访不"], CommentedFile.At(docx, "访不").AssertOnlyCommentsAdded().Marked());
    }

    [Fact]
    public void A_part_that_has_the_usual_name_and_another_use_is_left_alone()
    {
        byte[] docx = With(Plain, "word/comments.xml", "not ours");

        byte[] commented = CommentedFile.At(docx, "访不").Content;

        Assert.Equal("not ours", CommentedFile.Part(commented, "word/comments.xml"));
        Assert.Contains("commentRangeStart", CommentedFile.Part(commented, "word/document.xml"), StringComparison.Ordinal);
        Assert.Contains("comments2.xml", CommentedFile.Part(commented, "word/_rels/document.xml.rels"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_signed_file_it_is_said_that_the_signature_ends() =>
        Assert.Equal([DocxCommenter.SignatureNotice], CommentedFile.At(With(Plain, "_xmlsignatures/sig1.xml", "<s/>"), "走").Result.Notices);

    [Fact]
    public void A_span_that_is_not_in_the_text_is_told_and_the_others_are_written()
    {
        CommentedFile file = CommentedFile.With(Plain, new(new(2, 90), "甲"), new(new(-1, 1), "乙"), new(new(0, 1), "丙"));

        Assert.Equal([0, 1], file.Result.Unplaced);
        Assert.Equal(["丙"], XDocument.Parse(file.Comments).Root!.Elements().Select(comment => comment.Value));
        Assert.Equal(Plain, CommentedFile.With(Plain).Content);
    }

    [Fact]
    public void What_is_no_document_of_word_is_refused_with_the_reason()
    {
        Assert.Equal(Unreadable.Empty, Refused([]));
        Assert.Equal(Unreadable.UnknownType, Refused("走访不够"u8.ToArray()));
        Assert.Equal(Unreadable.UnknownType, Refused(ZipMaker.Zip(("xl/workbook.xml", "<workbook/>"))));
        Assert.Equal(Unreadable.Cut, Refused(Plain[..^40]));
        Assert.Equal(Unreadable.TooLarge, Refused(Plain, new ReadLimits { FileBytes = 100 }));
        Assert.Equal(Unreadable.Bomb, Refused(Plain, new ReadLimits { UnpackedBytes = 500 }));
        Assert.Equal(Unreadable.TooDeep, Refused(Plain, new ReadLimits { Depth = 3 }));
        Assert.Equal(Unreadable.OtherText, Refused(Plain, text: "走访\n"));
        Assert.Equal(Unreadable.ForbiddenDtd, Refused(With(Plain, "word/document.xml", "<!DOCTYPE d []>" + CommentedFile.Part(Plain, "word/document.xml"))));
    }

    [Fact]
    public void A_part_that_is_damaged_is_not_written_into()
    {
        Assert.Equal(Unreadable.Damaged, Refused(With(Plain, "word/document.xml", $"<w:document {DocxMaker.Namespaces}><w:body>{DocxMaker.P("走访不够")}")));
        Assert.Equal(Unreadable.Damaged, Refused(ZipMaker.Zip([.. Parts(Plain).Where(part => part.Name != "[Content_Types].xml")])));
        Assert.Equal(Unreadable.Damaged, Refused(new DocxMaker { Body = DocxMaker.P("走访不够"), Comments = "<broken" }.Make()));
    }

    [Fact]
    public void Bytes_changed_anywhere_give_a_file_or_a_reason()
    {
        byte[] whole = new DocxMaker { Body = DocxMaker.P("走访不够") + DocxMaker.P("落实不力"), Comments = "" }.Make();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 6].Sample(
            changes =>
            {
                byte[] changed = [.. whole];
                foreach ((int at, byte value) in changes)
                {
                    changed[at] = value;
                }

                CommentResult result = DocxCommenter.Write(
                    changed, "走访不够\n落实不力\n", [new WordComment(new(1, 2), "问")], CommentedFile.Noon, ReadLimits.Default);

                Assert.True(result.Content is null != result.Reason is null);
            },
            seed: "0000000000001",
            iter: 400);
    }

    [Fact]
    public void Samples_keep_all_they_are_made_of() => Assert.All(Samples.Docx(), sample =>
    {
        byte[] original = File.ReadAllBytes(sample);
        string text = DocxReader.Read(original, ReadLimits.Default).Text;

        // Every seventh character, three long, over all borders there are.
        WordComment[] comments = [.. Enumerable.Range(0, (text.Length - 3) / 7).Select(i => new WordComment(new(7 * i, 3), $"第{i}处"))];

        Assert.Equal([], CommentedFile.With(original, comments).AssertOnlyCommentsAdded().Result.Unplaced);
    });

    private static Unreadable? Refused(byte[] content, ReadLimits? limits = null, string text = "走访不够\n")
    {
        CommentResult result = DocxCommenter.Write(
            content, text, [new WordComment(new(0, 1), "问")], CommentedFile.Noon, limits ?? ReadLimits.Default);
        Assert.Null(result.Content);
        return result.Reason;
    }

    private static byte[] With(byte[] package, string part, string text) => With(package, part, Encoding.UTF8.GetBytes(text));

    private static byte[] With(byte[] package, string part, byte[] content)
    {
        List<(string Name, byte[] Content)> parts = [.. Parts(package)];
        int index = parts.FindIndex(old => old.Name == part);
        if (index < 0)
        {
            parts.Add((part, content));
        }
        else
        {
            parts[index] = (part, content);
        }

        return ZipMaker.Zip([.. parts]);
    }

    private static IEnumerable<(string Name, byte[] Content)> Parts(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        return [.. archive.Entries.Select(entry => (entry.FullName, Bytes(package, entry.FullName)))];
    }

    private static byte[] Bytes(byte[] package, string part)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        using Stream stream = archive.GetEntry(part)!.Open();
        var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
