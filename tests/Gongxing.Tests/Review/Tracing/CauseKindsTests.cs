using Gongxing.Core.Statements;
using Gongxing.Review.Tracing;
using Gongxing.Text;

namespace Gongxing.Tests.Review.Tracing;

public class CauseKindsTests
{
    [Theory]
    [InlineData("总觉得这件事不要紧，思想上没有重视。", CauseKind.Thought)]
    [InlineData("没有建立定期检查的制度，责任没有分清。", CauseKind.System)]
    [InlineData("对新业务不熟，专业知识不够。", CauseKind.Ability)]
    [InlineData("下去调研少，同群众联系少，抓落实不紧。", CauseKind.Conduct)]
    [InlineData("设备老化，经费一时没有到位。", CauseKind.Circumstances)]
    [InlineData("花开花落。", CauseKind.Other)]
    public void A_sentence_goes_with_the_kind_most_of_its_words_speak_of(string sentence, CauseKind kind)
    {
        ILookup<CauseKind, TextSpan> sorted = Sort("花", sentence);

        Assert.Equal([kind], sorted.Select(group => group.Key));
        Assert.Equal(sentence, Assert.Single(sorted[kind]).In(sentence).ToString());
    }

    [Fact]
    public void A_sentence_that_tells_no_kind_goes_with_the_title() =>
        Assert.Equal([CauseKind.System], Sort("制度不健全", "花开花落。").Select(group => group.Key));

    private static ILookup<CauseKind, TextSpan> Sort(string title, string text) =>
        CauseKinds.Sort(Document.FromText(text), [new Cause("K1", title, new TextSpan(0, text.Length), 1)]);
}
