using System.Security.Cryptography;
using System.Text;
using Gongxing.Text;

namespace Gongxing.Core.Remarks;

/// <summary>Tells the same remark in two drafts: by its rule and the words asked about, not by where they stand.</summary>
public static class RemarkFingerprint
{
    /// <summary>Words far into a long passage are edited without answering the question.</summary>
    private const int ReadUpTo = 60;
    private const int Bytes = 16;

    /// <param name="words">What the remark quotes: the title of an element, the words of the span, the name of what is missing.</param>
    /// <param name="occurrence">From 0: which of several equal ones in the order of the text.</param>
    /// <returns>32 hexadecimal digits.</returns>
    public static string Of(string rule, string check, ReadOnlySpan<char> words, int occurrence)
    {
        var key = new StringBuilder(rule).Append('\n').Append(check).Append('\n').Append(occurrence).Append('\n');
        int start = key.Length;
        foreach (char c in NormalizedText.Fold(words, NormalizationOptions.JoinLines | NormalizationOptions.DropQuotes))
        {
            if (key.Length - start < ReadUpTo && (char.IsLetterOrDigit(c) || char.IsSurrogate(c)))
            {
                key.Append(c);
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())).AsSpan(0, Bytes));
    }
}
