using Gongxing.Core;
using Gongxing.Core.People;

namespace Gongxing.Tests.Core.People;

public class OfficeTreeTests
{
    private static readonly OrganisationId Organisation = OrganisationId.New();
    private static readonly Office County = New("县", null);
    private static readonly Office Town = New("镇", County.Id);
    private static readonly Office Village = New("村", Town.Id);
    private static readonly Office Bureau = New("局", County.Id);

    private readonly OfficeTree _tree = new([Village, County, Bureau, Town]);

    [Fact]
    public void An_office_is_within_itself_and_all_above_it()
    {
        Assert.True(_tree.IsWithin(Village.Id, Village.Id));
        Assert.True(_tree.IsWithin(Village.Id, County.Id));
        Assert.False(_tree.IsWithin(County.Id, Village.Id));
        Assert.False(_tree.IsWithin(Village.Id, Bureau.Id));
        Assert.False(_tree.IsWithin(OfficeId.New(), County.Id));
    }

    [Fact]
    public void No_office_is_put_under_itself_or_under_nothing_known()
    {
        Assert.Equal(Refusal.OfficeUnderItself, _tree.WhyNotMove(Town.Id, Village.Id));
        Assert.Equal(Refusal.OfficeUnderItself, _tree.WhyNotMove(Town.Id, Town.Id));
        Assert.Equal(Refusal.NoSuchOffice, _tree.WhyNotMove(Town.Id, OfficeId.New()));
        Assert.Null(_tree.WhyNotMove(Town.Id, Bureau.Id));
    }

    [Fact]
    public void A_circle_in_damaged_data_ends()
    {
        var tree = new OfficeTree([Town with { Parent = Village.Id }, Village]);

        Assert.Equal([Village.Id, Town.Id], tree.Upwards(Village.Id));
    }

    private static Office New(string name, OfficeId? parent) => new(Organisation, OfficeId.New(), name, parent);
}
