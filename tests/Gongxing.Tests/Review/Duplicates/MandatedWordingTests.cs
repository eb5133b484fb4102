using Gongxing.Review.Duplicates;
using Gongxing.Text;

namespace Gongxing.Tests.Review.Duplicates;

public class MandatedWordingTests
{
    // Would take a quarter of an hour if each sentence were held against every formulation.
    [Fact]
    public void A_text_of_nothing_but_proceedings_and_formulations_is_read_like_any_other()
    {
        const string Sentence = "会前征求意见，不忘初心、牢记使命。";
        string text = string.Concat(Enumerable.Repeat(Sentence, 100_000));

        IReadOnlyList<TextSpan> found = MandatedWording.In(text);

        Assert.Equal(100_000, found.Count(span => span.Length >= Sentence.Length - 1));
    }

    // Would take longer than anybody waits if each comma could belong to a field or follow it.
    [Fact]
    public void A_line_of_many_fields_that_is_none_after_all_is_read_like_any_other()
    {
        string text = string.Concat(Enumerable.Repeat("电话：1，", 200)) + new string('甲', 40);

        Assert.Empty(MandatedWording.In(text));
        Assert.NotEmpty(MandatedWording.In("责任领导：张某、李某，责任科室：办公室、人事科；完成时限：6月底"));
    }
}
