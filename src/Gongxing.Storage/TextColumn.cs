using System.Text;

namespace Gongxing.Storage;

/// <summary>Text that came from outside, as both databases keep it.</summary>
internal static class TextColumn
{
    private const char Replacement = '\uFFFD';

    /// <summary>The same text, as long as before, with U+FFFD for NUL and for half a surrogate pair.</summary>
    /// <remarks>PostgreSQL holds no NUL, and UTF-8 has no form for the other.</remarks>
    public static string Of(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', Replacement);
}
