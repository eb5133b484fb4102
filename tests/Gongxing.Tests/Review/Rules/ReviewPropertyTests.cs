using CsCheck;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Review.Rules;
using Gongxing.Review.Structure;

namespace Gongxing.Tests.Review.Rules;

/// <summary>What holds for any text whatever.</summary>
public class ReviewPropertyTests
{
    private static readonly RuleBook s_book = RuleBook.BuiltIn.WithAllOn();

    private static readonly ReviewContext s_context = new()
    {
        OwnNames = ["云岭县"],
        OtherNames = ["平川县", "平川"],
        Opinions = ["下乡太少", ""],
    };

    private static readonly string[] s_texts =
        [.. Directory.GetFiles(ReviewCorpusTests.PathOf("corpus/review"), "open-*.txt").Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)];

    private static readonly string[] s_pieces =
    [
        .. s_book.Rules.SelectMany(rule => rule.Hits).Select(hit => hit.Shown),
        "一、", "（一）", "(二）", "1.", "一是", "三是", "方面", "。", "，", "但", "我能够", "班子成员", "XX", "____", "平川县委", "2019年度民主生活会",
        "《合同法》", "（", "）", "“", "”", "’", "的很", "抓的不紧", "13700002468", "6217998300012345676", "机密★", "\n", "\r\n", " ",
        "\ud800", "\udc00", "ǘ┙", "“两个确立”", "全面从严治党", "四个意识", "存在的问题", "原因分析", "整改措施", "2024年度个人对照检查材料",
    ];

    private static readonly Gen<string> s_piece = Gen.Int[0, s_pieces.Length - 1].Select(i => s_pieces[i]);

    [Fact]
    public void Reviewing_never_throws_and_every_span_holds_words() =>
        Gen.Select(s_piece, Gen.String[0, 3], (piece, other) => piece + other).Array[0, 40]
            .Sample(parts => Check(string.Concat(parts)), iter: 600);

    [Fact]
    public void A_damaged_text_of_the_corpus_is_still_reviewed() =>
        Gen.Select(Gen.Int[0, s_texts.Length - 1].Select(i => s_texts[i]), Gen.Double.Unit, Gen.Double.Unit, s_piece)
            .Sample(
                (text, from, length, piece) =>
                {
                    int start = (int)(from * text.Length);
                    Check(text.Remove(start, Math.Min((int)(length * 40), text.Length - start)).Insert(start, piece));
                },
                iter: 120);

    // One piece over and over is what a search that starts again each time cannot stand: quadratic work takes minutes
    // here.
    [Fact]
    public void A_piece_repeated_without_end_is_reviewed_like_any_text()
    {
        foreach (string piece in s_pieces.Where(piece => piece.Length is > 0 and < 20))
        {
            Check(string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length)));
        }
    }

    [Fact]
    public void Two_remarks_of_a_text_have_two_fingerprints() =>
        Assert.All(s_texts, text =>
        {
            IReadOnlyList<Remark> remarks = Review(text);
            Assert.Equal(remarks.Count, remarks.DistinctBy(remark => remark.Fingerprint).Count());
        });

    private static IReadOnlyList<Remark> Review(string text)
    {
        Document document = Document.FromText(text);
        return StatementReview.Run(document, StatementReader.Read(document), s_book, s_context);
    }

    private static void Check(string text)
    {
        int place = 0;
        foreach (Remark remark in Review(text))
        {
            Assert.InRange(remark.Span.Start, place, text.Length);
            Assert.InRange(remark.Span.End, remark.Span.Start, text.Length);
            Assert.True(remark.Span.Length > 0 || string.IsNullOrWhiteSpace(text), remark.Rule);
            Assert.All(remark.Related, related => Assert.InRange(related.End, 0, text.Length));
            Assert.NotEmpty(remark.Message.Zh);
            Assert.Equal(32, remark.Fingerprint.Length);
            place = remark.Span.Start;
        }
    }
}
