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

    private bool Sees(Person person, LedgerItem item) =>
        item.WhyNotRead(person, new OfficeTree([_cast.Office])) is null;
}
