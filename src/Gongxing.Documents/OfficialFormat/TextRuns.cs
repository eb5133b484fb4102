using System.Buffers;
using System.Xml.Linq;
using static Gongxing.Documents.OfficialFormat.Word;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>Cuts a line into runs: Chinese apart from digits and Latin, the lead apart from what follows.</summary>
internal static class TextRuns
{
    // For what XML or our reader cannot hold: every place stays where it was.
    private const char NoWidth = '\u200B';

    private static readonly SearchValues<char> s_unwritable = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (char)c).Where(c => c != '\t'),
            '\x7F', '\x85', '\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF',
            .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    public static IEnumerable<XElement> Of(string text, int lead, string? leadStyle)
    {
        text = Writable(text);
        for (int start = 0; start < text.Length;)
        {
            bool inLead = start < lead;
            int end = EndOf(text, start, inLead ? lead : text.Length);
            yield return Run(text[start..end], IsLatin(text[start]), inLead ? leadStyle : null);
            start = end;
        }
    }

    private static int EndOf(string text, int start, int limit)
    {
        bool latin = IsLatin(text[start]);
        int end = start + 1;

        // A space goes with what stands before it.
        while (end < limit && (text[end] == ' ' || IsLatin(text[end]) == latin))
        {
            end++;
        }

        return end;
    }

    private static bool IsLatin(char c) => c is > ' ' and < '\x7F';

    // Quotation marks, dashes and dots are half width in Word unless the run says that they are Chinese.
    private static XElement Run(string text, bool latin, string? style)
    {
        XElement run = El("r");
        if (style is not null || !latin)
        {
            run.Add(El("rPr",
                style is null ? null : Val("rStyle", style),
                latin ? null : El("rFonts", At("hint", "eastAsia"))));
        }

        string[] pieces = text.Split('\t');
        for (int i = 0; i < pieces.Length; i++)
        {
            run.Add(i > 0 ? El("tab") : null, pieces[i].Length > 0 ? Text(pieces[i]) : null);
        }

        return run;
    }

    private static XElement Text(string text) => El("t",
        char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])
            ? new XAttribute(XNamespace.Xml + "space", "preserve")
            : null,
        text);

    /// <summary>Of the same length, with nothing in it that would be lost on the way.</summary>
    public static string Writable(string text)
    {
        if (text.AsSpan().IndexOfAny(s_unwritable) < 0)
        {
            return text;
        }

        return string.Create(text.Length, text, (written, from) =>
        {
            for (int i = 0; i < from.Length; i++)
            {
                char c = from[i];
                bool pair = char.IsHighSurrogate(c) && i + 1 < from.Length && char.IsLowSurrogate(from[i + 1]);
                if (pair)
                {
                    (written[i], written[i + 1]) = (c, from[++i]);
                }
                else
                {
                    written[i] = char.IsSurrogate(c) ? '\uFFFD' : s_unwritable.Contains(c) ? NoWidth : c;
                }
            }
        });
    }
}
