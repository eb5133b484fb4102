using System.Globalization;
using System.Text;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Features.Ledger;
using Gongxing.Web.Tests;
using Microsoft.Extensions.Localization;
using Microsoft.Playwright;

namespace Gongxing.Browser.Tests;

/// <summary>An item from the finding to the striking-off: on a telephone, in both languages, and without a mouse.</summary>
public class LedgerJourneyTests(Chromium chromium, LedgerJourneyTests.Pair pair)
    : IClassFixture<Chromium>, IClassFixture<LedgerJourneyTests.Pair>
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task On_a_telephone_every_page_of_the_way_fits_and_can_be_read_by_everybody(string language)
    {
        var view = new View(390, language, false);
        await using Window doing = await OpenAsync(pair.Doing, view), checking = await OpenAsync(pair.Checking, view);

        await WalkAsync(new Hand(doing, byKeys: false), new Hand(checking, byKeys: false), language, async window =>
        {
            await window.LookAsync();
            Assert.Equal("", language == "en" ? await window.ChineseAsync("某某街道", "管理员甲", "科员") : "");
        });
    }

    [Fact]
    public async Task With_keys_alone_the_whole_way_is_gone_and_the_focus_is_always_seen()
    {
        var view = new View(1366, "zh-CN", false);
        await using Window doing = await OpenAsync(pair.Doing, view), checking = await OpenAsync(pair.Checking, view);

        await WalkAsync(new Hand(doing, byKeys: true), new Hand(checking, byKeys: true), "zh-CN", async window =>
        {
            // Without the place in the page that the last way to its main part led to.
            await window.GoAsync(window.Page.Url.Split('#')[0]);
            await new Hand(window, byKeys: true).SkipAsync();
        });
    }

    private async Task WalkAsync(Hand doing, Hand checking, string language, Func<Window, Task> look)
    {
        await doing.GoAsync("/ledger");
        await look(doing.Window);
        await doing.PressAsync("a[href='/ledger/new']");
        await look(doing.Window);
        await doing.FillAsync("FindingTitle", "Few visits");
        await doing.FillAsync("Text", "Three visits in a year.");
        await doing.ChooseAsync("Office", $"{pair.Doing.Office.Value}");
        await doing.SendAsync();
        await look(doing.Window);
        string item = new Uri(doing.Window.Page.Url).AbsolutePath;

        await doing.PressAsync("main a[href$='/confirmation']");
        await look(doing.Window);
        await doing.FillAsync("Note", "It is so.");
        await doing.SendAsync();
        await doing.PressAsync("main a[href$='/plan']");
        await look(doing.Window);
        await doing.FillAsync("Plan.Due", new DateOnly(2099, 6, 30));
        await doing.ChooseAsync("Plan.Owner", $"{pair.Doing.Id.Value}");
        await doing.FillAsync("Plan.Measures[0].Text", "One visit a month.");
        await doing.FillAsync("Plan.Measures[0].Criteria", "Twelve records of visits.");
        await doing.SendAsync();
        await doing.PressAsync("main a[href$='/acceptance']");
        await look(doing.Window);
        await doing.SendAsync();
        await look(doing.Window);

        await doing.PressAsync("main a[href$='/measures/1/report']");
        await look(doing.Window);
        await doing.FillAsync("Note", "Twelve visits were made.");
        await HandInAsync(doing);
        await doing.SendAsync();
        await look(doing.Window);

        await checking.GoAsync("/");
        await look(checking.Window);
        await checking.PressAsync($"main a[href^='{item}']");
        if (!checking.Window.Page.Url.EndsWith("/verification", StringComparison.Ordinal))
        {
            await checking.PressAsync("main a[href$='/measures/1/verification']");
        }

        await look(checking.Window);
        await checking.TickAsync("[name='Checks[0].Result'][value=Met], [name='Checks[0].Result']:checked");
        await checking.TickAsync("[name='Checks[0].Evidence'][value='1']");
        await checking.FillAsync("Note", "Seen.");
        await checking.SendAsync();
        await look(checking.Window);

        await doing.GoAsync(item);
        await doing.PressAsync("main a[href$='/closure-request']");
        await look(doing.Window);
        await doing.FillAsync("Note", "All is done.");
        await doing.SendAsync();

        await checking.GoAsync(item);
        await checking.PressAsync("main a[href$='/closure']");
        await look(checking.Window);
        await checking.FillAsync("Note", "Agreed.");
        await checking.SendAsync();
        await look(checking.Window);
        await Assertions.Expect(checking.Window.Page.Locator(".head .tag").First)
            .ToHaveTextAsync(pair.Text(language, "State.Closed"));
    }

    // Files are chosen in a window of the system, which has keys of its own: with keys, the other way is taken.
    private static async Task HandInAsync(Hand doing)
    {
        if (doing.IsByKeys)
        {
            await doing.TickAsync("main details > summary");
            await doing.FillAsync("Evidence.ReferenceNumber", "Office 2024/3");
        }
        else
        {
            await doing.Window.Page.Locator("[name='Evidence.Files']").SetInputFilesAsync(new FilePayload
            {
                Name = "visits.txt",
                MimeType = "text/plain",
                Buffer = Encoding.UTF8.GetBytes("Twelve visits, with dates."),
            });
        }
    }

    private async Task<Window> OpenAsync(Person person, View view)
    {
        Window window = await chromium.OpenAsync(pair.Site.Address, view);
        await window.SignInAsync(pair.Site.Address, await pair.Site.Get<SessionStore>().StartAsync(person, "Chromium, Linux"));
        return window;
    }

    /// <summary>A site with one who does and one who checks. What is Chinese there is the organisation, its administrator and the posts.</summary>
    public sealed class Pair : IAsyncLifetime
    {
        public Site Site { get; private set; } = null!;

        public Person Doing { get; private set; } = null!;

        public Person Checking { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Site = await Site.StartAsync();
            Office office = await Site.OfficeAsync("Harbour office");
            Doing = await Site.PersonAsync(Roles.Clerk | Roles.Owner, "A. Clerk", office.Id);
            Checking = await Site.PersonAsync(Roles.Verifier, "B. Verifier");
        }

        public string Text(string language, string key)
        {
            CultureInfo.CurrentUICulture = new CultureInfo(language);
            return Site.Get<IStringLocalizer<LedgerTexts>>()[key];
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
