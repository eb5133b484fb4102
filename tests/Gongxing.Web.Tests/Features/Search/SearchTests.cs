using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Web.Tests.Features.Materials;

namespace Gongxing.Web.Tests.Features.Search;

public class SearchTests
{
    [Fact]
    public async Task Two_characters_are_found_and_marked_and_lead_to_the_material()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk);

        Page page = await site.SignedInAs(clerk).GetAsync("/search?q=蹲点");

        Assert.Equal(["蹲点"], page.All("main mark"));
        Assert.Equal($"/materials/{material.Id}", page.Document.QuerySelector(".tasks a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_a_person_may_not_see_is_not_found()
    {
        await using Site site = await Site.StartAsync();
        await site.ReadMaterialAsync(await site.PersonAsync(Roles.Clerk));
        Person stranger = await site.PersonAsync(Roles.Clerk, office: (await site.OfficeAsync("水利站")).Id);

        Page page = await site.SignedInAs(stranger).GetAsync("/search?q=蹲点");

        Assert.Contains("没有找到“蹲点”", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_character_is_answered_with_what_to_do()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);

        Page page = await site.SignedInAs(clerk).GetAsync("/search?q=蹲");

        Assert.Contains("请至少输入连着的两个字", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_one_kind_is_shown_when_asked_for()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        await site.ReadMaterialAsync(clerk);
        Browser browser = site.SignedInAs(clerk);

        Assert.Contains("没有找到", (await browser.GetAsync("/search?q=蹲点&kind=Item")).Text, StringComparison.Ordinal);
        Assert.Single((await browser.GetAsync("/search?q=蹲点&kind=Material")).All(".tasks li"));
    }
}
