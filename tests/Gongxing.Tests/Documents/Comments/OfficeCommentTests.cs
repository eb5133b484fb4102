using System.Text;
using System.Xml.Linq;
using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Documents.Comments;
using Gongxing.Documents.Docx;
using Gongxing.Tests.Documents.Docx;
using Gongxing.Tests.Documents.LegacyWord;

namespace Gongxing.Tests.Documents.Comments;

/// <summary>LibreOffice opens commented files and says itself where it sees each comment.</summary>
public class OfficeCommentTests
{
    private const string Revision = """w:author="甲" w:date="2024-01-01T00:00:00Z" """;

    /// <summary>Words that are asked for, and what LibreOffice shows of the place where that is more.</summary>
    private static readonly (string Asked, string Seen)[] Words =
    [
        Same("对照检查"), Same("学习不深"), ("一、学", "学"), Same("甲\n段"), Same("格一"), Same("格二文"), Same("内格"), Same("格二文字\n内格"),
        Same("文字\n格二"), Same("文字\n末段"), Same("链接"), Same("见链"), Same("域结"), Same("新增"), Same("有新"), Same("搬来"), Same("书签"),
        Same("控件内"), Same("软\n换行"), Same("𠀀"), Same("一二三四"), Same("二三"), Same("二三"), ("日期控", "日期控件"), ("框内", "▣"),
        ("注文", "▣"), ("式x", "式"), ("引结", "书签文"), ("引结果末", "书签文末"), ("见附件", "目录一见附件\n目录二"), ("填写", "表单填写内容"),
        ("合并", "合并结果"),
    ];

    private static readonly DocxMaker Source = new()
    {
        Footnotes = """<w:footnote w:id="2"><w:p><w:r><w:t>脚注文字</w:t></w:r></w:p></w:footnote>""",
        Numbering = DocxMaker.List(DocxMaker.Level(0, "chineseCountingThousand", "%1、")),
        Body = $"""
            {DocxMaker.P("对照检查材料")}{DocxMaker.Item("学习不深")}{DocxMaker.Item("走访不勤")}{DocxMaker.P("段甲")}{DocxMaker.P("段乙")}
            <w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>
            <w:tr><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{DocxMaker.P("格一文字")}</w:tc><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{DocxMaker.P("格二文字")}<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{DocxMaker.P("内格文字")}</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>
            <w:p>{Run("见")}<w:hyperlink w:anchor="x">{Run("链接文字")}</w:hyperlink>{Run("后")}</w:p>
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "http://a.invalid/" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{Run("域结果")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
            <w:p>{Run("原有")}<w:ins w:id="11" {Revision}>{Run("新增文字")}</w:ins><w:del w:id="12" {Revision}><w:r><w:delText>删去</w:delText></w:r></w:del>{Run("之后")}<w:moveTo w:id="13" {Revision}>{Run("搬来文字")}</w:moveTo></w:p>
            <w:p><w:bookmarkStart w:id="1" w:name="x"/>{Run("书签文字")}<w:bookmarkEnd w:id="1"/></w:p>
            <w:p><w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>{Run("控件内文字")}</w:sdtContent></w:sdt><w:r><w:t>软</w:t><w:br/><w:t>换行𠀀字</w:t></w:r></w:p>
            {DocxMaker.P("一二三四五")}
            <w:p><w:sdt><w:sdtPr><w:date w:fullDate="2024-03-01T00:00:00Z"><w:dateFormat w:val="yyyy"/></w:date></w:sdtPr><w:sdtContent>{Run("日期控件")}</w:sdtContent></w:sdt></w:p>
            <w:p>{Run("框前")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="1000000" cy="500000"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="1" name="box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1000000" cy="500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{DocxMaker.P("框内文字")}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>{Run("框后")}</w:p>
            <w:p>{Run("注前")}<w:r><w:footnoteReference w:id="2"/></w:r>{Run("注后")}</w:p>
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> REF x \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{Run("引结果")}<w:r><w:fldChar w:fldCharType="end"/></w:r>{Run("末")}</w:p>
            <w:p>{Run("公式")}<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{Run("目录一见附件")}</w:p><w:p>{Run("目录二")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
            <w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="T"/><w:enabled/><w:calcOnExit w:val="0"/><w:textInput/></w:ffData></w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{Run("表单填写内容")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
            <w:p>{Run("前")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> MERGEFIELD a </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{Run("合并结果")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
            <w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc>{DocxMaker.P("表末文字")}</w:tc></w:tr></w:tbl>{DocxMaker.P("末段")}
            """,
    };

