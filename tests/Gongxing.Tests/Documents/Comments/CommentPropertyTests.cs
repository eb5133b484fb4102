using System.Text;
using CsCheck;
using Gongxing.Documents;
using Gongxing.Documents.Comments;
using Gongxing.Documents.Docx;
using Gongxing.Tests.Documents.Docx;
using Gongxing.Text;

namespace Gongxing.Tests.Documents.Comments;

/// <summary>Any text cut into runs in any way, with comments anywhere in it.</summary>
public class CommentPropertyTests
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        "走访", "甲", "不深。", "𠀀字", "A b", "&amp;&lt;", "&#x1F600;", "“引”", "1.", "——");

    private static readonly Gen<string> Content = Gen.Frequency(
        (8, Piece.Select(text => $"<w:t>{text}</w:t>")),
        (3, Piece.Select(text => $"""<w:t xml:space="preserve"> {text}  </w:t>""")),
        (1, Piece.Select(text => $"<w:t> {text} </w:t>")),
        (1, Gen.OneOf("<w:tab/>", "<w:noBreakHyphen/>", "<w:lastRenderedPageBreak/>", "<w:t/>", """<w:footnoteReference w:id="9"/>""")));

    private static readonly Gen<string> Run = Gen.Select(
        Gen.OneOf("", "<w:rPr><w:b/></w:rPr>", """<w:rPr><w:rFonts w:hint="eastAsia"/><w:color w:val="FF0000"/></w:rPr>"""),
        Content.Array[1, 4],
        (properties, content) => $"""<w:r w:rsidR="00AB">{properties}{string.Concat(content)}</w:r>""");

    private static readonly Gen<string> Inline = Gen.Frequency(
        (8, Run),
        (1, Run.Array[1, 2].Select(runs => $"""<w:hyperlink w:anchor="a">{string.Concat(runs)}</w:hyperlink>""")),
        (1, Run.Array[1, 2].Select(runs => $"<w:sdt><w:sdtPr/><w:sdtContent>{string.Concat(runs)}</w:sdtContent></w:sdt>")),
        (1, Gen.OneOf("\n  ", """<w:proofErr w:type="gramEnd"/>""", "<!-- 注 -->")));

    private static readonly Gen<string> Paragraph = Inline.Array[0, 6].Select(runs => $"<w:p><w:pPr/>{string.Concat(runs)}</w:p>");

    private static readonly Gen<string> Body = Gen.Frequency(
        (5, Paragraph),
        (1, Paragraph.Select(p => $"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{p}</w:tc></w:tr></w:tbl>"))).Array[1, 5]
        .Select(string.Concat);

    [Fact]
    public void Each_range_holds_the_words_asked_for_and_nothing_else_changes() =>
        Gen.Select(Body, Gen.Select(Gen.Double.Unit, Gen.Double.Unit).Array[1, 8]).Sample(
            (body, places) =>
            {
                byte[] docx = new DocxMaker { Body = body + DocxMaker.P("末段") }.Make();
                string text = DocxReader.Read(docx, ReadLimits.Default).Text;
                WordComment[] comments = [.. places.Select((place, i) => new WordComment(SpanIn(text, place.Item1, place.Item2), $"问{i}"))];

                CommentedFile file = CommentedFile.With(docx, comments).AssertBodyKept();

                // A note has no text here; at the end of a line the range may leave out the end.
                Assert.Equal(
                    comments.Select(comment => Shown(comment.Span.In(text).ToString())),
                    file.Marked().Select(range => Shown(range.Replace("¹", ""))));
            },
            seed: "0000000000001",
            iter: 300);

    // Paragraphs are trimmed in our text and not in the file; line ends stand elsewhere around tables.
    private static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (char c in text)
        {
            shown.Append(char.IsWhiteSpace(c) ? "" : c.ToString());
        }

        return shown.ToString();
    }

    private static TextSpan SpanIn(string text, double a, double b)
    {
        int start = (int)(Math.Min(a, b) * text.Length);
        int end = (int)(Math.Max(a, b) * text.Length);
        start -= char.IsLowSurrogate(text[start]) ? 1 : 0;
        end += end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;

        // Not only ends of lines and spaces: what is marked then is the run beside them.
        while (string.IsNullOrWhiteSpace(text[start..end]) && start > 0)
        {
            start--;
        }

        start -= char.IsLowSurrogate(text[start]) ? 1 : 0;
        while (string.IsNullOrWhiteSpace(text[start..end]))
        {
            end++;
        }

        end += end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return TextSpan.FromBounds(start, end);
    }
}
