using Gongxing.Core.Statements;
using Gongxing.Documents.Packages;
using Gongxing.Text;

namespace Gongxing.Documents.Comments;

/// <summary>Finds where in the main part the words of a comment were written.</summary>
internal sealed class CommentPlacing(Document document, IReadOnlyList<SourcePlace> places)
{
    /// <summary>The places of the first and the last unit of a span; null for a span that is not in the text.</summary>
    /// <remarks>
    /// Notes and text boxes follow their paragraph in the text and stand inside it in the part, so the first in the part need not
    /// be the first in the text. A span without a unit that was written, one over numbering, is marked at the next that was.
    /// </remarks>
    public Marked? Find(TextSpan span)
    {
        if (span.Start < 0 || span.Length < 0 || span.End > document.Text.Length || document.Paragraphs.Count == 0)
        {
            return null;
        }

        Marked? marked = null;
        for (int i = ParagraphAt(span.Start); i < document.Paragraphs.Count; i++)
        {
            TextSpan paragraph = document.Paragraphs[i].Span;
            if (paragraph.Start >= span.End)
            {
                break;
            }

            marked = Marked.Cover(marked, Written(paragraph.Intersect(span)));
        }

        return marked ?? Beside(document.Paragraphs[ParagraphAt(span.Start)].Span, span.Start);
    }

    private Marked? Written(TextSpan span)
    {
        int start = span.Start;
        int end = span.End;
        while (start < end && !places[start].Exists)
        {
            start++;
        }

        while (start < end && !places[end - 1].Exists)
        {
            end--;
        }

        return start < end ? new Marked(places[start], places[end - 1], false) : null;
    }

    private Marked? Beside(TextSpan paragraph, int at) =>
        (Written(TextSpan.FromBounds(Math.Min(at, paragraph.End - 1), paragraph.End)) ?? Written(paragraph)) is { } written
            ? new Marked(written.First, written.First, true)
            : null;

    /// <summary>The last paragraph that begins at or before a place.</summary>
    private int ParagraphAt(int position) =>
        Math.Max(0, Ordered.LastAtOrBefore(document.Paragraphs, paragraph => paragraph.Span.Start, position));
}
