using Gongxing.Core;
using Gongxing.Core.Ledger;
using Gongxing.Core.People;

namespace Gongxing.Tests.Core.Ledger;

public class LedgerVisibilityTests
{
    private readonly Cast _cast = new();

    [Fact]
    public void Whoever_has_a_part_and_the_keepers_of_the_office_see_the_item_from_the_start()
    {
        LedgerItem item = _cast.Planned();

        Assert.All([_cast.Subject, _cast.Owner, _cast.Helper, _cast.Lead, _cast.Clerk, _cast.Head],
            person => Assert.True(Sees(person, item)));
        Assert.False(Sees(_cast.Administrator, item));
        Assert.False(Sees(_cast.Head with { IsActive = false }, item));
        Assert.False(Sees(_cast.Head with { Organisation = OrganisationId.New() }, item));
    }

    [Fact]
    public void A_verifier_sees_an_item_once_the_work_has_begun()
    {
        Assert.False(Sees(_cast.Verifier, _cast.Planned()));
        Assert.True(Sees(_cast.Verifier, _cast.InProgress()));
        Assert.True(Sees(_cast.Verifier, _cast.Closed()));
    }

    [Fact]
    public void A_clerk_of_an_office_above_sees_it_and_one_of_an_office_below_does_not()
    {
        LedgerItem item = _cast.Planned();
        var above = new Office(_cast.Organisation, OfficeId.New(), "县委办", null);
        var below = new Office(_cast.Organisation, OfficeId.New(), "文印室", _cast.Office.Id);
        var offices = new OfficeTree([above, _cast.Office with { Parent = above.Id }, below]);

        Assert.Null(item.WhyNotRead(_cast.Somebody("甲", Roles.Clerk) with { Office = above.Id }, offices));
        Assert.Equal(
            Refusal.NotVisible, item.WhyNotRead(_cast.Somebody("乙", Roles.Clerk) with { Office = below.Id }, offices));
        Assert.Equal(Refusal.NotVisible, item.WhyNotRead(_cast.Somebody("丙", Roles.Owner), offices));
    }

    [Fact]
    public void A_clerk_or_head_of_another_office_acts_as_neither_and_a_verifier_acts_everywhere()
    {
        LedgerItem item = _cast.InProgress();
        var above = new Office(_cast.Organisation, OfficeId.New(), "县委办", null);
        var beside = new Office(_cast.Organisation, OfficeId.New(), "督查室", above.Id);
        var offices = new OfficeTree([above, _cast.Office with { Parent = above.Id }, beside]);
        Person there = _cast.Somebody("甲", Roles.Clerk | Roles.Head | Roles.Verifier) with { Office = beside.Id };

        Assert.Equal(Roles.Verifier, item.Acting(there, offices).Roles);
        Assert.Contains(Refusal.NotYourRole, item.WhyNot(LedgerAct.Handover, item.Acting(there, offices)));
        Assert.Empty(item.WhyNot(LedgerAct.Handover, item.Acting(there with { Office = above.Id }, offices)));
        Assert.Empty(item.WhyNot(LedgerAct.CancelMeasure, item.Acting(there, offices)));
    }

    [Fact]
    public void A_head_of_another_office_whom_the_plan_names_verifies_as_head()
    {
        LedgerItem item = _cast.Confirmed();
        var beside = new Office(_cast.Organisation, OfficeId.New(), "督查室", null);
        Person named = _cast.Somebody("督查员", Roles.Clerk | Roles.Head) with { Office = beside.Id };
        item.Plan(_cast.Clerk, _cast.Plan() with { Verifier = NamedPerson.Of(named) }, "", Cast.Monday);

        Assert.Equal(Roles.Head, item.Acting(named, new OfficeTree([_cast.Office, beside])).Roles);
    }

    private bool Sees(Person person, LedgerItem item) =>
        item.WhyNotRead(person, new OfficeTree([_cast.Office])) is null;
}
