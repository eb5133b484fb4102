using Gongxing.Text;

namespace Gongxing.Tests.Text;

public class HeadingLinesTests
{
    [Theory]
    [InlineData("[2023年度民主生活会对照检查材料]\n按照安排，现报告如下。")]
    [InlineData("问题如下。\n[（一）担当作为方面]\n防汛责任没有压实。")]
    [InlineData("问题如下。\n[1.责任没有压实，值守流于形式]\n对防汛值守的规定只在会上念过一遍，没有逐个水库去核对人员和电话。")]
    [InlineData("如上。\n[产生问题的原因]\n怕麻烦的思想作怪。")]
    public void Short_lines_that_are_no_sentence_are_headings(string marked) => Assert.True(IsHeading(marked));

    [Theory]
    [InlineData("如上。\n[怕麻烦的思想作怪。]\n其他。")]
    [InlineData("对防汛值守的规定只在会上念过一遍，没有\n[逐个水库去核对人员和电话，夜里抽查]\n有两座无人接听，事后也没有追问。")]
    [InlineData("如上。\n[1.我作为分管领导，没有履行好]\n值守检查的职责，两座水库无人。")]
    [InlineData("如上。\n[主要表现在：]\n怕麻烦。")]
    public void Sentences_and_pieces_of_wrapped_ones_are_none(string marked) => Assert.False(IsHeading(marked));

    private static bool IsHeading(string marked)
    {
        int start = marked.IndexOf('[', StringComparison.Ordinal);
        string text = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        return HeadingLines.IsHeading(text, HeadingLines.LineAt(text, start));
    }
}
