using CsCheck;
using Gongxing.Core.Statements;
using Gongxing.Review.Structure;
using Gongxing.Text;

namespace Gongxing.Tests.Review.Structure;

/// <summary>What holds for any text whatever.</summary>
public class ReaderPropertyTests
{
    private static readonly string[] s_texts =
        [.. Directory.GetFiles(CorpusTests.Folder(), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private static readonly string[] s_pieces =
    [
        "一、", "（一）", "(二）", "1.", "2、", "一是", "二是", "问题1：", "整改措施：", "责任人：", "存在的问题", "原因分析", "整改措施", "方面", "。",
        "，", "：", "\n", "\r\n", "|", " ", "　", "篇一", "篇二", "学习不够", "今后", "2024年6月底前", "每季度", "第", "条",
        "\ud800", "\udc00", "ǘ┙", "（", "）", "“", "序号",
    ];

    private static readonly Gen<string> s_piece = Gen.Int[0, s_pieces.Length - 1].Select(i => s_pieces[i]);

    [Fact]
    public void Reading_never_throws_and_every_span_lies_in_the_text() =>
        Gen.Select(Gen.Bool, Gen.Select(s_piece, Gen.String[0, 4], (piece, other) => piece + other).Array[0, 50])
            .Sample((titled, parts) => Check((titled ? "个人对照检查材料\n" : "") + string.Concat(parts)), iter: 1500);

    [Fact]
    public void A_damaged_text_of_the_corpus_is_still_read() =>
        Gen.Select(Gen.Int[0, s_texts.Length - 1].Select(i => s_texts[i]), Gen.Double.Unit, Gen.Double.Unit, s_piece)
            .Sample(
                (text, from, length, piece) =>
                {
                    int start = (int)(from * text.Length);
                    int cut = (int)(length * 40);
                    Check(text.Remove(start, Math.Min(cut, text.Length - start)).Insert(start, piece));
                    Check(text[start..]);
                },
                iter: 250);

    [Fact]
    public void Ten_times_the_text_costs_about_ten_times_the_work()
    {
        string one = string.Concat(Enumerable.Repeat(string.Concat(s_texts), 2));
        long small = Allocated(one);
        long large = Allocated(string.Concat(Enumerable.Repeat(one, 10)));

        Assert.InRange((double)large / small, 1, 14);
    }

    // One piece over and over is what a search that starts again each time cannot stand: quadratic work takes
    // minutes here.
    [Fact]
    public void A_piece_repeated_without_end_is_read_like_any_text()
    {
        foreach (string piece in s_pieces.Concat(["一、存在的问题\n", "| a | b |\n", "问题1：不够。整改措施：改。责任人：张。"]))
        {
            Check("个人对照检查材料\n" + string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length)));
        }
    }

    private static long Allocated(string text)
    {
        StatementReader.Read(Document.FromText(text[..1000]));
        long before = GC.GetAllocatedBytesForCurrentThread();
        StatementReader.Read(Document.FromText(text));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Check(string text)
    {
        Statement read = StatementReader.Read(Document.FromText(text));
        string[] ids = [.. read.Findings.Select(f => f.Id), .. read.Causes.Select(c => c.Id), .. read.Measures
            .Select(m => m.Id)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        var known = ids.ToHashSet(StringComparer.Ordinal);
        Assert.All(read.Links, link => Assert.True(known.Contains(link.From) && known.Contains(link.To)));
        Assert.All(Spans(read), span => Assert.True(span.Start >= 0 && span.Length >= 0 && span.End <= text.Length));
        Assert.All(
            read.Measures.SelectMany(m => m.Commitments.Select(c => (m.Span, Part: c.Span))),
            pair => Assert.True(pair.Span.Contains(pair.Part)));
        Assert.True(read.IsStatement || ids.Length == 0);
    }

    private static IEnumerable<TextSpan> Spans(Statement read) =>
        read.Sections.Select(s => s.Span).Concat(read.Aspects.Select(a => a.Span))
            .Concat(read.Findings.Select(f => f.Span))
            .Concat(read.Causes.Select(c => c.Span)).Concat(read.Measures.Select(m => m.Span))
            .Concat(read.Unplaced.Select(u => u.Span)).Concat(read.Parts.Select(p => p.Span));
}
