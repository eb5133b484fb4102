using System.Text;

namespace Gongxing.Core.Ledger;

/// <summary>Free text as every database keeps it unchanged.</summary>
public static class StoredText
{
    /// <summary>
    /// No control character but line ends and tabs, U+FFFD for half a surrogate, no white space around it.
    /// </summary>
    /// <remarks>PostgreSQL refuses U+0000, and a lone surrogate comes back from UTF-8 as another character.</remarks>
    public static string Of(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t')
            {
                kept.Append(rune);
            }
        }

        return kept.ToString().Trim();
    }
}
