using Microsoft.Playwright;

namespace Gongxing.Browser.Tests;

/// <summary>How somebody works the pages of a window: with a pointer, or with nothing but keys.</summary>
/// <param name="byKeys">What is wanted is gone to by Tab, and everything on the way has to show that it has the focus.</param>
internal sealed class Hand(Window window, bool byKeys)
{
    private const int LongestWay = 150;

    // Something else may lie over it; what is clipped or out of sight has no place in the window.
    private const string HasVisibleFocus =
        """
        () => {
          const focused = document.activeElement;
          if (focused === document.body) return "";
          const style = getComputedStyle(focused);
          const place = focused.getBoundingClientRect();
          const isDrawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
          const isInside = place.width > 0 && place.height > 0 && place.right > 0 && place.bottom > 0
            && place.left < innerWidth && place.top < innerHeight;
          return isDrawn && isInside ? "" : focused.outerHTML.slice(0, 200);
        }
        """;

    public Window Window => window;

    public bool IsByKeys => byKeys;

    private IKeyboard Keyboard => window.Page.Keyboard;

    public Task GoAsync(string url) => window.GoAsync(url);

    /// <summary>Follows a link or presses a button that leads to another page.</summary>
    public async Task PressAsync(string selector)
    {
        // Asked of the page itself: what Playwright was told of a navigation may come before anybody waits for it.
        string before = await window.Page.EvaluateAsync<string>("location.href");
        if (byKeys)
        {
            await TabToAsync(selector);
            await Keyboard.PressAsync("Enter");
        }
        else
        {
            await window.Page.Locator(selector).First.ClickAsync();
        }

        await window.Page.WaitForFunctionAsync(
            "before => location.href !== before && document.readyState === 'complete'", before);
    }

    /// <summary>Sends the form of the page.</summary>
    public Task SendAsync() => PressAsync("main form .button.main");

    public Task FillAsync(string name, string value) =>
        byKeys ? TypeAsync($"main [name='{name}']", value) : window.FillAsync(name, value);

    /// <summary>Into a field for a date: its parts stand in the order of the browser's own language, and the year comes last here.</summary>
    public async Task FillAsync(string name, DateOnly value)
    {
        if (!byKeys)
        {
            await window.FillAsync(name, $"{value:yyyy-MM-dd}");
            return;
        }

        await TypeAsync($"main [name='{name}']", $"{value:MMddyyyy}");
        Assert.Equal($"{value:yyyy-MM-dd}", await window.Page.Locator($"main [name='{name}']").InputValueAsync());
    }

    public async Task ChooseAsync(string name, string value)
    {
        ILocator list = window.Page.Locator($"main select[name='{name}']");
        if (!byKeys)
        {
            await list.SelectOptionAsync(value);
            return;
        }

        await TabToAsync($"main select[name='{name}']");
        for (int i = 0; i < LongestWay && await list.InputValueAsync() != value; i++)
        {
            await Keyboard.PressAsync("ArrowDown");
        }

        Assert.Equal(value, await list.InputValueAsync());
    }

    /// <summary>A check box, a radio button, or something that unfolds.</summary>
    public async Task TickAsync(string selector)
    {
        if (byKeys)
        {
            await TabToAsync(selector);
            await Keyboard.PressAsync("Space");
        }
        else
        {
            await window.Page.Locator(selector).First.ClickAsync();
        }
    }

    /// <summary>Over the links of the head to what the page is about: the first stop of every page.</summary>
    public async Task SkipAsync()
    {
        await Keyboard.PressAsync("Tab");
        Assert.True(await window.Page.Locator("a.skip:focus").CountAsync() == 1, $"{window.Page.Url} does not begin with a way to its main part.");
        Assert.Equal("", await window.Page.EvaluateAsync<string>(HasVisibleFocus));
        await Keyboard.PressAsync("Enter");
        Assert.Equal("main", await window.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    private async Task TypeAsync(string selector, string value)
    {
        await TabToAsync(selector);
        await Keyboard.TypeAsync(value);
    }

    private async Task TabToAsync(string selector)
    {
        for (int i = 0; i < LongestWay; i++)
        {
            await Keyboard.PressAsync("Tab");
            string hidden = await window.Page.EvaluateAsync<string>(HasVisibleFocus);
            Assert.True(hidden.Length == 0, $"{window.Page.Url} does not show the focus on {hidden}");
            if (await window.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"Nobody comes to {selector} by Tab at {window.Page.Url}");
    }
}
