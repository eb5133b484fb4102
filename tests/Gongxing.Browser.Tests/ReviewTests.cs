using Gongxing.Core.Materials;
using Gongxing.Core.People;
using Gongxing.Storage.People;
using Gongxing.Web.Tests;
using Gongxing.Web.Tests.Features.Materials;
using Gongxing.Web.Tests.Features.Remarks;

namespace Gongxing.Browser.Tests;

public class ReviewTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_question_is_found_by_keyboard_and_decided_where_it_stands()
    {
        await using Site site = await Site.StartAsync();
        Person clerk = await site.PersonAsync(Roles.Clerk, "经办人甲");
        Material material = await site.ReadMaterialAsync(
            clerk, ReviewSite.WithBlank.Replace("每季度到村里", "每季度到××村", StringComparison.Ordinal));
        await using Window window = await chromium.OpenAsync(site.Address, new View(1366, "zh-CN", false));
        await window.SignInAsync(site.Address, await site.Get<SessionStore>().StartAsync(clerk, "Chromium, Linux"));
        await window.GoAsync($"/materials/{material.Id}/review");
        string[] marks = await window.Page.EvaluateAsync<string[]>("Array.from(document.querySelectorAll('.asked a[id^=m]'), mark => mark.id)");
        Assert.True(marks.Length >= 2);

        await window.Page.Locator($"#{marks[0]}").FocusAsync();
        await window.Page.Keyboard.PressAsync("j");
        Assert.Equal(marks[1], await window.Page.EvaluateAsync<string>("document.activeElement.id"));
        await window.Page.Keyboard.PressAsync("k");
        Assert.Equal(marks[0], await window.Page.EvaluateAsync<string>("document.activeElement.id"));

        // A question that is folded away is unfolded by its number in the text.
        string number = marks[^1][1..];
        await window.Page.EvaluateAsync("document.querySelectorAll('aside details').forEach(fold => fold.open = false)");
        await window.Page.Locator($"#m{number}").ClickAsync();
        Assert.True(await window.Page.Locator($"#q{number} h3").IsVisibleAsync());

        await window.Page.Locator($"#q{number} button[value=Adopt]").ClickAsync();
        Assert.EndsWith($"#q{number}", window.Page.Url, StringComparison.Ordinal);
        Assert.Contains("采纳", await window.Page.Locator($"#q{number} .decided").InnerTextAsync(), StringComparison.Ordinal);
        await window.LookAsync();
    }
}
