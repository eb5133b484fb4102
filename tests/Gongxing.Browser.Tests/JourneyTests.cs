using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Tests;
using Microsoft.Playwright;

namespace Gongxing.Browser.Tests;

/// <summary>From a Word file to an item struck off, by two people at their own screens, on both databases.</summary>
public class JourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Statement =
        """
        2023年度专题民主生活会个人对照检查材料
        按照会议安排，本人进行了自查，现报告如下。
        一、存在的主要问题
        （一）担当作为方面。一是抓落实不够坚决。分管的4个项目会后无人跟踪，安排布置多、具体落实少。二是碰硬的勇气不够。对历史遗留的2处占地久拖不决。
        二、产生问题的原因
        （一）担当精神弱化。遇到难题先想退路，抓落实满足于开会布置。
        三、整改措施
        （一）一抓到底抓落实。每周调度一次4个项目，6月底前全部开工，由项目办负责。
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_statement_goes_in_and_a_checked_deed_comes_out(bool onPostgres)
    {
        await using Site site = onPostgres ? await PostgresSite.StartAsync() : await Site.StartAsync();
        Office office = await site.OfficeAsync("云岭镇");
        Person clerk = await site.PersonAsync(Roles.Clerk | Roles.Owner, "经办甲", office.Id);
        Person verifier = await site.PersonAsync(Roles.Verifier, "核验人乙");
        await using Window doing = await OpenAsync(site, clerk), checking = await OpenAsync(site, verifier);

        await doing.GoAsync("/materials");
        await doing.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "对照检查材料.txt",
            MimeType = "text/plain",
            Buffer = System.Text.Encoding.UTF8.GetBytes(Statement),
        });
        await doing.PressAsync("上传并读取");
        await Assertions.Expect(doing.Page.Locator("table")).ToContainTextAsync("问题 2", new() { Timeout = 30_000 });
        await doing.LookAsync();
        await doing.Page.Locator("table a").First.ClickAsync();
        await doing.LookAsync();

        await doing.PressAsync("生成整改台账");
        await doing.LookAsync();
        await doing.PressAsync("下一步：核对数目");
        await Assertions.Expect(doing.Page.Locator("main")).ToContainTextAsync("将生成 2 个整改事项");
        await doing.LookAsync();
        await doing.PressAsync("确认生成 2 个事项");
        await doing.LookAsync();
        await doing.Page.GetByText("抓落实不够坚决").First.ClickAsync();
        string item = new Uri(doing.Page.Url).AbsolutePath;
        await doing.LookAsync();

        await doing.PressAsync("定措施和责任");
        await doing.Page.GetByLabel("责任人", new() { Exact = true }).SelectOptionAsync($"{clerk.Id.Value}");
        await doing.FillAsync("Plan.Due", "2099-06-30");
        await doing.FillAsync("Plan.Measures[0].Criteria", "每周调度一次有记录");
        await doing.LookAsync();
        await doing.PressAsync("定措施和责任");
        await doing.PressAsync("签收");
        await doing.PressAsync("签收");
        await doing.PressAsync("报完成");
        await doing.FillAsync("Note", "已调度12次");
        await doing.Page.GetByText("不上传，写明在哪里可以查到").ClickAsync();
        await doing.FillAsync("Evidence.ReferenceNumber", "云政办〔2024〕3号");
        await doing.LookAsync();
        await doing.PressAsync("报完成");
        Assert.Equal(0, await doing.Page.Locator("a.button", new() { HasTextString = "核验" }).CountAsync());

        await checking.GoAsync("/");
        await Assertions.Expect(checking.Page.Locator("h1")).ToContainTextAsync("今天有 1 件事等您办");
        await checking.LookAsync();
        await checking.GoAsync(item);
        await checking.PressAsync("核验");
        await checking.Page.GetByLabel("符合", new() { Exact = true }).CheckAsync();
        await checking.Page.GetByLabel("佐证 1").CheckAsync();
        await checking.LookAsync();
        await checking.PressAsync("核验通过");

        await doing.GoAsync(item);
        await doing.PressAsync("申请销号");
        await doing.FillAsync("Note", "已按标准完成");
        await doing.PressAsync("申请销号");

        await checking.GoAsync(item);
        await checking.PressAsync("销号");
        await checking.FillAsync("Note", "同意");
        await checking.LookAsync();
        await checking.PressAsync("同意销号");

        await Assertions.Expect(checking.Page.Locator("main")).ToContainTextAsync("已销号");
        await checking.LookAsync();
    }

    private async Task<Window> OpenAsync(Site site, Person person)
    {
        Window window = await chromium.OpenAsync(site.Address, new View(1366, "zh-CN", false));
        await window.SignInAsync(site.Address, await site.Get<SessionStore>().StartAsync(person, "Chromium, Linux"));
        return window;
    }
}
