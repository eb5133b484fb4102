using Gongxing.Core.Statements;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>Tells the line ends of plain text that a fixed width made from those that its writer made.</summary>
internal sealed class LineWrap
{
    private const string Enders = "。；！？：;!?:”）)…";
    private const int Narrowest = 14;
    private const int Widest = 100;

    // A line ends short of the width by a mark that may not begin the next one, or by a number that is not broken.
    private const int Ragged = 3;

    private readonly string _text;
    private readonly int _width;

    private LineWrap(string text, int width) => (_text, _width) = (text, width);

    public static LineWrap Of(Document document, IReadOnlyList<Paragraph> paragraphs) => new(
        document.Text, document.Format == DocumentFormat.PlainText ? WidthOf(document.Text, paragraphs) : 0);

    /// <summary>True when <paramref name="next"/> goes on in the middle of what <paramref name="line"/> says.</summary>
    /// <param name="first">The line with which the paragraph began.</param>
    public bool RunsOn(Paragraph first, Paragraph line, Paragraph next)
    {
        ReadOnlySpan<char> text = Trimmed(line);
        ReadOnlySpan<char> after = next.Span.In(_text);
        if (_width == 0 || IsRow(text) || IsRow(after) || !IsFull(text) || Enders.Contains(text[^1])
            || char.IsWhiteSpace(after[0]) || HeadingMark.Of(after).Level > 0)
        {
            return false;
        }

        ReadOnlySpan<char> opening = Trimmed(first);
        bool isHeading = first == line && HeadingMark.Of(opening).Level > 0 && HeadingMark.MayBeHeading(opening)
            && (opening.EndsWith("方面") || opening.EndsWith("问题") || opening.EndsWith("不足") || opening.EndsWith("措施"));
        return !isHeading;
    }

    // Columns made with tabs or bars.
    private static bool IsRow(ReadOnlySpan<char> line) => line.ContainsAny('\t', '|', '│');

    // Some programs count a digit as a whole character.
    private bool IsFull(ReadOnlySpan<char> line) =>
        line[^1] is '，' or '、' || (line.Length >= _width - Ragged && EmWidth.Of(line) <= _width + 1);

    // The width at which most of the lines end that do not end a sentence; 0 for a text that was not wrapped.
    private static int WidthOf(string text, IReadOnlyList<Paragraph> lines)
    {
        int[] open = new int[Widest + 1];
        int all = 0;
        foreach (Paragraph line in lines)
        {
            ReadOnlySpan<char> words = line.Span.In(text).TrimEnd();
            double width = EmWidth.Of(words);
            if (width >= Narrowest && width <= Widest && !IsRow(words) && !Enders.Contains(words[^1])
                && HeadingMark.Of(words.Trim()) is not { IsWhole: true })
            {
                open[(int)Math.Ceiling(width)]++;
                all++;
            }
        }

        (int best, int most) = (0, 0);
        for (int width = Narrowest; width <= Widest; width++)
        {
            int near = open.AsSpan(Math.Max(0, width - Ragged), Math.Min(Ragged, width) + 1).ToArray().Sum();
            if (open[width] > 0 && near >= most)
            {
                (best, most) = (width, near);
            }
        }

        int longer = lines.Count(line => EmWidth.Of(line.Span.In(text)) > best + 1);
        return most >= 3 && most * 2 >= all && most * 5 >= lines.Count && longer * 10 <= lines.Count ? best : 0;
    }

    private ReadOnlySpan<char> Trimmed(Paragraph line) => line.Span.In(_text).Trim();
}
