using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gongxing.Text;
using Gongxing.Text.Similarity;

namespace Gongxing.Web.Duplicates;

/// <summary>Writes one side of a passage: what is equal in both texts marked, with a little of what stands around it, or alone.</summary>
internal static class PassageHtml
{
    private const int Around = 24;

    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encoded(string text) => s_encoder.Encode(text);

    public static void WriteA(TextWriter to, string text, Passage passage) =>
        Write(to, text, passage.A, passage.Blocks.Select(block => block.A), Around);

    /// <param name="isAlone">Whether not a word is written of what stands around it.</param>
    public static void WriteB(TextWriter to, string text, Passage passage, bool isAlone = false) =>
        Write(to, text, passage.B, passage.Blocks.Select(block => block.B).OrderBy(span => span.Start), isAlone ? 0 : Around);

    private static void Write(TextWriter to, string text, TextSpan passage, IEnumerable<TextSpan> equal, int around)
    {
        int from = Math.Max(0, passage.Start - around);
        int end = Math.Min(text.Length, passage.End + around);
        to.Write(from > 0 ? "…" : "");
        int at = Whole(text, from);
        Plain(passage.Start);
        to.Write("<span class=\"passage\">");
        foreach (TextSpan span in equal)
        {
            Plain(span.Start);
            to.Write($"<mark>{Lines(text[span.Start..span.End])}</mark>");
            at = Math.Max(at, span.End);
        }

        Plain(passage.End);
        to.Write("</span>");
        Plain(Whole(text, end));
        to.Write(end < text.Length ? "…" : "");

        void Plain(int until)
        {
            if (until > at)
            {
                to.Write(Lines(text[at..until]));
                at = until;
            }
        }
    }

    // Never half of a character beyond the basic plane.
    private static int Whole(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at + 1 : at;

    private static string Lines(string text) => Encoded(text).Replace("&#xA;", "<br>", StringComparison.Ordinal);
}
