using Gongxing.Core;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Core.Remarks;
using Gongxing.Text;

namespace Gongxing.Tests.Core.Remarks;

public class DecidedRemarkTests
{
    private static readonly PersonId _author = PersonId.New();
    private static readonly DateTimeOffset _monday = new(2024, 3, 4, 1, 0, 0, TimeSpan.Zero);
    private static readonly Remark _remark = new(
        "C14", "", RemarkLevel.Ask, RemarkScope.Element, default, default, default, new TextSpan(3, 4))
    { Fingerprint = "f" };

    [Theory]
    [InlineData(RemarkAct.Adopt, RemarkState.Adopted)]
    [InlineData(RemarkAct.Change, RemarkState.Changed)]
    [InlineData(RemarkAct.Reject, RemarkState.Rejected)]
    public void A_decision_sets_the_state_and_taking_it_back_opens_the_question_again(RemarkAct act, RemarkState state)
    {
        DecidedRemark open = On(1);
        RemarkDecision decided = open.Decide(act, " 另有安排 ", _author, _monday);
        RemarkDecision takenBack = On(1, decided).Decide(RemarkAct.TakeBack, "", _author, _monday);

        Assert.Equal(RemarkState.Open, open.State);
        Assert.Equal((1, "另有安排"), (decided.Number, decided.Reason));
        Assert.Equal(state, On(1, decided).State);
        Assert.Equal(2, takenBack.Number);
        Assert.Equal(RemarkState.Open, On(1, takenBack, decided).State);
    }

    [Theory]
    [InlineData(RemarkAct.Adopt, RemarkState.Open)]
    [InlineData(RemarkAct.Change, RemarkState.Open)]
    [InlineData(RemarkAct.Reject, RemarkState.Rejected)]
    public void In_the_next_draft_a_reason_still_holds_and_a_promise_not_kept_is_open_again(RemarkAct act, RemarkState state)
    {
        DecidedRemark next = On(2, On(1).Decide(act, "另有安排", _author, _monday));

        Assert.Equal((state, true), (next.State, next.IsCarried));
        Assert.Equal((2, 1), (next.Decide(RemarkAct.Adopt, "", _author, _monday).Draft, next.Decide(RemarkAct.Adopt, "", _author, _monday).Number));
    }

    [Fact]
    public void What_was_carried_over_can_be_taken_back_for_this_draft_alone()
    {
        RemarkDecision rejected = On(1).Decide(RemarkAct.Reject, "另有安排", _author, _monday);
        RemarkDecision takenBack = On(2, rejected).Decide(RemarkAct.TakeBack, "", _author, _monday);

        Assert.Equal(RemarkState.Open, On(2, rejected, takenBack).State);
        Assert.Equal(RemarkState.Rejected, On(1, rejected, takenBack).State);
    }

    [Fact]
    public void A_rejection_needs_a_reason_and_nothing_cannot_be_taken_back()
    {
        Assert.Equal(Refusal.ReasonMissing, On(1).WhyNotDecide(RemarkAct.Reject, " "));
        Assert.Equal(Refusal.NothingDecided, On(1).WhyNotDecide(RemarkAct.TakeBack, ""));
        Assert.Equal(
            Refusal.ReasonMissing,
            Assert.Throws<RefusedException>(() => On(1).Decide(RemarkAct.Reject, "", _author, _monday)).Reason);
    }

    [Theory]
    [InlineData("uploader", null)]
    [InlineData("subject", null)]
    [InlineData("clerk of the office", null)]
    [InlineData("head", Refusal.NotYourRole)]
    [InlineData("clerk above", Refusal.NotYourRole)]
    [InlineData("clerk elsewhere", Refusal.NotVisible)]
    [InlineData("verifier", Refusal.NotVisible)]
    [InlineData("administrator", Refusal.NotVisible)]
    public void Whoever_may_change_a_material_or_wrote_it_decides_about_its_remarks(string who, Refusal? expected)
    {
        OrganisationId organisation = OrganisationId.New();
        Office top = new(organisation, OfficeId.New(), "县委办", null);
        Office town = new(organisation, OfficeId.New(), "云岭镇", top.Id);
        Office other = new(organisation, OfficeId.New(), "青石镇", top.Id);
        Person Make(Roles roles, Office office) => new(organisation, PersonId.New(), "x", "x", office.Id, "", roles, IsActive: true);
        Person uploader = Make(Roles.Author, top);
        Person subject = Make(Roles.Owner, top);
        Material material = new()
        {
            Organisation = organisation,
            Id = MaterialId.New(),
            Office = town.Id,
            Uploader = uploader.Id,
            Subject = subject.Id,
            FileName = "x",
            Sha256 = "x",
            Size = 1,
            MediaType = "x",
            UploadedAt = _monday,
            Series = MaterialId.New(),
        };
        Person person = who switch
        {
            "uploader" => uploader,
            "subject" => subject,
            "clerk of the office" => Make(Roles.Clerk, town),
            "head" => Make(Roles.Head, top),
            "clerk above" => Make(Roles.Clerk, top),
            "clerk elsewhere" => Make(Roles.Clerk, other),
            "verifier" => Make(Roles.Verifier, town),
            _ => Make(Roles.Administrator, town),
        };

        Assert.Equal(expected, material.WhyNotDecide(person, new OfficeTree([top, town, other])));
    }

    private static DecidedRemark On(int draft, params RemarkDecision[] decisions) =>
        Assert.Single(DecidedRemark.Of([_remark], draft, decisions));
}
