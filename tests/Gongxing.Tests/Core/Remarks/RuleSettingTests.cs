using Gongxing.Core;
using Gongxing.Core.People;
using Gongxing.Core.Remarks;

namespace Gongxing.Tests.Core.Remarks;

public class RuleSettingTests
{
    private static readonly OrganisationId _organisation = OrganisationId.New();
    private static readonly Office _top = new(_organisation, OfficeId.New(), "县委办", null);
    private static readonly Office _town = new(_organisation, OfficeId.New(), "云岭镇", _top.Id);

    [Theory]
    [InlineData(Roles.Clerk, true, null)]
    [InlineData(Roles.Head, true, null)]
    [InlineData(Roles.Clerk, false, Refusal.NotYourRole)]
    [InlineData(Roles.Author, true, Refusal.NotYourRole)]
    [InlineData(Roles.Administrator, true, Refusal.NotYourRole)]
    public void Rules_are_set_for_everybody_by_the_clerks_and_heads_of_the_topmost_office(Roles roles, bool isTop, Refusal? expected)
    {
        Person person = new(_organisation, PersonId.New(), "x", "x", (isTop ? _top : _town).Id, "", roles, IsActive: true);

        Assert.Equal(expected, RuleSetting.WhyNotSetForAll(person, new OfficeTree([_top, _town])));
    }

    [Theory]
    [InlineData(RuleAct.Silence, null, " ", Refusal.ReasonMissing)]
    [InlineData(RuleAct.Lower, RemarkLevel.Error, "理由", Refusal.LevelNotLower)]
    [InlineData(RuleAct.Lower, RemarkLevel.Warn, "理由", Refusal.LevelNotLower)]
    [InlineData(RuleAct.Restore, null, "", Refusal.NothingDecided)]
    [InlineData(RuleAct.Lower, RemarkLevel.Info, "理由", null)]
    [InlineData(RuleAct.Silence, null, "理由", null)]
    public void A_rule_is_silenced_or_lowered_for_a_reason_and_never_raised(
        RuleAct act, RemarkLevel? level, string reason, Refusal? expected)
    {
        Refusal? refused = null;
        try
        {
            RuleSetting.After(null, "C14", RemarkLevel.Warn, null, act, level, reason, PersonId.New(), default);
        }
        catch (RefusedException e)
        {
            refused = e.Reason;
        }

        Assert.Equal(expected, refused);
    }
}
