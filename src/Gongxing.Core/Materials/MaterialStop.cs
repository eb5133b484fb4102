using System.Text;
using Gongxing.Core.Remarks;
using Gongxing.Core.Statements;

namespace Gongxing.Core.Materials;

/// <summary>Why a material was stopped (拦下): a secrecy mark or a personal number, and where it stands in the file.</summary>
/// <param name="What">居民身份证号.</param>
/// <param name="Words">Masked: enough to find the place by, never the number itself.</param>
public sealed record MaterialStop(LocalizedText What, DocumentPlace Place, string Words)
{
    /// <summary>So many digits are a date or a term, and no number of a person.</summary>
    private const int Harmless = 2;
    private const int ShownAtEnds = 2;
    private const int Long = 6;

    /// <summary>The words with their digits masked: of a long number all but two at each end. A mark (机密) stays as it is.</summary>
    public static string Mask(ReadOnlySpan<char> words)
    {
        int digits = 0;
        foreach (char c in words)
        {
            digits += char.IsDigit(c) ? 1 : 0;
        }

        int shown = digits > Long ? ShownAtEnds : 0;
        int seen = 0;
        var masked = new StringBuilder(words.Length);
        foreach (char c in words)
        {
            seen += char.IsDigit(c) ? 1 : 0;
            masked.Append(char.IsDigit(c) && digits > Harmless && seen > shown && seen <= digits - shown ? '*' : c);
        }

        return masked.ToString();
    }
}
