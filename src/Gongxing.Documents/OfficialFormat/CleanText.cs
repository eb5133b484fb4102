using System.Text;
using Gongxing.Core.Statements;
using Gongxing.Text;

namespace Gongxing.Documents.OfficialFormat;

/// <summary>The text of a statement as its clean paper has it: what <see cref="DocumentReader"/> reads from that, and where each place went.</summary>
public sealed class CleanText
{
    private readonly List<(TextSpan From, int To)> _lines = [];

    private CleanText(Document document)
    {
        var text = new StringBuilder(document.Text.Length);
        foreach (Paragraph paragraph in document.Paragraphs)
        {
            TextSpan from = paragraph.Span.Trim(document.Text);
            if (!from.IsEmpty)
            {
                _lines.Add((from, text.Length));
                text.Append(TextRuns.Writable(from.In(document.Text).ToString())).Append('\n');
            }
        }

        Text = text.ToString();
    }

    /// <summary>Equal to the text of the original unless that has blank lines or white space around its paragraphs.</summary>
    public string Text { get; }

    public static CleanText Of(Document document) => new(document);

    /// <summary>Where the words of a span of the original stand in <see cref="Text"/>.</summary>
    public TextSpan Place(TextSpan span)
    {
        int start = Place(span.Start, after: true);
        return TextSpan.FromBounds(start, Math.Max(start, Place(span.End, after: false)));
    }

    // A place between two paragraphs goes to the start of the one after it or to the end of the one before it.
    private int Place(int position, bool after)
    {
        int i = LastBefore(position);
        if (i < 0)
        {
            return 0;
        }

        (TextSpan from, int to) = _lines[i];
        return position <= from.End && !(after && position == from.End) ? to + position - from.Start
            : after && i + 1 < _lines.Count ? _lines[i + 1].To
            : to + from.Length;
    }

    private int LastBefore(int position)
    {
        int low = 0;
        int high = _lines.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_lines[middle].From.Start <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }
}
