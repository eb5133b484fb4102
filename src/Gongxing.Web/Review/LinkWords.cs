using System.Globalization;
using Gongxing.Core.Statements;

namespace Gongxing.Web.Review;

/// <summary>Why two elements belong together, in words.</summary>
internal static class LinkWords
{
    private static readonly CultureInfo s_chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>In the language of the person; empty for a link that a person made.</summary>
    public static string Of(LinkReason? reason) => In(CultureInfo.CurrentUICulture, reason);

    /// <summary>In Chinese whoever asks: what programs read does not change with the language of a person.</summary>
    public static string ForPrograms(LinkReason? reason) => In(s_chinese, reason);

    /// <summary>A theme of the engine's list, which calls them in Chinese.</summary>
    public static string Theme(string name) => ReviewTexts.Get($"Theme.{name}");

    private static string In(CultureInfo language, LinkReason? reason)
    {
        if (reason is null)
        {
            return "";
        }

        string Text(string name, params ReadOnlySpan<object?> values) => ReviewTexts.GetIn(language, $"Link.{name}", values);
        string words = string.Join(Text("And"), reason.Words.Select(word => Text("Word", word)));
        string theme = reason.Theme is { } name ? ReviewTexts.GetIn(language, $"Theme.{name}") : "";
        string ground = reason.Ground switch
        {
            LinkGround.Named => Text("Named", words),
            LinkGround.Shared when theme.Length == 0 => Text("Words", words),
            LinkGround.Shared when words.Length == 0 => Text("Theme", theme),
            LinkGround.Shared => Text("ThemeAndWords", theme, words),
            var other => Text($"{other}"),
        };
        return reason is { Place: { } place, Among: { } among } ? Text("Counted", among, place, ground) : ground;
    }
}
