using System.Net;
using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Storage.Remarks;
using Gongxing.Web.Tests.Features.Materials;

namespace Gongxing.Web.Tests.Features.Remarks;

public class RulesTests
{
    private const string Blanks = "/rules/C18/blanks";

    [Fact]
    public async Task The_rules_are_listed_with_what_they_ask_and_each_shows_where_it_hits()
    {
        await using Site site = await Site.StartAsync();
        Browser browser = site.SignedInAs(await site.PersonAsync(Roles.Author));

        Page list = await browser.GetAsync("/rules");
        Page rule = await browser.GetAsync(Blanks);

        Assert.Contains("“……”这里是不是还有没填的内容？", list.Text, StringComparison.Ordinal);
        Assert.Contains("对XX镇的督导不够", rule.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/rules/C99")).Status);
    }

    [Fact]
    public async Task A_rule_silenced_for_oneself_is_not_asked_of_oneself_and_is_listed_with_the_reason()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Person colleague = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);
        Browser browser = site.SignedInAs(clerk);
        string url = $"/materials/{material.Id}/review";

        Page unreasoned = await browser.PressAsync(Blanks, "确定只对您自己");
        Assert.Contains("请写明理由", Assert.Single(unreasoned.Errors), StringComparison.Ordinal);
        await browser.PressAsync(Blanks, "确定只对您自己", ("Reason", "模板里就有"));

        Page mine = await browser.GetAsync(url);
        Assert.DoesNotContain("C18", mine.All(".question .rule"));
        Assert.Contains("模板里就有", mine.Document.QuerySelector("#silences")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("C18", (await site.SignedInAs(colleague).GetAsync(url)).All(".question .rule"));

        await browser.PressAsync(Blanks, "恢复只对您自己");
        Assert.Contains("C18", (await browser.GetAsync(url)).All(".question .rule"));
    }

    [Fact]
    public async Task The_list_of_materials_counts_for_each_person_what_that_person_is_asked()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Person colleague = await site.PersonAsync(Roles.Clerk);
        Material material = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);
        await site.SignedInAs(clerk).PressAsync(Blanks, "确定只对您自己", ("Reason", "模板里就有"));
        await site.ReviewAllAsync(clerk);

        (int mine, string counted) = await CountsAsync(site.SignedInAs(clerk), material);
        (int theirs, string countedForThem) = await CountsAsync(site.SignedInAs(colleague), material);

        Assert.Equal(mine + 1, theirs);
        Assert.StartsWith($"{mine} 处要问", counted, StringComparison.Ordinal);
        Assert.StartsWith($"{theirs} 处要问", countedForThem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_lowered_for_everybody_weighs_less_for_everybody()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk);
        Person head = await site.PersonAsync(Roles.Head, "领导甲");
        Material material = await site.ReadMaterialAsync(clerk, ReviewSite.WithBlank);

        await site.SignedInAs(head).PressAsync(Blanks, "确定对全单位", ("Level", "Info"), ("Reason", "先放一放"));

        Page page = await site.SignedInAs(clerk).GetAsync($"/materials/{material.Id}/review");
        (string number, _) = ReviewSite.Blank(page);
        Assert.Contains("info", page.Document.QuerySelector($"#q{number}")!.ClassList);
        Assert.Contains("领导甲", page.Document.QuerySelector("#silences")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Clerk, true, HttpStatusCode.Redirect)]
    [InlineData(Roles.Head, true, HttpStatusCode.Redirect)]
    [InlineData(Roles.Clerk, false, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Head, false, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Author, true, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Verifier, true, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Owner, true, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Administrator, true, HttpStatusCode.Forbidden)]
    public async Task Rules_are_set_for_everybody_by_the_topmost_office(Roles role, bool isTop, HttpStatusCode expected)
    {
        await using Site site = await Site.StartAsync();
        Office town = await site.OfficeAsync("云岭镇");
        Person person = role == Roles.Administrator
            ? await site.AdministratorAsync()
            : await site.PersonAsync(role, office: isTop ? null : town.Id);
        Browser browser = site.SignedInAs(person);
        Page page = await browser.GetAsync("/account");

        Page sent = await browser.PostAsync(
            Blanks, ("Everybody", "true"), ("Act", "Silence"), ("Reason", "不适用"), ("__RequestVerificationToken", page.Token));

        Assert.Equal(expected, sent.Status);
        Assert.Equal(
            expected == HttpStatusCode.Redirect ? 1 : 0,
            (await site.Get<RuleStore>().SettingsAsync(person.Organisation, null)).Count);
    }

    [Fact]
    public async Task A_text_that_gives_itself_out_for_another_office_is_asked_about_and_not_for_one_of_its_own()
    {
        await using Site site = await Site.StartAsync();
        Office own = await site.OfficeAsync("柳河乡人民政府");
        Office other = await site.OfficeAsync("石桥镇人民政府");
        Person clerk = await site.PersonAsync(Roles.Clerk, "经办甲", own.Id);
        Person above = await site.PersonAsync(Roles.Clerk, "经办乙");
        string text = MaterialSite.Statement.Replace("全年只到村里", "作为石桥镇的书记，全年只到村里", StringComparison.Ordinal);

        async Task<bool> IsAskedAsync(Person person, Material material) =>
            (await site.SignedInAs(person).GetAsync($"/materials/{material.Id}/review")).All(".question .rule").Contains("C18");

        Material material = await site.ReadMaterialAsync(clerk, text);
        Assert.True(await IsAskedAsync(clerk, material));
        Assert.False(await IsAskedAsync(above, await site.ReadMaterialAsync(above, $"{text}\n以上请审阅。")));

        // A new name of an office is known at once.
        await site.Get<PeopleStore>().ChangeOfficeAsync(other with { Name = "白鹭镇人民政府" }, (await site.AdministratorAsync()).Id);
        Assert.False(await IsAskedAsync(clerk, material));
    }

    /// <summary>How many questions the review asks of this person, and what the list says.</summary>
    private static async Task<(int Asked, string Counted)> CountsAsync(Browser browser, Material material) => (
        (await browser.GetAsync($"/materials/{material.Id}/review?all=true")).All(".question").Length,
        Assert.Single((await browser.GetAsync("/materials")).All("tbody td[data-label=审阅]")));
}
