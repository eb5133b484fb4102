namespace Gongxing.Documents;

/// <summary>Which characters take a whole square and are set without spaces between them.</summary>
internal static class Script
{
    /// <summary>Han characters, their punctuation and full-width forms; quotation marks and dashes count as Chinese.</summary>
    public static bool IsWide(char c) => c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFE30' and <= '\uFE4F') or (>= '\uFF00' and <= '\uFFEF') or (>= '\u2460' and <= '\u24FF')
        or '“' or '”' or '‘' or '’' or '—' or '…' or '·' || char.IsSurrogate(c);
}
