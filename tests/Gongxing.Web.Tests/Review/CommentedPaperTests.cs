using System.IO.Compression;
using System.Xml.Linq;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Documents;
using Gongxing.Documents.Comments;
using Gongxing.Documents.OfficialFormat;
using Gongxing.Documents.Workers;
using Gongxing.Review.Structure;
using Gongxing.Text;
using Gongxing.Web.Review;

namespace Gongxing.Web.Tests.Review;

/// <summary>Comments are written by the real worker process.</summary>
public sealed class CommentedPaperTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2024, 1, 15, 9, 30, 0, TimeSpan.FromHours(8));
    private static readonly Document Plain = Document.FromText(
        "对照检查材料\n\n  一、存在的问题\n一是学习不够系统，读原著少。\n二是走访群众不够。\n");

    private readonly DocumentWorkers _workers = new(ReadLimits.Default, count: 1);

    [Fact]
    public async Task A_file_of_another_kind_comes_back_as_a_clean_paper_with_comments_at_its_words()
    {
        CommentResult result = await WriteAsync(default, Plain, Questions.At(Plain, "读原著少"), Questions.At(Plain, "走访群众"));

        Assert.Equal((null, ""), (result.Reason, result.Detail));
        Assert.Equal(["读原著少", "走访群众"], Commented(result));
        Assert.Empty(result.Unplaced);
    }

    [Fact]
    public async Task The_writers_own_file_comes_back_with_comments_at_its_words()
    {
        byte[] own = OfficialWriter.Write(Plain, StatementReader.Read(Plain), FormatProfiles.National);
        Document document = (await _workers.ReadAsync(own, "a.docx", default)).Document!;

        CommentResult result = await WriteAsync(own, document, Questions.At(document, "学习不够系统"));

        Assert.Equal(["学习不够系统"], Commented(result));
        Assert.Equal(Entries(own), Entries(result.Content!.Value.ToArray()).Where(Entries(own).Contains));
    }

    [Fact]
    public async Task A_comment_says_question_basis_other_places_and_rule()
    {
        Remark remark = Questions.At(Plain, "读原著少") with { Fix = "读书少", Related = [Questions.At(Plain, "走访群众").Span] };

        CommentResult result = await WriteAsync(default, Plain, remark);

        Assert.Equal(
            ["【缺少事例】能否写明哪一次？", "依据：见人见事见思想", "可改为：读书少", "另见：第4段“走访群众”（二是走访群众不够）", "规则 C90"],
            Part(result.Content!.Value.ToArray(), "word/comments.xml").Descendants(W("p")).Select(line => line.Value));
    }

    [Fact]
    public async Task A_remark_that_finds_no_place_in_the_file_is_named_and_the_others_are_written()
    {
        byte[] own = OfficialWriter.Write(Plain, StatementReader.Read(Plain), FormatProfiles.National);
        Document document = (await _workers.ReadAsync(own, "a.docx", default)).Document!;
        Remark nowhere = Questions.At(new TextSpan(document.Text.Length + 5, 2));
        Remark[] remarks = [nowhere, Questions.At(document, "读原著少")];

        CommentResult result = await WriteAsync(own, document, remarks);

        Assert.Equal(["读原著少"], Commented(result));
        Assert.Equal([nowhere], CommentedPaper.LeftOut(result, remarks));
    }

    [Fact]
    public async Task Another_file_than_the_one_that_was_read_is_refused()
    {
        Document other = Document.FromText("别的文字\n") with { Format = DocumentFormat.Docx };
        byte[] own = OfficialWriter.Write(Plain, StatementReader.Read(Plain), FormatProfiles.National);

        CommentResult result = await WriteAsync(own, other, Questions.At(other, "文字"));

        Assert.Equal(Unreadable.OtherText, result.Reason);
        Assert.Null(result.Content);
    }

    public void Dispose() => _workers.Dispose();

    private Task<CommentResult> WriteAsync(ReadOnlyMemory<byte> content, Document document, params Remark[] remarks) =>
        CommentedPaper.WriteAsync(
            _workers, content, document, StatementReader.Read(document), remarks, FormatProfiles.National, At, default);

    private static IEnumerable<string> Commented(CommentResult result)
    {
        var open = new Dictionary<string, string>();
        var order = new List<string>();
        foreach (XElement element in Part(result.Content!.Value.ToArray(), "word/document.xml").Descendants())
        {
            string id = element.Attribute(W("id"))?.Value ?? "";
            switch (element.Name.LocalName)
            {
                case "commentRangeStart":
                    open[id] = "";
                    break;
                case "commentRangeEnd":
                    order.Add(open[id]);
                    open.Remove(id);
                    break;
                case "t":
                    foreach (string key in open.Keys)
                    {
                        open[key] += element.Value;
                    }

                    break;
            }
        }

        return order;
    }

    private static XName W(string name) => XName.Get(name, "http://schemas.openxmlformats.org/wordprocessingml/2006/main");

    private static XElement Part(byte[] file, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using Stream part = zip.GetEntry(name)!.Open();
        return XElement.Load(part);
    }

    private static IReadOnlyList<string> Entries(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }
}
