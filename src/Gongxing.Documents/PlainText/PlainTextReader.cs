using System.Text;
using Gongxing.Core.Statements;

namespace Gongxing.Documents.PlainText;

/// <summary>A text file as it is: every line end becomes <c>\n</c>, and nothing else moves. Lines are not joined.</summary>
internal static class PlainTextReader
{
    public static Document Read(DecodedText decoded, ReadLimits limits)
    {
        var notices = new List<string>();
        string text = WithPlainLineEnds(decoded.Text, limits.TextLength, out int dropped, out bool isCut);
        if (decoded.Broken > 0)
        {
            notices.Add($"有 {decoded.Broken} 处字节无法解码，已用“\uFFFD”代替。");
        }

        if (dropped > 0)
        {
            notices.Add($"删去了 {dropped} 个控制字符。");
        }

        if (isCut)
        {
            notices.Add(DocumentBuilder.CutNotice);
        }

        return Document.FromText(text) with { Encoding = decoded.Encoding, Notices = notices };
    }

    private static string WithPlainLineEnds(string text, int limit, out int dropped, out bool isCut)
    {
        var plain = new StringBuilder(Math.Min(text.Length, limit));
        dropped = 0;
        int i = 0;
        for (; i < text.Length && plain.Length < limit; i++)
        {
            char c = text[i];
            if (c is '\r' or '\n' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029')
            {
                i += c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                plain.Append('\n');
            }
            else if (char.IsControl(c) && c != '\t')
            {
                dropped++;
            }
            else
            {
                plain.Append(c);
            }
        }

        isCut = i < text.Length;
        return plain.ToString();
    }
}
