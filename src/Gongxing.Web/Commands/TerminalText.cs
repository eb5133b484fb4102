namespace Gongxing.Web.Commands;

/// <summary>The words come from files that anybody may have made: nothing in them commands the terminal.</summary>
internal static class TerminalText
{
    /// <summary>One line, whatever stands in it; tabs stay.</summary>
    public static string Clean(string text) => string.Create(text.Length, text, static (clean, from) =>
    {
        for (int i = 0; i < clean.Length; i++)
        {
            clean[i] = char.IsControl(from[i]) && from[i] != '\t' ? ' ' : from[i];
        }
    });

    /// <summary>Says a sentence on standard error.</summary>
    public static void Complain(string sentence) => Console.Error.WriteLine(Clean(sentence));
}