    [Fact]
    public void Every_comment_is_seen_at_its_words()
    {
        Assert.SkipWhen(Office.IsMissing, "LibreOffice is not installed.");
        CommentedFile file = CommentedFile.At(Source.Make(), [.. Words.Select(words => words.Asked)]).AssertBodyKept();

        XDocument flat = XDocument.Parse(Encoding.UTF8.GetString(Office.Convert(file.Content, "docx", "fodt")));

        Dictionary<string, string> seen = Seen(flat);
        Assert.Equal(Words, Words.Select((words, i) => (words.Asked, seen.GetValueOrDefault($"问{i}", "?"))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Samples_come_back_with_a_comment_on_every_paragraph(int sample)
    {
        Assert.SkipWhen(Office.IsMissing, "LibreOffice is not installed.");
        byte[] original = File.ReadAllBytes(Samples.Docx().ElementAt(sample));
        Document document = DocxReader.Read(original, ReadLimits.Default);
        WordComment[] comments = [.. document.Paragraphs.Select((paragraph, i) => new WordComment(paragraph.Span, $"第{i}段"))];
        CommentedFile file = CommentedFile.With(original, comments).AssertOnlyCommentsAdded();

        XDocument flat = XDocument.Parse(Encoding.UTF8.GetString(Office.Convert(file.Content, "docx", "fodt")));

        Dictionary<string, string> seen = Seen(flat);
        foreach ((Paragraph paragraph, int i) in document.Paragraphs.Select((paragraph, i) => (paragraph, i)))
        {
            string words = document.Text[(paragraph.Span.Start + paragraph.NumberingLength)..paragraph.Span.End];
            string there = seen.GetValueOrDefault($"第{i}段", "?");
            bool hangs = paragraph.Kind is ParagraphKind.TextBox or ParagraphKind.Footnote;
            Assert.Equal(hangs ? "▣" : words, hangs ? there : there.Replace("▣", ""));
        }
    }

    private static (string Asked, string Seen) Same(string words) => (words, words);

    /// <summary>By the text of each comment what lies in its range.</summary>
    /// <remarks>
    /// A deletion that is shown stands in the flat file where it stood, between the marks of its change, and is skipped here;
    /// one that is hidden stands among the tracked changes.
    /// </remarks>
    private static Dictionary<string, string> Seen(XDocument flat)
    {
        HashSet<string> deletions = [.. flat.Descendants()
            .Where(element => element.Name.LocalName == "changed-region" && element.Elements().First().Name.LocalName == "deletion")
            .Select(region => Says(region, "id"))];
        int deleted = 0;
        var names = new Dictionary<string, string>();
        var open = new Dictionary<string, StringBuilder>();
        var seen = new Dictionary<string, string>();
        Walk(flat.Descendants().Single(element => element.Name.LocalName == "text" && element.Name.NamespaceName.EndsWith("office:1.0", StringComparison.Ordinal)));
        return seen;

        void Walk(XElement element)
        {
            foreach (XNode node in element.Nodes())
            {
                if (node is XText text)
                {
                    Write(text.Value);
                }
                else if (node is XElement child)
                {
                    Enter(child);
                }
            }
        }

        void Enter(XElement child)
        {
            string name = Says(child, "name");
            switch (child.Name.LocalName)
            {
                case "annotation":
                    names[name] = string.Concat(child.Elements().Where(e => e.Name.LocalName == "p").Select(e => e.Value));
                    open[name] = new StringBuilder();
                    break;
                case "annotation-end":
                    seen[names[name]] = open[name].ToString();
                    open.Remove(name);
                    break;
                case "line-break":
                    Write("\n");
                    break;
                case "tracked-changes":
                    break;
                case "change-start" when deletions.Contains(Says(child, "change-id")):
                    deleted++;
                    break;
                case "change-end" when deletions.Contains(Says(child, "change-id")):
                    deleted--;
                    break;
                // A formula, which is seen only where the program for formulas is installed.
                case "frame" when child.Elements().FirstOrDefault()?.Name.LocalName == "object":
                    break;
                case "frame" or "custom-shape" or "note":
                    Write("▣");
                    break;
                default:
                    Walk(child);
                    Write(child.Name.LocalName is "p" or "h" ? "\n" : "");
                    break;
            }
        }

        void Write(string text)
        {
            foreach (StringBuilder range in open.Values)
            {
                range.Append(deleted > 0 ? "" : text);
            }
        }
    }

    private static string Says(XElement element, string attribute) =>
        element.Attributes().FirstOrDefault(one => one.Name.LocalName == attribute)?.Value ?? "";

    private static string Run(string text) => $"<w:r><w:t>{text}</w:t></w:r>";
}
