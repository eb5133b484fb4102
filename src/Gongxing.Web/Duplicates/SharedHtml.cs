using Gongxing.Text;
using Gongxing.Text.Similarity;
using Microsoft.AspNetCore.Html;

namespace Gongxing.Web.Duplicates;

/// <summary>Passages as pages show them: what is equal marked, what was changed standing out.</summary>
internal static class SharedHtml
{
    public static IHtmlContent A(string text, Passage passage) => Written(to => PassageHtml.WriteA(to, text, passage));

    /// <param name="isAlone">Whether not a word is shown of what stands around it.</param>
    public static IHtmlContent B(string text, Passage passage, bool isAlone) =>
        Written(to => PassageHtml.WriteB(to, text, passage, isAlone));

    /// <summary>A whole text in paragraphs, each passage with its number, which leads to the same one in the other text.</summary>
    /// <param name="isA">Which side of the passages the text is.</param>
    /// <param name="toOther">What a number is called for those who hear the page.</param>
    public static IHtmlContent Whole(string text, IReadOnlyList<NumberedPassage> passages, bool isA, Func<int, string> toOther) =>
        Written(to =>
        {
            (char here, char there) = isA ? ('a', 'b') : ('b', 'a');
            Side[] sides = [.. passages.Select(one => Side.Of(one, isA)).OrderBy(side => side.Span.Start)];
            int next = 0;
            int start = 0;
            while (start < text.Length)
            {
                int newline = text.IndexOf('\n', start);
                int end = newline < 0 ? text.Length : newline;
                TextSpan line = TextSpan.FromBounds(start, end);
                start = end + 1;
                if (line.In(text).IsWhiteSpace())
                {
                    continue;
                }

                to.Write("<p>");
                Side[] touching = [.. sides.Where(side => side.Span.Overlaps(line))];
                foreach (TextSpan piece in Pieces(line, touching))
                {
                    while (next < sides.Length && sides[next].Span.Start <= piece.Start)
                    {
                        int number = sides[next++].Number;
                        to.Write($"<a class=\"numeral\" id=\"{here}{number}\" href=\"#{there}{number}\""
                            + $" aria-label=\"{PassageHtml.Encoded(toOther(number))}\">{number}</a>");
                    }

                    Write(to, text, piece, touching);
                }

                to.Write("</p>\n");
            }
        });

    private static void Write(TextWriter to, string text, TextSpan piece, Side[] touching)
    {
        string words = PassageHtml.Encoded(piece.In(text).ToString());
        Side[] around = [.. touching.Where(side => side.Span.Contains(piece.Start))];
        bool isEqual = around.Any(side => side.Equal.Any(span => span.Contains(piece.Start)));
        to.Write(isEqual ? $"<mark>{words}</mark>" : around.Length > 0 ? $"<span class=\"passage\">{words}</span>" : words);
    }

    // Cut where a passage or a stretch that is equal begins or ends.
    private static IEnumerable<TextSpan> Pieces(TextSpan line, Side[] touching)
    {
        var borders = new SortedSet<int> { line.Start, line.End };
        foreach (TextSpan span in touching.SelectMany(side => side.Equal.Append(side.Span)))
        {
            borders.UnionWith(new[] { span.Start, span.End }.Where(line.Contains));
        }

        return borders.Zip(borders.Skip(1), TextSpan.FromBounds);
    }

    private static HtmlString Written(Action<TextWriter> write)
    {
        using var to = new StringWriter();
        write(to);
        return new HtmlString(to.ToString());
    }

    private readonly record struct Side(int Number, TextSpan Span, TextSpan[] Equal)
    {
        public static Side Of(NumberedPassage one, bool isA) => isA
            ? new(one.Number, one.Passage.A, [.. one.Passage.Blocks.Select(block => block.A)])
            : new(one.Number, one.Passage.B, [.. one.Passage.Blocks.Select(block => block.B)]);
    }
}
