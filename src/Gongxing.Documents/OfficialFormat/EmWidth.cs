namespace Gongxing.Documents.OfficialFormat;

/// <summary>Widths as an office counts them: a Chinese character is one, a digit or Latin letter half.</summary>
internal static class EmWidth
{
    public static double Of(ReadOnlySpan<char> text)
    {
        double width = 0;
        foreach (char c in text)
        {
            width += Of(c);
        }

        return width;
    }

    // Half a pair of surrogates is half a character.
    public static double Of(char c) => c < '\x80' || char.IsSurrogate(c) ? 0.5 : c == '\u200B' ? 0 : 1;
}
