using System.Text;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>The text of a statement as its clean paper (清样) has it, and where each place of the original went.</summary>
/// <remarks>
/// It is what a reader reads from the paper: the text of the original without blank lines, without white space around
/// paragraphs, and without the line ends that the width of a page put into plain text.
/// </remarks>
public sealed class CleanText
{
    private readonly List<(TextSpan From, int To)> _pieces = [];
    private readonly List<CleanLine> _lines = [];

    private CleanText(Document document)
    {
        var text = new StringBuilder(document.Text.Length);
        List<Paragraph> paragraphs =
            [.. document.Paragraphs.Where(paragraph => !paragraph.Span.In(document.Text).IsWhiteSpace())];
        LineWrap wrap = LineWrap.Of(document, paragraphs);
        for (int i = 0; i < paragraphs.Count;)
        {
            int start = text.Length;
            int first = i;
            do
            {
                TextSpan from = paragraphs[i].Span.Trim(document.Text);
                bool betweenWords =
                    i > first && char.IsAsciiLetter(text[^1]) && char.IsAsciiLetter(document.Text[from.Start]);
                text.Append(betweenWords ? " " : "");
                _pieces.Add((from, text.Length));
                text.Append(TextRuns.Writable(from.In(document.Text).ToString()));
            }
            while (++i < paragraphs.Count && wrap.RunsOn(paragraphs[first], paragraphs[i - 1], paragraphs[i]));

            TextSpan source = TextSpan.Cover(paragraphs[first].Span, paragraphs[i - 1].Span);
            _lines.Add(new CleanLine(paragraphs[first], source, text.ToString(start, text.Length - start)));
            text.Append('\n');
        }

        Text = text.ToString();
    }

    public string Text { get; }

    internal IReadOnlyList<CleanLine> Lines => _lines;

    public static CleanText Of(Document document) => new(document);

    /// <summary>Where the words of a span of the original stand in <see cref="Text"/>.</summary>
    public TextSpan Place(TextSpan span)
    {
        int start = Place(span.Start, isStart: true);
        return TextSpan.FromBounds(start, Math.Max(start, Place(span.End, isStart: false)));
    }

    // A place between two pieces goes to the start of the one after it or to the end of the one before it.
    private int Place(int position, bool isStart)
    {
        int i = LastAtOrBefore(position);
        if (i < 0)
        {
            return 0;
        }

        (TextSpan from, int to) = _pieces[i];
        return position < from.End || (position == from.End && !isStart) ? to + position - from.Start
            : isStart && i + 1 < _pieces.Count ? _pieces[i + 1].To
            : to + from.Length;
    }

    private int LastAtOrBefore(int position)
    {
        int low = 0;
        int high = _pieces.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _pieces[middle].From.Start <= position ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}

/// <summary>A paragraph of a clean paper.</summary>
/// <param name="Paragraph">The first of those of the original that it was made of.</param>
/// <param name="Source">What it was made of.</param>
internal sealed record CleanLine(Paragraph Paragraph, TextSpan Source, string Text);
