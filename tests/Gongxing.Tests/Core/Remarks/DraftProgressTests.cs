using Gongxing.Core.People;
using Gongxing.Core.Remarks;
using Gongxing.Text;

namespace Gongxing.Tests.Core.Remarks;

public class DraftProgressTests
{
    [Fact]
    public void A_question_is_answered_or_stands_or_is_rejected_or_new()
    {
        Remark answered = Asked("C14", "a", 1);
        Remark standing = Asked("C14", "b", 2);
        Remark rejected = Asked("C07", "c", 3);
        Remark fresh = Asked("C24", "d", 4);
        var decision = new RemarkDecision("c", "C07", 1, 1, RemarkAct.Reject, "另有安排", PersonId.New(), default);

        DraftProgress progress = DraftProgress.Of(
            DecidedRemark.Of([answered, standing, rejected], 1, [decision]),
            DecidedRemark.Of([standing, rejected, fresh], 2, [decision]),
            (_, _) => false);

        Assert.Equal([answered], progress.Answered.Select(one => one.Remark));
        Assert.Equal([standing], progress.Standing.Select(one => one.Remark));
        Assert.Equal([rejected], progress.Rejected.Select(one => one.Remark));
        Assert.Equal([fresh], progress.New.Select(one => one.Remark));
    }

    [Fact]
    public void Words_that_were_changed_and_are_asked_the_same_again_answer_nothing()
    {
        DecidedRemark[] before = [.. DecidedRemark.Of([Asked("C14", "a", 1), Asked("C14", "b", 9)], 1, [])];
        DecidedRemark[] after = [.. DecidedRemark.Of([Asked("C14", "x", 1), Asked("C07", "y", 9)], 2, [])];

        DraftProgress progress = DraftProgress.Of(before, after, (old, now) => old.Span == now.Span);

        Assert.Equal(["b"], progress.Answered.Select(one => one.Remark.Fingerprint));
        Assert.Equal(["x"], progress.Standing.Select(one => one.Remark.Fingerprint));
        Assert.Equal(["y"], progress.New.Select(one => one.Remark.Fingerprint));
    }

    private static Remark Asked(string rule, string fingerprint, int at) =>
        new(rule, "", RemarkLevel.Ask, RemarkScope.Words, default, default, default, new TextSpan(at, 1)) { Fingerprint = fingerprint };
}
