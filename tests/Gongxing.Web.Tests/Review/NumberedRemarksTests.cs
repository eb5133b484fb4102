using Gongxing.Core.Remarks;
using Gongxing.Text;
using Gongxing.Web.Review;

namespace Gongxing.Web.Tests.Review;

public class NumberedRemarksTests
{
    [Fact]
    public void Numbers_follow_the_text_whatever_order_the_rules_ran_in()
    {
        NumberedRemarks numbered = NumberedRemarks.Of([Asked(30), Asked(10), Asked(20)]);

        Assert.Equal([(1, 10), (2, 20), (3, 30)], numbered.All.Select(one => (one.Number, one.Remark.Span.Start)));
    }

    [Fact]
    public void The_weightiest_come_first_then_those_earlier_in_the_text()
    {
        NumberedRemarks numbered = NumberedRemarks.Of(
            [Asked(1), Asked(2, RemarkLevel.Warn), Asked(3), Asked(4, RemarkLevel.Error), Asked(5, RemarkLevel.Warn)]);

        Assert.Equal([4, 2, 5, 1, 3], numbered.First.Select(one => one.Number));
        Assert.Empty(numbered.Rest);
    }

    [Fact]
    public void At_most_twelve_come_first_and_none_is_lost()
    {
        NumberedRemarks numbered = NumberedRemarks.Of(
            Enumerable.Range(0, 20).Select(i => Asked(i, i == 19 ? RemarkLevel.Error : RemarkLevel.Ask)));

        Assert.Equal([20, .. Enumerable.Range(1, 11)], numbered.First.Select(one => one.Number));
        Assert.Equal(Enumerable.Range(12, 8), numbered.Rest.Select(one => one.Number));
    }

    [Fact]
    public void What_is_only_worth_knowing_is_never_among_the_first()
    {
        NumberedRemarks numbered = NumberedRemarks.Of([Asked(1, RemarkLevel.Info), Asked(2)]);

        Assert.Equal([2], numbered.First.Select(one => one.Number));
        Assert.Equal([1], numbered.Rest.Select(one => one.Number));
    }

    [Fact]
    public void One_question_a_place_comes_first_and_says_which_others_there_are()
    {
        var place = new TextSpan(5, 2);
        NumberedRemarks numbered = NumberedRemarks.Of(
            [Of("C09", place), Of("C07", place), Of("C13", place) with { Level = RemarkLevel.Warn }, Of("C07", new(9, 2))]);

        Assert.Equal(["C13", "C07"], numbered.First.Select(one => one.Remark.Rule));
        Assert.Equal([2, 3], numbered.First[0].Also);
        Assert.Empty(numbered.First[1].Also);
        Assert.Equal(["C07", "C09"], numbered.Rest.Select(one => one.Remark.Rule).Order());
    }

    [Fact]
    public void The_same_question_again_and_again_leaves_room_for_others()
    {
        NumberedRemarks numbered = NumberedRemarks.Of(
            Enumerable.Range(0, 14).Select(i => Of("C13", new(i, 1)) with { Level = RemarkLevel.Warn })
                .Concat(Enumerable.Range(20, 6).Select(i => Of($"C{i}", new(i, 1)))));

        Assert.Equal(12, numbered.First.Count);
        Assert.Equal(6, numbered.First.Count(one => one.Remark.Level == RemarkLevel.Ask));
        Assert.Equal(8, numbered.Rest.Count);
    }

    private static Remark Of(string rule, TextSpan place) =>
        Questions.At(place, RemarkLevel.Ask, RemarkScope.Element) with { Rule = rule };

    private static Remark Asked(int start, RemarkLevel level = RemarkLevel.Ask) => Questions.At(new TextSpan(start, 2), level);
}
