using System.Runtime.CompilerServices;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Demo;
using Gongxing.Web.EvidenceReuse;
using Microsoft.Extensions.DependencyInjection;

namespace Gongxing.Web.Tests.Demo;

public class DemoDataTests
{
    [Fact]
    public async Task The_example_has_a_problem_that_was_closed_and_said_again_and_the_same_evidence_for_it()
    {
        await using Site site = await Site.StartAsync();
        OrganisationId organisation = await FillAsync(site);
        Person verifier = (await site.Get<PeopleStore>().PeopleAsync(organisation)).Single(person => person.SignInName == "verifier");
        Browser browser = site.SignedInAs(verifier);

        Page earlier = await browser.GetAsync(
            $"{Link(await browser.GetAsync("/materials"), "2023年度主题教育专题民主生活会个人对照检查材料")}/relapses");

        Assert.Contains("2022 年说过，2023年11月20日已销号，2023 年又说了。还是同一个问题吗？", earlier.Text, StringComparison.Ordinal);
        Assert.NotNull(earlier.Document.QuerySelector("article dd a[href*='/evidence/']"));

        await site.Get<EvidenceReader>().ReadAsync(organisation, default);
        string item = Link(await browser.GetAsync("/"), "联系群众不够紧密");
        Page verification = await browser.GetAsync($"{item}/measures/1/verification");
        Assert.Contains("的佐证 1 有 1 段文字相同", verification.Text, StringComparison.Ordinal);
    }

    private static async Task<OrganisationId> FillAsync(Site site, [CallerFilePath] string here = "")
    {
        string samples = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "samples");
        await using AsyncServiceScope scope = site.Get<IServiceScopeFactory>().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoData>()
            .EnsureAsync(samples, Path.Combine(site.Data, "demo-password"), TestContext.Current.CancellationToken);
        return (await site.Get<PeopleStore>().OrganisationAsync())!.Id;
    }

    private static string Link(Page page, string words) => page.Document.QuerySelectorAll("main a")
        .First(link => link.TextContent.Trim() == words).GetAttribute("href")!;
}
