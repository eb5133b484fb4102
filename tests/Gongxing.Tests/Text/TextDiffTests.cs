using System.Text;
using CsCheck;
using Gongxing.Text;

namespace Gongxing.Tests.Text;

public class TextDiffTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("没有变", "没有变", "没有变")]
    [InlineData("走访不多。", "全年走访不多。", "+全年+走访不多。")]
    [InlineData("每季度学习2次", "每季度学习12次", "每季度学习-2-+12+次")]
    [InlineData("完成3.5%，共1,200人", "完成4.5%，共1,300人", "完成-3.5-+4.5+%，共-1,200-+1,300+人")]
    [InlineData("焊的不紧", "焊得不紧", "焊-的-+得+不紧")]
    [InlineData("每月集中学习两次，由办公室记录。", "每季集体研讨一次，由办公室记录。", "每-月集中学习两-+季集体研讨一+次，由办公室记录。")]
    [InlineData("旧句。", "", "-旧句。-")]
    public void What_goes_and_what_comes_is_marked_where_it_stands(string old, string @new, string expected) =>
        Assert.Equal(expected, Written(old, @new, TextDiff.Compare(old, @new)));

    [Fact]
    public void What_is_kept_or_removed_is_the_old_text_and_what_is_kept_or_added_the_new_one() =>
        Gen.Select(Texts.Damaged, Texts.Damaged, Texts.Damaged, Texts.Damaged).Sample(
            (start, middle, other, end) =>
            {
                Holds(start + middle + end, start + other + end);
                Holds(middle, end);
            },
            iter: 2000);

    [Fact]
    public void Paragraphs_stand_once_each_in_order_and_their_pieces_make_up_both() =>
        Gen.Select(Paragraphs(), Paragraphs()).Sample(
            (old, @new) =>
            {
                IReadOnlyList<ParagraphRow> rows = ParagraphDiff.Compare(old, @new);

                Assert.Equal(Enumerable.Range(0, old.Length), rows.Where(row => row.Old is not null).Select(row => row.Old!.Value));
                Assert.Equal(Enumerable.Range(0, @new.Length), rows.Where(row => row.New is not null).Select(row => row.New!.Value));
                foreach (ParagraphRow row in rows)
                {
                    Covers(row.Old is { } i ? old[i] : "", row.New is { } j ? @new[j] : "", row.Pieces);
                }
            },
            iter: 1000);

    [Fact]
    public void A_rewritten_paragraph_stands_beside_what_it_was()
    {
        string[] old = ["一、问题", "学习不够深入，学用脱节。", "调研次数少，了解情况靠听汇报。", "完"];
        string[] @new = ["一、问题", "新加的一段，讲安全生产。", "学习不够深入，满足于读原文，学用脱节。", "完"];

        Assert.Equal(
            [(0, 0), (null, 1), (1, 2), (2, null), (3, 3)],
            ParagraphDiff.Compare(old, @new).Select(row => (row.Old, row.New)));
    }

    [Fact]
    public void A_paragraph_that_begins_the_same_is_the_same_one_however_much_was_rewritten()
    {
        string[] old = ["（一）理论学习方面。学习的主动性、系统性还不够。"];
        string[] @new = ["（一）理论学习方面。全年自学计划36次，实际完成21次，三个月没有翻过原著。"];

        Assert.Equal((0, 0), Assert.Single(ParagraphDiff.Compare(old, @new).Select(row => (row.Old, row.New))));
    }

    // Texts of which nothing, or everything and everywhere, agrees would take hours if the work were quadratic.
    [Theory]
    [InlineData("甲", "乙")]
    [InlineData("甲乙", "乙甲")]
    [InlineData("甲乙丙", "丙乙")]
    public void Texts_made_to_be_slow_are_compared_like_any_other(string one, string other)
    {
        string old = string.Concat(Enumerable.Repeat(one, 200_000));
        string @new = string.Concat(Enumerable.Repeat(other, 200_000));

        Holds(old, @new);
        string[] oldLines = [.. old.Chunk(7).Select((line, i) => new string(line) + (i % 5))];
        string[] newLines = [.. @new.Chunk(11).Select((line, i) => new string(line) + (i % 3))];
        Assert.Equal(
            oldLines.Length, ParagraphDiff.Compare(oldLines, newLines).Count(row => row.Old is not null));
    }

    [Fact]
    public void A_long_text_with_many_small_changes_keeps_what_is_the_same()
    {
        string old = string.Concat(Enumerable.Range(0, 4000).Select(i => $"第{i}项已经办结；"));
        string @new = old.Replace("7项已经", "7项尚未", StringComparison.Ordinal);

        int kept = TextDiff.Compare(old, @new).Where(piece => piece.Kind == DiffKind.Kept).Sum(piece => piece.Old.Length);

        Assert.InRange(kept, old.Length * 9 / 10, old.Length);
        Holds(old, @new);
    }

    private static readonly string[] _paragraphs =
        ["一、存在的问题", "学习不够深入，学用脱节。", "学习不够深入，满足于读原文。", "调研次数少。", "", "每季度到村里蹲点2天。", "每月到村里蹲点3天。"];

    private static Gen<string[]> Paragraphs() => Gen.Int[0, _paragraphs.Length - 1].Select(i => _paragraphs[i]).Array[0, 12];

    private static void Holds(string old, string @new) => Covers(old, @new, TextDiff.Compare(old, @new));

    private static void Covers(string old, string @new, IReadOnlyList<DiffPiece> pieces)
    {
        int oldAt = 0;
        int newAt = 0;
        foreach (DiffPiece piece in pieces)
        {
            Assert.Equal((oldAt, newAt), (piece.Old.Start, piece.New.Start));
            Assert.True(piece.Kind switch
            {
                DiffKind.Kept => piece.Old.Length > 0 && piece.Old.In(old).SequenceEqual(piece.New.In(@new)),
                DiffKind.Removed => piece.Old.Length > 0 && piece.New.IsEmpty,
                _ => piece.New.Length > 0 && piece.Old.IsEmpty,
            });
            (oldAt, newAt) = (piece.Old.End, piece.New.End);
        }

        Assert.Equal((old.Length, @new.Length), (oldAt, newAt));
    }

    private static string Written(string old, string @new, IReadOnlyList<DiffPiece> pieces)
    {
        var written = new StringBuilder();
        foreach (DiffPiece piece in pieces)
        {
            written.Append(piece.Kind switch
            {
                DiffKind.Kept => $"{piece.Old.In(old)}",
                DiffKind.Removed => $"-{piece.Old.In(old)}-",
                _ => $"+{piece.New.In(@new)}+",
            });
        }

        return written.ToString();
    }
}
