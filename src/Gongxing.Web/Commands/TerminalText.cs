namespace Gongxing.Web.Commands;

internal static class TerminalText
{
    /// <summary>The words come from files that anybody may have made: nothing in them commands the terminal.</summary>
    public static string Clean(string text) => string.Create(text.Length, text, static (clean, from) =>
    {
        for (int i = 0; i < clean.Length; i++)
        {
            clean[i] = char.IsControl(from[i]) ? ' ' : from[i];
        }
    });
}
