using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;
using Gongxing.Text;
using Gongxing.Web.Features.Remarks;

namespace Gongxing.Web.Tests.Features.Remarks;

public class RemarkedTextTests
{
    private static readonly Statement _statement = new() { Kind = StatementKind.Other, IsStatement = false, Confidence = 1 };

    [Fact]
    public void Words_keep_their_order_and_each_number_stands_once_behind_its_words()
    {
        const string Text = "一是学习不够，学用脱节。\n二是调研不多。\n";
        Question[] questions = [Ask(1, 0, 12), Ask(2, 2, 4), Ask(3, 4, 5), Ask(4, 9, 8), Ask(5, 12, 1)];

        RemarkedParagraph[] lines = Lines(new RemarkedText(Document.FromText(Text), _statement, questions), 1);

        Assert.Equal(["一是学习不够，学用脱节。", "二是调研不多。"], lines.Select(line => string.Concat(line.Pieces.Select(piece => piece.Text))));
        Assert.Equal([2, 3, 1, 4, 5], lines.SelectMany(line => line.Questions).Select(question => question.Number));
        Assert.Equal("学习", lines[0].Pieces.First(piece => piece.About?.Number == 2).Text);
        Assert.Equal(4, lines[1].Pieces[0].About?.Number);
    }

    [Fact]
    public void A_very_long_text_is_shown_in_parts_and_every_question_in_one_of_them()
    {
        string text = string.Concat(Enumerable.Range(0, 6000).Select(i => $"第{i:0000}段，讲的是同一件事情的经过。\n"));
        Question[] questions = [.. Enumerable.Range(0, 300).Select(i => Ask(i + 1, i * 380, 3))];

        var remarked = new RemarkedText(Document.FromText(text), _statement, questions);

        Assert.True(remarked.Parts > 1);
        var shown = Enumerable.Range(1, remarked.Parts)
            .SelectMany(part => Lines(remarked, part).SelectMany(line => line.Questions.Select(question => (part, question))))
            .ToList();
        Assert.Equal(questions, shown.Select(one => one.question));
        Assert.All(shown, one => Assert.Equal(one.part, remarked.PartOf(one.question.Span.Start)));
    }

    private static RemarkedParagraph[] Lines(RemarkedText text, int part) => [.. text.Blocks(part).SelectMany(block => block)];

    private static Question Ask(int number, int start, int length)
    {
        var remark = new Remark(
            "C14", "", RemarkLevel.Ask, RemarkScope.Words, default, default, default, new TextSpan(start, length))
        {
            Fingerprint = $"{number}",
        };
        return new Question(number, new DecidedRemark(remark, 1, null), IsFirst: false);
    }
}
