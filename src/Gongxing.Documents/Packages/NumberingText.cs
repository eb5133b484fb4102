using System.Globalization;

namespace Gongxing.Documents.Packages;

/// <summary>Joins a number and the text after it the way it would be typed.</summary>
internal static class NumberingText
{
    /// <summary>
    /// Adds a space for the tab or space of the list, but not after a mark that carries its own: 一、（一） ①.
    /// </summary>
    public static string Separate(string number, bool separated) =>
        number.Length == 0 || !separated || CarriesItsSpace(number[^1]) ? number : number + " ";

    private static bool CarriesItsSpace(char c) => c is >= '\u3000' and <= '\u303F' or >= '\uFF01' and <= '\uFF60'
        or >= '\u2460' and <= '\u24FF' or >= '\u3220' and <= '\u32FF'
        || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;
}
